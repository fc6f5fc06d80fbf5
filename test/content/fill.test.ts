// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { isFree, write } from '../../src/content/fill.ts';

const boxes = (): readonly HTMLInputElement[] => [...document.querySelectorAll('input')];
const values = (): string =>
  boxes()
    .map(({ value }) => value)
    .join('|');

/** What the page hears, as `type:data`. */
let heard: string[];

function page(html: string): void {
  document.body.innerHTML = html;
}

beforeEach(() => {
  heard = [];
  document.body.replaceWith(document.createElement('body')); // and with the old one all that listens on it
  for (const type of ['input', 'change', 'keydown', 'submit', 'paste']) {
    document.body.addEventListener(type, (event) => {
      heard.push(event instanceof InputEvent ? `input:${event.data ?? ''}` : event.type);
    });
  }
});

const row = (count: number): string => '<input maxlength="1">'.repeat(count);

describe('one field', () => {
  test('takes the whole code with the events of typing, and no key, paste or submit', async () => {
    page('<form><input></form>');
    expect(await write(boxes, '123456')).toBe(true);
    expect(values()).toBe('123456');
    expect(heard).toEqual(['input:123456', 'change']);
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
    boxes()[0]?.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLInputElement)
        target.value = target.value.replace(/^(\d{3})(\d{3})$/, '$1 $2');
    });
    expect(await write(boxes, '123456')).toBe(true);
    expect(heard).toEqual(['input:123456', 'change']);
  });

  test('that empties itself has not taken it', async () => {
    page('<input>');
    document.execCommand = () => false;
    boxes()[0]?.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLInputElement) target.value = '';
    });
    expect(await write(boxes, '123456')).toBe(false);
  });

  test('that went away with the code in it has taken it', async () => {
    page('<input>');
    const [field] = boxes();
    field?.addEventListener('input', () => field.remove());
    expect(await write(() => (field === undefined ? [] : [field]), '123456')).toBe(true);
  });
});

describe('a row of boxes', () => {
  test('takes a character each, the focus going along', async () => {
    page(row(6));
    const focused: (Element | null)[] = [];
    document.body.addEventListener('input', () => focused.push(document.activeElement));
    expect(await write(boxes, '123456')).toBe(true);
    expect(values()).toBe('1|2|3|4|5|6');
    expect(focused).toEqual(boxes());
    expect(heard).toEqual([1, 2, 3, 4, 5, 6].map((digit) => `input:${digit}`).concat('change'));
  });

  test('that hands the code on by itself is left to it', async () => {
    page(row(6));
    boxes()[0]?.addEventListener('input', () =>
      boxes().forEach((box, at) => (box.value = '123456'.charAt(at))),
    );
    expect(await write(boxes, '123456')).toBe(true);
    expect(heard).toEqual(['input:1', 'change']);
  });

  test('that is drawn anew after each character gets the rest in its new boxes', async () => {
    page(row(6));
    document.body.addEventListener('input', () => {
      const kept = boxes().map(({ value }) => value);
      page(row(6));
      boxes().forEach((box, at) => (box.value = kept[at] ?? ''));
    });
    expect(await write(boxes, '123456')).toBe(true);
    expect(values()).toBe('1|2|3|4|5|6');
  });

  test('of another length than the code gets nothing', async () => {
    page(row(4));
    expect(await write(boxes, '123456')).toBe(false);
    expect(heard).toEqual([]);
  });
});

test('a field that is gone takes nothing', async () => {
  expect(await write(() => [], '123456')).toBe(false);
});

test('a row with a digit or two in it is free, one with a letter is not', () => {
  page(row(6));
  const [first] = boxes();
  if (first) first.value = '7';
  expect(isFree(boxes())).toBe(true);
  if (first) first.value = 'x';
  expect(isFree(boxes())).toBe(false);
});
