// @vitest-environment happy-dom
import { beforeAll, expect, test } from 'vitest';
import { createGlimpse } from '../../src/content/glimpse.ts';
import type { Depth } from '../../src/content/watch.ts';
import { standInLayout } from './stand-in-layout.ts';
import { standInXPath } from './stand-in-xpath.ts';

beforeAll(() => {
  standInLayout();
  standInXPath();
});

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

const SCAN = '<p>Scan it with your authenticator</p><img>';

test('a picture may be a code where the page says so, in its titles or, seen deeply, just before it, and nowhere else', () => {
  const seen = [
    on('<img>', 'Set up two-factor authentication'),
    on(SCAN),
    on(SCAN, 'News', 'deep'),
    on('<p>Holidays</p><img>', 'News', 'deep'),
  ];
  expect(seen.map(({ glimpse: { pictures } }) => pictures)).toEqual([true, false, true, false]);
});

test('what a deep look has found a shallow one does not unsay', () => {
  document.title = 'News';
  document.body.innerHTML = `${SCAN}<div></div>`;
  const tree = document.querySelector('div')?.attachShadow({ mode: 'open' });
  tree?.append(document.createElement('input'));
  const glimpse = createGlimpse();
  expect(glimpse('shallow')).toEqual({
    glimpse: { fields: false, words: false, pictures: false },
    trees: [],
  });
  const deep = glimpse('deep');
  expect([deep.glimpse.pictures, deep.trees]).toEqual([true, [document, tree]]);
  expect(glimpse('shallow')).toEqual(deep);
  document.body.replaceChildren();
  expect(glimpse('shallow').trees).toEqual([]);
});

test('a component’s tree, and what is in a heading’s parts, is at hand', () => {
  const inHeading = on('<h2>Your <b>verification</b></h2><input name="q">');
  expect(inHeading.glimpse.fields).toBe(true);
  document.body.innerHTML = '<x-field></x-field>';
  document.querySelector('x-field')?.attachShadow({ mode: 'open' }).append(document.createElement('input'));
  expect(createGlimpse()('shallow').trees).toHaveLength(2);
});

test('of a page of pictures the surroundings of a few are read', () => {
  const reads = on('<img>'.repeat(50) + SCAN, 'News', 'deep');
  expect(reads.glimpse.pictures).toBe(false);
});

test('the words of a page without a field or a picture are told: recovery codes may stand there', () => {
  expect(on('<h1>Your recovery codes</h1><li>1234-5678</li>').glimpse).toEqual({
    fields: false,
    words: true,
    pictures: false,
  });
});
