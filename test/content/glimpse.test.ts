// @vitest-environment happy-dom
import { beforeAll, expect, test } from 'vitest';
import { glimpse } from '../../src/content/glimpse.ts';
import { standInLayout } from './stand-in-layout.ts';

beforeAll(standInLayout);

function on(body: string, title = 'News') {
  document.title = title;
  document.body.innerHTML = body;
  return glimpse();
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

test('a picture may be a code where the page says so, in its titles or just before it, and nowhere else', () => {
  const said = '<p>Scan it with your authenticator</p>';
  const seen = [
    on('<img>', 'Set up two-factor authentication'),
    on(`${said}<img>`),
    on('<p>Holidays</p><img>'),
  ];
  expect(seen.map(({ glimpse: { pictures } }) => pictures)).toEqual([true, true, false]);
});

test('of a page of pictures the surroundings of a few are read', () => {
  const reads = on('<img>'.repeat(50) + '<p>Scan it with your authenticator</p><img>');
  expect(reads.glimpse.pictures).toBe(false);
});

test('the words of a page without a field or a picture are told: recovery codes may stand there', () => {
  expect(on('<h1>Your recovery codes</h1><li>1234-5678</li>').glimpse).toEqual({
    fields: false,
    words: true,
    pictures: false,
  });
});
