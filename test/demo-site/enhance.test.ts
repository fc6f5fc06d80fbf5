import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { Window } from 'happy-dom';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { ProviderId } from '../../demo-site/provider.ts';
import { shownCodes, pendingKey } from './flows/steps.ts';
import type { Browser, Page } from './support/browser.ts';
import { enterPassword, passwords, signIn, TestSite } from './support/site.ts';

// Real pages of the demo, with its script let loose on them. That all of it works without the script, the flows' own tests say:
// they post forms and run none.

const source = readFileSync(new URL('../../demo-site/public/enhance.js', import.meta.url), 'utf8');

interface Opened {
  window: Window;
  document: Window['document'];
  /** What was put on the clipboard. */
  copied: string[];
  /** Forms that were sent, by their action, as often as they were. */
  sent: string[];
  /** How often a dialog was made a modal one. */
  modal: ReturnType<typeof vi.fn>;
  one: (selector: string) => HTMLElement;
  inputs: (selector: string) => HTMLInputElement[];
}

interface Options {
  clipboard?: boolean;
  timers?: { setTimeout: (run: () => void, ms: number) => void };
  /** In place of the window's own, which loads no pictures. */
  Image?: unknown;
  /** In place of a canvas's own, which draws none. */
  drawImage?: () => void;
}

/** The page as a browser opens it, up to the end of its deferred script. */
function open({ html }: Page, { clipboard = true, timers, Image, drawImage }: Options = {}): Opened {
  const window = new Window({ url: 'http://localhost/', settings: { disableCSSFileLoading: true } });
  onTestFinished(async () => await window.happyDOM.close());
  const { document } = window;
  // With scripts a browser makes no elements of what is for browsers without.
  document.write(html.replaceAll(/<noscript>[^]*?<\/noscript>/gu, ''));
  const copied: string[] = [];
  const sent: string[] = [];
  const writeText = async (text: string): Promise<void> => void copied.push(text);
  document.addEventListener('submit', (event) => {
    const form = event.target as unknown as HTMLFormElement;
    // After the page's own listeners: what they have stopped was not sent.
    queueMicrotask(() => {
      if (!event.defaultPrevented) sent.push(form.getAttribute('action') ?? '');
    });
  });
  const { HTMLTemplateElement, HTMLFormElement, HTMLDialogElement, HTMLCanvasElement } = window;
  if (drawImage) Object.assign(HTMLCanvasElement.prototype, { getContext: () => ({ drawImage }) });
  const modal = vi.spyOn(HTMLDialogElement.prototype, 'showModal');
  runInNewContext(source, {
    window,
    document,
    navigator: clipboard ? { clipboard: { writeText } } : {},
    HTMLTemplateElement,
    HTMLFormElement,
    Image: Image ?? window.Image,
    setTimeout: timers?.setTimeout ?? setTimeout,
  });
  const one = (selector: string): HTMLElement => {
    const found = document.querySelector(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found as unknown as HTMLElement;
  };
  const inputs = (selector: string): HTMLInputElement[] =>
    [...document.querySelectorAll(selector)] as unknown as HTMLInputElement[];
  return { window, document, copied, sent, modal, one, inputs };
}

const settled = async (): Promise<void> => await new Promise((resolve) => setTimeout(resolve, 0));

/** Up to the page with the QR code. */
async function setup(profile: ProviderId): Promise<{ site: TestSite; browser: Browser; page: Page }> {
  const site = await TestSite.start({ profile });
  const browser = site.browser();
  await signIn(browser, 'alice');
  const password = passwords['alice'] ?? '';
  await browser.get('/account/security');
  let page = await browser.post('/2fa/start', { password });
  if (page.path.startsWith('/step-up')) page = await browser.post('/step-up', { goal: 'enable', password });
  return { site, browser, page };
}

async function codes(profile: ProviderId): Promise<Page> {
  const { site, browser } = await setup(profile);
  return await browser.post('/2fa/confirm', { code: site.code(pendingKey(site, browser)) });
}

describe('Buttons that can do nothing without a script', () => {
  test('copy each code on a line of its own, and say that they have', async () => {
    const page = await codes('defguard');
    const { one, copied } = open(page);
    const button = one('[data-testid=copy-codes]');
    expect(page.html).toMatch(/<button[^>]*data-copy="recovery-codes"[^>]*\shidden/u);
    expect(button.hidden).toBe(false);
    button.click();
    await settled();
    expect(copied).toEqual([shownCodes(page).join('\n')]);
    expect(button.classList.contains('copied')).toBe(true);
  });

  test('copy the key that no page of Defguard shows', async () => {
    const { site, browser, page } = await setup('defguard');
    const { one, copied } = open(page);
    one('[data-testid=copy-key]').click();
    expect(copied).toEqual([pendingKey(site, browser)]);
  });

  test('stay hidden where there is no clipboard', async () => {
    const { one } = open(await codes('defguard'), { clipboard: false });
    expect(one('[data-testid=copy-codes]').hidden).toBe(true);
  });

  test('print', async () => {
    const { window, one } = open(await codes('cloudmc'));
    const print = vi.fn();
    Object.assign(window, { print });
    expect(one('[data-testid=print]').hidden).toBe(false);
    one('[data-testid=print]').click();
    expect(print).toHaveBeenCalledOnce();
  });
});

describe('A dialog', () => {
  test('becomes a modal one, and Escape sends the form that leaves it', async () => {
    const { page } = await setup('metal');
    expect(page.html).toMatch(/<dialog\s+open/u);
    const { document, sent, modal } = open(page);
    expect(modal).toHaveBeenCalledOnce();
    // A browser closes a modal dialog at Escape.
    document.querySelector('dialog')?.close();
    await settled();
    expect(sent).toEqual(['/2fa/cancel']);
  });

  test('that has to be answered opens again, however often it is closed', async () => {
    const { document, sent, modal } = open(await codes('defguard'));
    for (const times of [2, 3]) {
      document.querySelector('dialog')?.close();
      await settled();
      expect(modal).toHaveBeenCalledTimes(times);
      expect(document.querySelector('dialog')?.open).toBe(true);
    }
    expect(sent).toEqual([]);
  });
});

async function atPrompt(): Promise<Opened & { boxes: HTMLInputElement[] }> {
  const site = await TestSite.start({ profile: 'metal' });
  const page = open(await enterPassword(site.browser(), 'bob'));
  return { ...page, boxes: page.inputs('.box') };
}

const held = (boxes: HTMLInputElement[]): string => boxes.map(({ value }) => value).join('');

function type({ window }: Opened, box: HTMLInputElement | undefined, digit: string): void {
  if (!box) return;
  box.value = digit;
  box.dispatchEvent(new window.Event('input', { bubbles: true }) as unknown as Event);
}

describe('Boxes', () => {
  test('pass the cursor on, and are sent once the last is filled', async () => {
    const page = await atPrompt();
    const { boxes, document, sent } = page;
    for (const [at, digit] of ['1', '2', '3', '4', '5', '6'].entries()) {
      expect(sent).toEqual([]);
      type(page, boxes[at], digit);
      await settled();
      expect(document.activeElement).toBe(boxes[Math.min(at + 1, 5)]);
    }
    expect(held(boxes)).toBe('123456');
    expect(sent).toEqual(['/login/2fa']);
  });

  test.each([
    ['123456', '123456'],
    [' 123 456 ', '123456'],
    ['12-34', '1234'],
    ['1234567890', '123456'],
    ['none', ''],
  ])('that %j is pasted into hold %j', async (pasted, expected) => {
    const { window, boxes, sent } = await atPrompt();
    const clipboardData = new window.DataTransfer();
    clipboardData.setData('text', pasted);
    const paste = new window.ClipboardEvent('paste', { clipboardData, cancelable: true });
    boxes[0]?.dispatchEvent(paste as unknown as Event);
    await settled();
    expect(paste.defaultPrevented).toBe(true);
    expect(held(boxes)).toBe(expected);
    expect(sent).toEqual(expected.length === 6 ? ['/login/2fa'] : []);
  });

  test('go back from an empty one with Backspace', async () => {
    const { window, document, boxes } = await atPrompt();
    boxes[3]?.focus();
    const key = new window.KeyboardEvent('keydown', { key: 'Backspace' });
    boxes[3]?.dispatchEvent(key as unknown as Event);
    expect(document.activeElement).toBe(boxes[2]);
  });
});

test('A QR code that sites show a second late comes a second late', async () => {
  const { page } = await setup('defguard');
  const waiting: { run: () => void; ms: number }[] = [];
  const timers = { setTimeout: (run: () => void, ms: number) => void waiting.push({ run, ms }) };
  const { document } = open(page, { timers });
  expect(document.querySelector('svg.qr')).toBeNull();
  expect(waiting.map(({ ms }) => ms)).toEqual([1000]);
  waiting[0]?.run();
  expect(document.querySelector('svg.qr')).not.toBeNull();
  expect(document.querySelector('[data-late]')).toBeNull();
});

test('A QR code on a canvas is drawn from its address when that has come, and shown then', async () => {
  const { page } = await setup('infura');
  const drawn = vi.fn();
  const pictures: { src: string; come: () => void }[] = [];
  class Picture {
    src = '';
    addEventListener(_: string, come: () => void): void {
      pictures.push(Object.assign(this, { come }));
    }
  }
  const { one } = open(page, { Image: Picture, drawImage: drawn });
  const canvas = one('canvas');
  expect([canvas.hidden, pictures[0]?.src]).toEqual([true, '/2fa/qr.png']);
  pictures[0]?.come();
  expect(drawn).toHaveBeenCalledOnce();
  expect(canvas.hidden).toBe(false);
});

test('A form is sent once, however often its button is pressed', async () => {
  const site = await TestSite.start();
  const { one, sent } = open(await site.browser().get('/login'));
  for (const [id, value] of [
    ['#username', 'alice'],
    ['#password', 'x'],
  ] as const) {
    Object.assign(one(id), { value });
  }
  for (let times = 0; times < 3; times += 1) one('[data-testid=sign-in]').click();
  await settled();
  expect(sent).toEqual(['/login']);
});

test('A page that the Back button brings again is loaded anew, so that its forms can be sent', async () => {
  const site = await TestSite.start();
  const { window } = open(await site.browser().get('/login'));
  const reload = vi.spyOn(window.location, 'reload').mockImplementation(() => undefined);
  const shown = (persisted: boolean): void => {
    window.dispatchEvent(Object.assign(new window.Event('pageshow'), { persisted }));
  };
  shown(false);
  expect(reload).not.toHaveBeenCalled();
  shown(true);
  expect(reload).toHaveBeenCalledOnce();
});
