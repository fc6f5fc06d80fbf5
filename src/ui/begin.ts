/** Where the interface meets the browser: the same for the popup and for the full page. */
import type { ComponentType } from 'preact';
import { client, isEnvelope } from '../messages/rpc.ts';
import { clipboardRight } from '../platform/clipboard.ts';
import { listen, send } from '../platform/messages.ts';
import { inPopup, openInTab } from '../platform/pages.ts';
import { filePickerClosesPopup, tellsOfScreenLock } from '../platform/quirks.ts';
import { mount } from './mount.tsx';
import { browserPasskeys } from './state/passkeys.ts';
import { onSecretCopied } from './state/copies.ts';
import { language } from './state/language.ts';
import type { Ports } from './state/ports.ts';
import { routeOf } from './state/route.ts';

/** `full`: there is room for everything, and whatever takes the focus does not close us. */
export function begin(Frame: ComponentType, full: boolean): void {
  document.documentElement.lang = language();
  const root = document.querySelector('#root');
  const ended = new AbortController();
  window.addEventListener('pagehide', () => ended.abort());
  if (root === null) return;
  const ports = browserPorts(full);
  onSecretCopied(document, (text) => tellCopied(ports, text), ended.signal);
  void mount(root, Frame, ports, routeOf(location.hash), ended.signal);
}

function browserPorts(full: boolean): Ports {
  const popup = inPopup();
  const background = client('from-ui', send);
  return {
    background,
    now: Date.now,
    async copy(text) {
      await navigator.clipboard.writeText(text);
      tellCopied({ background }, text);
    },
    clipboard: clipboardRight,
    openInTab,
    close: () => {
      if (popup) window.close();
    },
    full,
    passkeys: browserPasskeys,
    save,
    tellsOfScreenLock,
    filePickerCloses: popup && filePickerClosesPopup,
    onChanged,
  };
}

/** It was copied, whatever comes of this: nobody waits for it. */
function tellCopied({ background }: Pick<Ports, 'background'>, text: string): void {
  background.onClipboard({ text }).catch(() => reportError(new Error('it stays on the clipboard')));
}

function onChanged(changed: () => void, signal: AbortSignal): void {
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
}

/** By a link that is never in the document; the address that holds the bytes is given up soon after. */
function save(name: string, type: string, bytes: Uint8Array<ArrayBuffer>): void {
  const href = URL.createObjectURL(new Blob([bytes], { type }));
  Object.assign(document.createElement('a'), { href, download: name }).click();
  // The download has begun by then; to give it up in the same turn would end it.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
