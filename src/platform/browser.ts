/** The one import of the polyfill: promises in both browsers, and Firefox's answer-by-promise in Chrome's messages. */
import polyfill from 'webextension-polyfill';

export const browser = polyfill;
