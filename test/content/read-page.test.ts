// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import { createKeys } from '../../src/content/keys.ts';
import { readPage, type Reading } from '../../src/content/read-page.ts';
import type { FieldFacts } from '../../src/core/field/facts.ts';
import { standInLayout } from './stand-in-layout.ts';

beforeAll(standInLayout);

function read(html: string, title = ''): Reading {
  document.title = title;
  document.body.replaceWith(document.createElement('body'));
  document.body.innerHTML = html;
  return readPage(createKeys(), false);
}

function onlyField(html: string): FieldFacts {
  const [field, ...more] = read(html).facts.fields;
  if (field === undefined || more.length > 0) throw new Error('not one field');
  return field;
}

describe('a field says', () => {
  test('what its labels and what it is described by say', () => {
    const { label, ariaLabel } = onlyField(
      '<label for="a">Code</label><p id="b">From your app</p><input id="a" aria-label="Token" aria-describedby="b">',
    );
    expect([label, ariaLabel]).toEqual(['Code', 'Token From your app']);
  });

  test('which form it is in, even when an input takes the form’s methods away', () => {
    const { form } = onlyField(
      '<form id="mfa" action="/verify?token=secret"><input name="code"><input type="hidden" name="getAttribute"></form>',
    );
    expect(form).toBe('mfa /verify');
  });

  test('the sentence and the heading before it, and not the link or the button beside it', () => {
    const { near } = onlyField(
      '<p>News</p><h2>Two-factor</h2><p>Enter the code</p><a>Use a backup code</a><button>Resend</button><input name="code">',
    );
    expect(near).toBe('Two-factor Enter the code');
  });

  test('what stands after it, with the buttons, up to the next field', () => {
    const { after } = onlyField(
      '<input name="code"><p>The code that your app shows</p><button>Send again</button><input type="email"><p>News</p>',
    );
    expect(after).toBe('The code that your app shows Send again');
  });

  test('all of the part of the page around it that is not too large, but for what is hidden', () => {
    const { around } = onlyField(
      `<p>${'News. '.repeat(1200)}</p><section><p>We sent a code.</p><p hidden>No</p><input name="code"><p>Thanks</p></section>`,
    );
    expect(around).toBe('We sent a code. Thanks');
  });

  test.each([
    [true, '<form><input name="code"><input type="checkbox"><button>Go on</button></form><input name="q">'],
    [true, '<form><input name="code"><input name="name" hidden></form>'],
    [false, '<form><input name="code"><input type="email"></form>'],
    [false, '<input name="code"><select></select>'],
  ])('whether it is alone: %s', (alone, html) => {
    expect(read(html).facts.fields.find(({ name }) => name === 'code')?.alone).toBe(alone);
  });

  test('what it stands in is called, and what frameworks call it', () => {
    const { container, name } = onlyField(
      '<div class="otp-step"><input class="big" wire:model.defer="code" data-testid="mfa"></div>',
    );
    expect([container, name]).toEqual(['big otp-step', 'mfa code']);
  });

  test('what a picture right beside it says of itself', () => {
    const { picture } = onlyField('<div><img alt="Letters" src="/captcha.php?x=1"><input name="code"></div>');
    expect(picture).toContain('Letters /captcha.php');
  });

  test('nothing of what stands before another field', () => {
    expect(read('<p>Verification code</p><input name="user"><input name="code">').facts.fields[1]?.near).toBe(
      '',
    );
  });

  test.each([
    ['nothing', ''],
    ['code', '123456'],
    ['code', '123 456'],
    ['other', 'hunter2'],
  ])('that it holds %s, and never what', (holds, value) => {
    const field = onlyField(`<input name="code" value="${value}">`);
    expect(field.holds).toBe(holds);
    if (value !== '') expect(JSON.stringify(field)).not.toContain(value);
  });

  test('that it was refused, by its state or by a message tied to it', () => {
    const refused = [
      '<input name="code" aria-invalid="true">',
      '<input name="code" aria-errormessage="e"><p id="e">Wrong</p>',
      '<input name="code" aria-errormessage="e"><p id="e" hidden>Wrong</p>',
    ].map((html) => onlyField(html).refused);
    expect(refused).toEqual([true, true, false]);
  });
});

test('a field that a person is at is read, whatever the page says of it', () => {
  expect(read('<div aria-hidden="true"><label>Code <input name="otp"></label></div>').facts.fields).toEqual(
    [],
  );
  document.querySelector('input')?.focus();
  expect(readPage(createKeys(), false).facts.fields).toHaveLength(1);
});

test('an element of one line that can be edited is a field', () => {
  const { label, ariaLabel, near, type, holds } = onlyField(
    '<p>Enter the code</p><div contenteditable="true" role="textbox" aria-label="Code">\u200b</div>',
  );
  expect([label, ariaLabel, near, type, holds]).toEqual(['', 'Code', 'Enter the code', 'text', 'nothing']);
  expect(onlyField('<p>Code</p><span contenteditable>123456</span>').holds).toBe('code');
});

test('a declared field outside of the page is read by nobody', () => {
  const parked = new DOMRect(-9999, 10, 200, 30);
  const html = '<label>Code <input name="otp" autocomplete="One-Time-Code"></label>';
  expect(read(html).facts.fields).toHaveLength(1);
  const [input] = document.getElementsByTagName('input');
  if (input === undefined) throw new Error('no field');
  input.getBoundingClientRect = () => parked;
  expect(readPage(createKeys(), false).facts.fields).toEqual([]);
  // Laid over drawn boxes, without a size of its own.
  input.getBoundingClientRect = () => new DOMRect(0, 0, 0, 0);
  expect(readPage(createKeys(), false).facts.fields).toHaveLength(1);
});

describe('what is not read as a field:', () => {
  test.each([
    '<div contenteditable="false">Code</div>',
    '<div contenteditable aria-multiline="true" aria-label="Code"></div>',
    '<div contenteditable class="ProseMirror" aria-label="Code"></div>',
    '<div class="CommentEditor" contenteditable aria-label="Code"></div>',
    '<div contenteditable role="combobox" aria-label="Code"></div>',
    `<div contenteditable aria-label="Code">${'A long text. '.repeat(9)}</div>`,
  ])('an editor: %s', (html) => {
    expect(read(html).facts.fields).toEqual([]);
  });

  test.each([
    ['hidden by layout', '<div hidden><input name="otp"></div>'],
    ['hidden from everybody', '<input name="otp" aria-hidden="true">'],
    [
      'declared, in a part of the page that is hidden from everybody',
      '<div aria-hidden="true"><p><input name="otp" autocomplete="one-time-code"></p></div>',
    ],
    ['in a part of the page that can’t be used', '<div inert><input name="otp"></div>'],
    ['read only', '<input name="otp" readonly>'],
    ['disabled', '<input name="otp" disabled>'],
    ['for something else', '<input name="code" autocomplete="postal-code">'],
    ['a check box', '<input type="checkbox" name="otp">'],
    ['an e-mail address', '<input type="email" name="otp">'],
  ])('%s', (_, html) => {
    expect(read(html).facts.fields).toEqual([]);
  });
});

function readIn(inner: string, outer = ''): Reading {
  document.body.innerHTML = `${outer}<x-part></x-part>`;
  const root = document.querySelector('x-part')?.attachShadow({ mode: 'open' });
  if (root !== undefined) root.innerHTML = inner;
  return readPage(createKeys(), false);
}

describe('a shadow tree', () => {
  test('is read like the rest: its fields, its pictures, its lists and its keys', () => {
    const { facts } = readIn(
      `<h1>Set up your authenticator</h1><canvas></canvas><input name="otp">
       <p>Setup key: <code>GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ</code></p>
       <ul><li>12345678</li><li>23456789</li></ul>`,
    );
    expect(facts.fields.map(({ name }) => name)).toEqual(['otp']);
    expect(facts.pictures).toBe(1);
    expect(facts.printed.map(({ text }) => text)).toContain('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(facts.lists.map(({ words }) => words)).toEqual([['12345678', '23456789']]);
  });

  test('stands in the page: what is said before it is near what is in it', () => {
    const { facts } = readIn('<input name="code">', '<h2>Two-factor</h2><p>Enter the code</p>');
    expect(facts.fields[0]?.near).toBe('Two-factor Enter the code');
  });

  test('has ids of its own', () => {
    const { facts } = readIn(
      '<p id="b">inside</p><input name="otp" aria-labelledby="b">',
      '<p id="b">outside</p>',
    );
    expect(facts.fields[0]?.ariaLabel).toBe('inside');
  });
});

test('all fields are told of when the page is asked, and what they ask for stays the same', () => {
  document.body.innerHTML = '<input name="user"><input type="password"><input name="otp">';
  const [asked, byItself] = [true, false].map((thorough) => readPage(createKeys(), thorough).facts);
  expect(asked?.fields.map(({ name }) => name)).toEqual(['otp', 'user', '']);
  expect(byItself?.fields.map(({ name, type }) => [name, type])).toEqual([
    ['otp', 'text'],
    ['', 'password'],
  ]);
  expect([asked?.asksPassword, byItself?.asksPassword]).toEqual([true, true]);
});

test('a password is found again by its key, so that something can stand at it', () => {
  const { facts, fields } = read(
    '<input name="user"><input type="password" autocomplete="current-password">',
  );
  expect(facts.fields.map(({ type }) => type)).toEqual(['password']);
  expect(fields.get(facts.fields[0]?.key ?? -1)).toEqual([document.querySelector('[type=password]')]);
});

test.each([
  ['say nothing of themselves', '<input class="b">'.repeat(6), [6]],
  ['have names', '<input class="b" name="code1">'.repeat(6), [1, 1, 1, 1, 1, 1]],
  // Only the first of these hears what stands before them.
  ['look different', '<input class="a"><input class="b">'.repeat(3), [1]],
])('fields side by side that %s are told by it', (_, html, rows) => {
  expect(read(`<p>Enter the code</p>${html}`).facts.fields.map(({ boxes }) => boxes)).toEqual(rows);
});

test('a row whose later boxes are still disabled is one field', () => {
  expect(onlyField('<input maxlength="1">' + '<input maxlength="1" disabled>'.repeat(5)).boxes).toBe(6);
});

test('the same field keeps its key, another gets its own', () => {
  document.body.innerHTML = '<input name="otp">';
  const keyOf = createKeys();
  const keys = (): readonly number[] => readPage(keyOf, false).facts.fields.map(({ key }) => key);
  const before = keys();
  document.body.insertAdjacentHTML('afterbegin', '<input name="totp">');
  expect(keys()).toEqual([2, ...before]);
});

test('a field that is drawn anew keeps its key, and one beside it does not get it', () => {
  document.body.innerHTML = '<input name="otp">';
  const keyOf = createKeys();
  const keys = (): readonly number[] => readPage(keyOf, false).facts.fields.map(({ key }) => key);
  const before = keys();
  const old = document.querySelector('input') as HTMLInputElement;
  old.replaceWith(old.cloneNode());
  expect(keys()).toEqual(before);
  document.body.insertAdjacentHTML('beforeend', '<input name="otp">');
  expect(keys()).toEqual([...before, 2]);
  document.body.innerHTML = '<input name="totp">';
  expect(keys()).toEqual([3]);
});

test('the field that a person is at comes first', () => {
  document.body.innerHTML = '<input name="otp"><input name="totp">';
  document.querySelectorAll('input')[1]?.focus();
  expect(readPage(createKeys(), false).facts.fields.map(({ name }) => name)).toEqual(['totp', 'otp']);
});

test('a password that is asked for is told from a one-time code that is hidden as it is typed', () => {
  expect(read('<input type="password" name="pw">').facts.asksPassword).toBe(true);
  expect(read('<input type="password" name="otp">').facts.asksPassword).toBe(false);
});

test('of the texts of a set-up page those are told that are spelled like a key, and no sentences in their place', () => {
  const sentences = '<p>Open the app that you like</p><p>Scan the code, or type this key in</p>'.repeat(8);
  const keys =
    '<code>gezd gnbv gy3t qojq</code><code>MZXW6YTBOI2GKZDHNB4W65DB</code><i>otpauth://totp/a?secret=x</i>';
  const { printed } = read(`<h1>Set up your authenticator</h1>${sentences}${keys}`).facts;
  expect(printed.map(({ text }) => text)).toEqual([
    'gezd gnbv gy3t qojq',
    'MZXW6YTBOI2GKZDHNB4W65DB',
    'otpauth://totp/a?secret=x',
  ]);
});

test('visible messages are read, hidden ones are not', () => {
  const html = '<p role="alert">Wrong code</p><p class="error" hidden>Network</p>';
  expect(read(html).facts.messages).toBe('Wrong code');
});

describe('the background is told', () => {
  test.each<[string, boolean, string, string?]>([
    ['of a field for a code', true, '<input name="code">'],
    [
      'of a picture beside words of two-factor',
      true,
      '<p>Scan it with your authenticator</p><canvas></canvas>',
    ],
    ['of codes on a page of codes', true, '<p>abcd-1234</p><p>efgh-5678</p>', 'Backup codes'],
    [
      'of a password, for the code may go behind it',
      true,
      '<input name="user"><input type="password">',
      'Sign in',
    ],
    ['nothing of a user name', false, '<input name="user"><input type="email">', 'Sign in'],
    ['nothing of a picture of anything', false, '<p>Holidays</p><img>'],
    ['nothing of numbers on any page', false, '<p>abcd-1234</p><p>efgh-5678</p>', 'Orders'],
  ])('%s', (_, worth, html, title) => {
    expect(read(html, title).worth).toBe(worth);
  });
});

const isAlive = (html: string) => read(html).alive;

test('a page is watched on for as long as it has a field, or a picture that may be a code', () => {
  expect(['<input>', '<p>Scan it with your authenticator</p><img>'].map(isAlive)).toEqual([true, true]);
  expect(['<p>Holidays</p><img>', '<p>Text</p><input type="checkbox">'].map(isAlive)).toEqual([false, false]);
});

test('a reading differs from the last when anything that matters does', () => {
  const signatures = ['<input name="otp">', '<input name="otp">', '<input name="otp" value="1">'].map(
    (html) => read(html).signature,
  );
  expect(signatures[0]).toBe(signatures[1]);
  expect(signatures[2]).not.toBe(signatures[1]);
});
