/** The popup in a document without a browser: the whole interface over a fake background. */
import { afterEach, vi } from 'vitest';
import messages from '../../src/locales/en/messages.json' with { type: 'json' };
import { mount } from '../../src/ui/mount.tsx';
import { PageFrame } from '../../src/ui/page/frame.tsx';
import { PopupFrame } from '../../src/ui/popup/frame.tsx';
import type { Ports } from '../../src/ui/state/ports.ts';
import { home, type Route } from '../../src/ui/state/route.ts';
import { fakeBackground, worldOf, type World } from './fake-background.ts';

type Texts = Record<string, { message: string } | undefined>;

/** Chrome's `i18n.getMessage`, as far as we use it. */
function getMessage(key: string, values: readonly string[] = []): string {
  const text = (messages as Texts)[key]?.message ?? '';
  return text.replaceAll(/\$(\d)/g, (_, digit) => values[Number(digit) - 1] ?? '');
}

Object.assign(globalThis, { chrome: { i18n: { getMessage } } });

let ended = new AbortController();
afterEach(() => {
  ended.abort();
  vi.useRealTimers();
});

/** What a screen reader says of a button. */
function nameOf(button: HTMLElement): string {
  const read = button.cloneNode(true) as HTMLElement;
  for (const silent of read.querySelectorAll('[aria-hidden=true]')) silent.remove();
  return button.getAttribute('aria-label') ?? read.textContent.trim();
}

export class Popup {
  readonly world: World;
  readonly copied: string[] = [];
  readonly tabs: string[] = [];
  /** Whether the browser lets us look at the clipboard, and what the person says when it asks them. */
  readonly clipboard = { held: false, answer: true, changed: () => {} };
  /** What was given to a person as a file. */
  readonly saved: { readonly name: string; readonly text: string }[] = [];
  /** What the browser's passkeys give; null where it has none for us. */
  passkeys: { readonly output: string } | 'cancelled' | null = null;
  closed = 0;
  /** What the background calls when something changed. */
  changed = () => {};

  constructor(world: World) {
    this.world = world;
  }

  static async open(
    over: Partial<World> = {},
    { start = home, ...ports }: Partial<Ports> & { start?: Route } = {},
  ): Promise<Popup> {
    ended.abort();
    ended = new AbortController();
    const popup = new Popup(worldOf(over));
    document.body.innerHTML = '<div id="root"></div>';
    const root = document.querySelector('#root') as Element;
    const frame = ports.full === true ? PageFrame : PopupFrame;
    await mount(root, frame, { ...popup.ports(), ...ports }, start, ended.signal);
    await popup.settled();
    return popup;
  }

  private ports(): Ports {
    return {
      background: fakeBackground(this.world),
      now: this.world.now,
      copy: async (text) => void this.copied.push(text),
      clipboard: {
        held: async () => this.clipboard.held,
        ask: async () => (this.clipboard.held ||= this.clipboard.answer),
        giveUp: async () => void (this.clipboard.held = false),
        onChange: (changed) => (this.clipboard.changed = changed),
      },
      openInTab: async (path) => void this.tabs.push(path),
      close: () => (this.closed += 1),
      passkeys: {
        available: async () => this.passkeys !== null,
        ask: async () => this.passkeys ?? 'refused',
        make: async () => {
          const { passkeys } = this;
          if (passkeys === null || typeof passkeys === 'string') return passkeys ?? 'refused';
          return { ...passkeys, passkey: { credentialId: 'aWQ=', rpId: 'ours', salt: 'c2FsdA==' } };
        },
      },
      save: (name, _, bytes) => void this.saved.push({ name, text: new TextDecoder().decode(bytes) }),
      tellsOfScreenLock: true,
      full: false,
      filePickerCloses: false,
      onChanged: (changed) => (this.changed = changed),
    };
  }

  /** After everything that is under way has been answered and drawn. */
  async settled(): Promise<void> {
    for (let turn = 0; turn < 6; turn += 1) {
      if (vi.isFakeTimers()) await vi.advanceTimersByTimeAsync(1);
      else await new Promise((resolve) => setTimeout(resolve));
    }
  }

  get text(): string {
    return document.body.textContent.replaceAll(/\s+/g, ' ');
  }

  all(selector: string): HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (element) => element.closest('[hidden]') === null,
    );
  }

  /** The button of this name, within the row or card that has `within` in its text. */
  button(name: string, within = ''): HTMLElement {
    const named = this.all('button').filter((button) => nameOf(button) === name);
    const button = named.find((button) =>
      (button.closest('li, article')?.textContent ?? '').includes(within),
    );
    if (button === undefined) throw new Error(`no button ${name} in: ${this.text}`);
    return button;
  }

  async press(name: string, within = ''): Promise<void> {
    const button = this.button(name, within);
    button.focus();
    button.click();
    await this.settled();
  }

  field(label: string): HTMLInputElement {
    const found = this.all('label').find((element) => element.textContent === label);
    const field = found && document.getElementById(found.getAttribute('for') ?? '');
    if (!(field instanceof HTMLInputElement)) throw new Error(`no field ${label} in: ${this.text}`);
    return field;
  }

  async write(label: string, text: string): Promise<void> {
    const field = this.field(label);
    field.focus();
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await this.settled();
  }

  /** Chooses a file in the file dialog of the view. */
  async choose(file: File): Promise<void> {
    const input = document.querySelector('input[type=file]');
    if (input === null) throw new Error(`no file can be chosen in: ${this.text}`);
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await this.settled();
  }

  async search(text: string): Promise<void> {
    const [field] = this.all('input[type=search]');
    if (!(field instanceof HTMLInputElement)) throw new Error('no search');
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await this.settled();
  }

  async submit(): Promise<void> {
    const [form] = this.all('main form:not(.search)');
    form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await this.settled();
  }

  /** Presses a key where the focus is; says whether the browser would still act on it itself. */
  async key(key: string, modifiers: KeyboardEventInit = {}): Promise<boolean> {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers });
    const goesOn = (document.activeElement ?? document.body).dispatchEvent(event);
    await this.settled();
    return goesOn;
  }

  get focus(): string {
    const { activeElement } = document;
    return (activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '').trim();
  }

  get rows(): string[] {
    return this.all('.row-main').map((row) => row.textContent);
  }

  /** What is said at once to whoever cannot see the page. */
  get alerts(): string[] {
    return this.all('[role=alert]')
      .map((alert) => alert.textContent)
      .filter((text) => text !== '');
  }
}
