// @vitest-environment happy-dom
import { beforeAll, expect, test, vi } from 'vitest';
import { createGlimpse } from '../../src/content/glimpse.ts';
import type { Depth } from '../../src/content/watch.ts';
import { standInLayout } from './stand-in-layout.ts';

beforeAll(standInLayout);

function on(body: string, title = 'News', depth: Depth = 'shallow') {
  document.title = title;
  document.body.innerHTML = body;
  return createGlimpse()(depth);
}

test.each([
  ['by its name', '<input name="otp">', 'News'],
  ['behind the password', '<input name="user"><input type="password" name="password">', 'News'],
  ['by how much goes into it', '<input maxlength="6">', 'News'],
  ['by what the page is called', '<input name="q">', 'Verification code'],
  ['by a heading', '<h2>Two-factor authentication</h2><input name="q">', 'News'],
])('a field may want a code %s', (_, body, title) => {
  expect(on(body, title).glimpse.fields).toBe(true);
});

test('a search field, a tick and an address want none, but a field is watched on', () => {
  const { glimpse: seen, trees } = on(
    '<input name="q"><input type="checkbox" name="otp"><input type="email" name="code">',
  );
  expect([seen.fields, trees]).toEqual([false, [document]]);
  expect(on('<p>Text</p>').trees).toEqual([]);
});

test('a picture may be a code where the page says so in its titles, and on no other page is any asked for its size', () => {
  const size = vi.spyOn(Element.prototype, 'getBoundingClientRect');
  expect(on('<h2>Scan it with your authenticator</h2><img>', 'News', 'deep').glimpse.pictures).toBe(true);
  size.mockClear();
  expect(on('<h2>Holidays</h2><img>', 'News', 'deep').glimpse.pictures).toBe(false);
  expect(size).not.toHaveBeenCalled();
  size.mockRestore();
});

test('on a page without a field a shallow look gets hold of nothing', () => {
  const all = vi.spyOn(Document.prototype, 'querySelectorAll');
  expect(on('<h1>Your recovery codes</h1><img>')).toEqual({
    glimpse: { fields: false, words: false, pictures: false },
    trees: [],
  });
  expect(all).not.toHaveBeenCalled();
  all.mockRestore();
});

test('what a deep look has found a shallow one does not unsay', () => {
  document.title = 'News';
  document.body.innerHTML = '<h1></h1><img><div></div>';
  const tree = document.querySelector('div')?.attachShadow({ mode: 'open' });
  tree?.append(document.createElement('input'));
  const glimpse = createGlimpse();
  expect([glimpse('shallow').trees, glimpse('titles').trees]).toEqual([[], []]);
  expect(glimpse('deep').trees).toEqual([document, tree]);
  expect(glimpse('shallow').trees).toEqual([document, tree]);
  document.body.innerHTML = '<h1>Two-factor authentication</h1><img>';
  expect(glimpse('titles').glimpse.pictures).toBe(true);
  expect(glimpse('shallow').glimpse.pictures).toBe(true);
  document.body.replaceChildren();
  expect(glimpse('shallow')).toEqual({
    glimpse: { fields: false, words: false, pictures: false },
    trees: [],
  });
});

test('a component’s tree, and what is in a heading’s parts, is at hand', () => {
  const inHeading = on('<h2>Your <b>verification</b></h2><input name="q">');
  expect(inHeading.glimpse.fields).toBe(true);
  document.body.innerHTML = '<x-field></x-field>';
  document.querySelector('x-field')?.attachShadow({ mode: 'open' }).append(document.createElement('input'));
  expect(createGlimpse()('shallow').trees).toHaveLength(2);
});

test('the words of a page without a field or a picture are told: recovery codes may stand there', () => {
  expect(on('<h1>Your recovery codes</h1><li>1234-5678</li>', 'News', 'titles').glimpse).toEqual({
    fields: false,
    words: true,
    pictures: false,
  });
});

test('a page that takes away the methods of its document is looked at all the same', () => {
  document.body.innerHTML = '<img name="querySelector"><img name="querySelectorAll"><input name="otp">';
  const [one, all] = document.querySelectorAll('img');
  // As browsers do it, and happy-dom does not.
  Object.defineProperty(document, 'querySelector', { configurable: true, value: one });
  Object.defineProperty(document, 'querySelectorAll', { configurable: true, value: all });
  try {
    expect(createGlimpse()('shallow').glimpse.fields).toBe(true);
  } finally {
    Reflect.deleteProperty(document, 'querySelector');
    Reflect.deleteProperty(document, 'querySelectorAll');
  }
});

test('so is one with a form that can be typed into, and answers to the name of its input first', () => {
  const field = '<input type="hidden" name="matches">';
  document.body.innerHTML = `<form contenteditable="true" placeholder="otp">${field}</form>`;
  const form = document.querySelector('form');
  Object.defineProperty(form, 'matches', { value: form?.firstElementChild });
  expect(createGlimpse()('shallow').glimpse.fields).toBe(true);
});
