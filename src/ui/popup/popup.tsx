/** The popup, and the same page in a tab: where the interface meets the browser. */
import { client, isEnvelope } from '../../messages/rpc.ts';
import { listen, send } from '../../platform/messages.ts';
import { inPopup, openInTab } from '../../platform/pages.ts';
import { filePickerClosesPopup } from '../../platform/quirks.ts';
import { language } from '../state/language.ts';
import type { Ports } from '../state/ports.ts';
import { routeOf } from '../state/route.ts';
import { mount } from './mount.tsx';

const popup = inPopup();

const ports: Ports = {
  background: client('from-ui', send),
  now: Date.now,
  copy: (text) => navigator.clipboard.writeText(text),
  openInTab,
  close: () => {
    if (popup) window.close();
  },
  filePickerCloses: popup && filePickerClosesPopup,
  onChanged: (changed, signal) => {
    // Also a content script's messages arrive here. To be told to ask the background again harms nothing.
    listen((message) => {
      if (isEnvelope(message) && message.direction === 'to-ui') changed();
      return undefined;
    }, signal);
    // The timers of a hidden tab sleep.
    const shown = () => {
      if (!document.hidden) changed();
    };
    document.addEventListener('visibilitychange', shown, { signal });
  },
};

document.documentElement.lang = language();
const root = document.querySelector('#root');
const ended = new AbortController();
window.addEventListener('pagehide', () => ended.abort());
if (root !== null) void mount(root, ports, routeOf(location.hash), ended.signal);
