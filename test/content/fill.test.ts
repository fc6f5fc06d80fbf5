// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isFree, write } from '../../src/content/fill.ts';
import type { Boxes } from '../../src/content/read-field.ts';

const inputs = (): readonly HTMLInputElement[] => [...document.querySelectorAll('input')];

function boxes(): Boxes | null {
  const [first, ...more] = inputs();
  return first === undefined ? null : [first, ...more];
}

const values = (): string =>
  inputs()
    .map(({ value }) => value)
    .join('|');

/** What the page hears, as `type:data`. */
let heard: string[];

/** The fields that were left, or clicked. */
let noted: EventTarget[];
const KEYS = ['keydown', 'keypress', 'keyup'];

function page(html: string): void {
  document.body.innerHTML = html;
}

beforeEach(() => {
  [heard, noted] = [[], []];
  document.body.replaceWith(document.createElement('body')); // and with the old one all that listens on it
  const note = (event: Event) =>
    void heard.push(event instanceof InputEvent ? `input:${event.data ?? ''}` : event.type);
  for (const type of ['input', 'change', 'submit', 'paste', ...KEYS]) {
    document.body.addEventListener(type, note);
  }
  // These do not bubble, and are no part of typing: a page that checks a field when it is left would do so now.
  const noteField = ({ target }: Event) => void (target !== null && noted.push(target));
  for (const type of ['blur', 'click']) document.body.addEventListener(type, noteField, true);
});

/** Lets pass whatever time is waited for, so that nothing is still to come. */
async function toItsEnd<T>(work: Promise<T>): Promise<T> {
  await vi.runAllTimersAsync();
  return work;
}

afterEach(() => {
  vi.useRealTimers();
});

const row = (count: number): string => '<input maxlength="1">'.repeat(count);

describe('one field', () => {
  test('takes the whole code with the events of typing, and no key, paste or submit', async () => {
    page('<form><input></form>');
    expect(await write(boxes, '123456')).toBe(true);
    expect(values()).toBe('123456');
    expect(heard).toEqual(['input:123456', 'change']);
  });

  test('is not left and keeps the cursor, so that nothing is checked before the person goes on', async () => {
    page('<input>');
    await write(boxes, '123456');
    expect([noted, document.activeElement]).toEqual([[], inputs()[0]]);
  });

  test('that does not keep it is tried twice, in the two ways of typing, and left alone then', async () => {
    vi.useFakeTimers();
    page('<input>');
    const typed: string[] = [];
    document.execCommand = (command: string, _: boolean, text = '') => {
      typed.push(`${command}:${text}`);
      return true;
    };
    inputs()[0]?.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLInputElement) target.value = '';
    });
    expect(await toItsEnd(write(boxes, '123456'))).toBe(false);
    expect([heard, typed, noted]).toEqual([['input:123456'], ['insertText:123456'], []]);
  });

  test('that is replaced when the cursor comes takes it in its new place', async () => {
    page('<input>');
    inputs()[0]?.addEventListener('focus', ({ target }) => {
      if (target instanceof HTMLInputElement) target.replaceWith(document.createElement('input'));
    });
    expect(await write(boxes, '123456')).toBe(true);
    expect(values()).toBe('123456');
  });

  test('takes a code over an earlier one', async () => {
    page('<input value="654321">');
    expect(await write(boxes, '123456')).toBe(true);
    expect(values()).toBe('123456');
  });

  test('keeps whatever else stands in it', async () => {
    page('<input value="my notes">');
    expect(await write(boxes, '123456')).toBe(false);
    expect(values()).toBe('my notes');
    expect(heard).toEqual([]);
  });

  test('gets a recovery code without its dashes where there is no room for them', async () => {
    page('<input maxlength="8">');
    expect(await write(boxes, 'abcd-1234')).toBe(true);
    expect(values()).toBe('abcd1234');
  });

  test('gets nothing when it has no room for the code', async () => {
    page('<input maxlength="4">');
    expect(await write(boxes, '123456')).toBe(false);
    expect(heard).toEqual([]);
  });

  test('that shows the code in groups has taken it', async () => {
    page('<input>');
    inputs()[0]?.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLInputElement)
        target.value = target.value.replace(/^(\d{3})(\d{3})$/, '$1 $2');
    });
    expect(await write(boxes, '123456')).toBe(true);
    expect(heard).toEqual(['input:123456', 'change']);
  });

  test('that empties itself has not taken it', async () => {
    page('<input>');
    document.execCommand = () => false;
    inputs()[0]?.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLInputElement) target.value = '';
    });
    expect(await write(boxes, '123456')).toBe(false);
  });

  test('that went away with the code in it has taken it', async () => {
    page('<input>');
    const [field] = inputs();
    field?.addEventListener('input', () => field.remove());
    expect(await write(() => (field === undefined ? null : [field]), '123456')).toBe(true);
  });
});

const passwordPage = (value: string, attributes = ''): void =>
  page(`<input type="password" value="${value}" ${attributes}>`);

describe('behind a password', () => {
  test('the code is put, with the one event of typing it', async () => {
    passwordPage('Pass word-1');
    expect(await write(boxes, '123456', true)).toBe(true);
    expect(values()).toBe('Pass word-1123456');
    expect(heard).toEqual(['input:123456', 'change']);
  });

  test('that looks like a code it is put all the same', async () => {
    passwordPage('654321');
    expect(await write(boxes, '123456', true)).toBe(true);
    expect(values()).toBe('654321123456');
  });

  test('a second code takes the place of the first, and of nothing else', async () => {
    passwordPage('secret');
    await write(boxes, '123456', true);
    await write(boxes, '234567', true);
    expect(values()).toBe('secret234567');
  });

  test('for which there is no room it is not put', async () => {
    passwordPage('secret', 'maxlength="10"');
    expect(await write(boxes, '123456', true)).toBe(false);
    expect(values()).toBe('secret');
  });

  test('it was not taken if a letter of the password was changed', async () => {
    passwordPage('Secret');
    inputs()[0]?.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLInputElement) target.value = target.value.toLowerCase();
    });
    expect(await write(boxes, '123456', true)).toBe(false);
  });
});

function element(): Boxes | null {
  const found = document.querySelector<HTMLElement>('[contenteditable]');
  return found === null ? null : [found];
}

/** As browsers do it: in place of what is selected, which here is all of it, and with the event of it. */
function typing(text: string): void {
  const [box] = element() ?? [];
  box?.replaceChildren(text);
  box?.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}

describe('an element that can be edited', () => {
  beforeEach(() => {
    document.execCommand = (command: string, _: boolean, text = '') => {
      if (command === 'insertText') typing(text);
      return true;
    };
  });

  test('takes the code as if it were typed, over an earlier one', async () => {
    page('<div contenteditable tabindex="0">654321</div>');
    expect(await write(element, '123456')).toBe(true);
    expect(document.body.textContent).toBe('123456');
    expect(heard).toEqual(['input:123456']);
  });

  test('keeps whatever else stands in it', async () => {
    page('<div contenteditable tabindex="0">Dear Bob</div>');
    expect(await write(element, '123456')).toBe(false);
    expect(document.body.textContent).toBe('Dear Bob');
  });

  test('that does not keep the code has not taken it', async () => {
    page('<div contenteditable tabindex="0"></div>');
    document.body.addEventListener('input', () => element()?.[0].replaceChildren());
    expect(await write(element, '123456')).toBe(false);
  });
});

const other = '<div id="other" contenteditable tabindex="0">Dear Bob</div>';
const takeAway = (): void => document.getElementById('other')?.focus();

describe('where the page takes the cursor away to another field', () => {
  beforeEach(() => {
    // The browser types wherever the cursor is.
    document.execCommand = (command: string, _: boolean, text = '') => {
      if (command === 'insertText') document.activeElement?.replaceChildren(text);
      return true;
    };
  });
  test('an element that can be edited gets no code, and neither does that field', async () => {
    page(`<div contenteditable tabindex="0"></div>${other}`);
    element()?.[0].addEventListener('focus', takeAway);
    expect(await write(element, '123456')).toBe(false);
    expect(document.body.textContent).toBe('Dear Bob');
  });

  test('a field that did not keep it is not typed into there', async () => {
    page(`<input>${other}`);
    inputs()[0]?.addEventListener('focus', takeAway);
    inputs()[0]?.addEventListener('input', ({ target }) => ((target as HTMLInputElement).value = ''));
    expect(await write(boxes, '123456')).toBe(false);
    expect(document.body.textContent).toBe('Dear Bob');
  });
});

describe('a row of boxes', () => {
  test('takes a character each, the focus going along', async () => {
    page(row(6));
    const focused: (Element | null)[] = [];
    document.body.addEventListener('input', () => focused.push(document.activeElement));
    expect(await write(boxes, '123456')).toBe(true);
    expect(values()).toBe('1|2|3|4|5|6');
    expect(focused).toEqual(inputs());
    expect(heard).toEqual([1, 2, 3, 4, 5, 6].map((digit) => `input:${digit}`).concat('change'));
  });

  test('is left nowhere but for its next box, and keeps the cursor in its last', async () => {
    page(row(6));
    await write(boxes, '123456');
    expect([noted, document.activeElement]).toEqual([inputs().slice(0, -1), inputs().at(-1)]);
  });

  test('that loses what stood in it is not begun anew', async () => {
    vi.useFakeTimers();
    page(row(6));
    inputs()[5]?.addEventListener('input', () => inputs().forEach((box) => (box.value = '')));
    expect(await toItsEnd(write(boxes, '123456'))).toBe(false);
    expect(heard.filter((type) => type.startsWith('input'))).toHaveLength(6);
    expect(values()).toBe('|||||');
  });

  test('that hands the code on by itself is left to it', async () => {
    page(row(6));
    inputs()[0]?.addEventListener('input', () =>
      inputs().forEach((box, at) => (box.value = '123456'.charAt(at))),
    );
    expect(await write(boxes, '123456')).toBe(true);
    expect(heard).toEqual(['input:1', 'change']);
  });

  test('that is drawn anew after each character gets the rest in its new boxes', async () => {
    page(row(6));
    document.body.addEventListener('input', () => {
      const kept = inputs().map(({ value }) => value);
      page(row(6));
      inputs().forEach((box, at) => (box.value = kept[at] ?? ''));
    });
    expect(await write(boxes, '123456')).toBe(true);
    expect(values()).toBe('1|2|3|4|5|6');
  });

  test('that opens one by one gets its code, each when it has opened', async () => {
    page(row(6));
    inputs()
      .slice(1)
      .forEach((box) => (box.disabled = true));
    document.body.addEventListener('input', () => {
      const next = inputs().find((box) => box.disabled);
      setTimeout(() => void (next && (next.disabled = false)), 100);
    });
    expect(await write(boxes, '123456')).toBe(true);
    expect(values()).toBe('1|2|3|4|5|6');
  });

  test('gets nothing in a box that stays disabled, and none after it', async () => {
    vi.useFakeTimers();
    page(row(6));
    const [, , , fourth] = inputs();
    if (fourth !== undefined) fourth.disabled = true;
    expect(await toItsEnd(write(boxes, '123456'))).toBe(false);
    expect(values()).toBe('1|2|3|||');
    expect(heard).toEqual(['input:1', 'input:2', 'input:3']);
  });

  test('gets nothing in a box that is disabled when the cursor comes', async () => {
    page(row(6));
    inputs()[2]?.addEventListener('focus', ({ target }) => ((target as HTMLInputElement).disabled = true));
    expect(await write(boxes, '123456')).toBe(false);
    expect(values()).toBe('1|2||||');
  });

  test('of another length than the code gets nothing', async () => {
    page(row(4));
    expect(await write(boxes, '123456')).toBe(false);
    expect(heard).toEqual([]);
  });
});

test('a field that is gone takes nothing', async () => {
  expect(await write(() => null, '123456')).toBe(false);
});

describe('what stands there already', () => {
  test.each([
    ['', true],
    ['12345', true],
    ['123 456', true],
    ['123-4567', true],
    ['1234567890', true],
    // A part of a code in one field may be anything.
    ['7', false],
    ['1234', false],
    ['12345678901', false],
    ['12345x', false],
    ['my notes', false],
  ])('“%s” in a field of its own is free to be replaced: %s', (value, free) => {
    page('<input>');
    inputs()[0]?.setAttribute('value', value);
    const found = boxes();
    expect(found !== null && isFree(found)).toBe(free);
  });

  test.each([
    ['7', true],
    ['123', true],
    ['123456', true],
    ['x', false],
    ['12x', false],
  ])('“%s” in a row is free to be replaced: %s', (value, free) => {
    page(row(6));
    inputs().forEach((box, at) => (box.value = value.charAt(at)));
    const found = boxes();
    expect(found !== null && isFree(found)).toBe(free);
  });

  test('is ours to replace where we wrote it, whatever it looks like, and not once it was changed', async () => {
    page('<input>');
    expect(await write(boxes, 'abcd-efgh')).toBe(true);
    expect(await write(boxes, 'ijkl-mnop')).toBe(true);
    expect(values()).toBe('ijkl-mnop');
    const [field] = inputs();
    if (field !== undefined) field.value += ' and a note';
    expect(await write(boxes, 'qrst-uvwx')).toBe(false);
    expect(values()).toBe('ijkl-mnop and a note');
  });
});
