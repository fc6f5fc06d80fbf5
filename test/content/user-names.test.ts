// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { createKeys } from '../../src/content/keys.ts';
import { readPage } from '../../src/content/read-page.ts';
import { standInLayout } from './stand-in-layout.ts';

standInLayout();

const field = (name: string) => `<input type="email" value="${name}">`;
const PROMPT = '<label>Code <input name="otp"></label>';

function page(html: string) {
  document.body.innerHTML = html;
  return readPage(createKeys(), true);
}

const names = (html: string) => page(html + PROMPT).facts.names;

describe('the name that somebody signs in under is read from', () => {
  test.each([
    ['a read-only address', '<input type="email" value=" bob@example.com " readonly>'],
    [
      'a field that declares it',
      '<input autocomplete="section-x username webauthn" value="bob@example.com">',
    ],
    ['a field that is called so', '<input name="session[login]" value="bob@example.com">'],
    ['one of camels', '<input id="currentUserName" value="bob@example.com">'],
    ['one that is disabled', '<input name="Email-Address" value="bob@example.com" disabled>'],
    [
      'a hidden one, for password managers',
      '<input type="hidden" name="identifier" value="bob@example.com">',
    ],
    ['one that is not shown', '<div hidden><input name="username" value="bob@example.com"></div>'],
  ])('%s', (_, html) => {
    expect(names(html)).toEqual(['bob@example.com']);
  });
});

describe('no name is read', () => {
  test.each([
    ['from a password, whatever it is called', '<input type="password" name="username" value="hunter2">'],
    ['from a box to tick', '<input type="checkbox" name="user" value="yes" checked>'],
    ['from a field for something else', '<input name="coupon" value="X">'],
    [
      'from a token',
      '<input type="hidden" name="login_token" value="X"><input type="hidden" name="userinfo" value="X">',
    ],
    ['from an empty field', '<input name="username"><input type="email" value="  ">'],
    ['from more text than a name has', `<input name="username" value="${'x'.repeat(101)}">`],
    ['from the prompt itself', '<input name="otp" value="123456">'],
  ])('%s', (_, html) => {
    expect(names(html)).toEqual([]);
  });

  test('where nothing asks for a code', () => {
    const html = '<input type="email" value="bob@example.com"><input name="city">';
    expect(page(html).facts).toMatchObject({ fields: expect.anything(), names: [] });
    expect(names(html)).toEqual(['bob@example.com']);
  });
});

test('at most six are told, and each once', () => {
  const many = Array.from({ length: 9 }, (_, at) => field(`u${at}`)).join('');
  expect(names(field('u0') + many)).toEqual(['u0', 'u1', 'u2', 'u3', 'u4', 'u5']);
});

test('a name that is being typed does not make the page a new one', () => {
  const [one, other] = [page(field('b') + PROMPT), page(field('bob') + PROMPT)];
  expect(one.facts.names).not.toEqual(other.facts.names);
  expect(one.signature).toBe(other.signature);
});
