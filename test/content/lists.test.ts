// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import { listsOf, shapeOf } from '../../src/content/lists.ts';
import { standInLayout } from './stand-in-layout.ts';

beforeAll(standInLayout);

const CODES = ['12345678', '23456789', '34567890', '45678901'];

function listsIn(html: string): readonly (readonly string[])[] {
  document.body.innerHTML = html;
  return listsOf([document], '').map(({ words }) => words);
}

describe('a list of codes is found', () => {
  test.each([
    ['as a list', `<ul>${CODES.map((code) => `<li>${code}</li>`).join('')}</ul>`],
    ['as code in a list', `<ol>${CODES.map((code) => `<li><code>${code}</code></li>`).join('')}</ol>`],
    [
      'in a table of two columns',
      `<table><tr><td>12345678</td><td>23456789</td></tr><tr><td>34567890</td><td>45678901</td></tr></table>`,
    ],
    [
      'in two lists beside each other',
      `<ul><li>12345678</li><li>23456789</li></ul><ul><li>34567890</li><li>45678901</li></ul>`,
    ],
    ['as lines of a text area', `<textarea readonly>${CODES.join('\n')}</textarea>`],
    [
      'in a table with a number beside each',
      `<table>${CODES.map((code, at) => `<tr><td>${at + 1}.</td><td>${code}</td></tr>`).join('')}</table>`,
    ],
    ['as lines of text, two to each', `<pre>12345678  23456789\n34567890  45678901</pre>`],
    [
      'in a link to a file that the page holds itself',
      `<a download="codes.txt" href="data:text/plain,${CODES.join('%0A')}">Download</a>`,
    ],
    [
      'in the same link, in base64',
      `<a download href="data:text/plain;charset=utf-8;base64,${btoa(CODES.join('\r\n'))}">Download</a>`,
    ],
    [
      'with a button beside each',
      CODES.map((code) => `<div><span>${code}</span><button><span>Copy</span></button></div>`).join(''),
    ],
  ])('%s', (_, html) => {
    expect(listsIn(html)).toEqual([CODES]);
  });
});

test('one that stands alone is told where the page speaks of such codes', () => {
  const one = '<p>Save your backup code.</p><p><strong>QJ7WPX2MZK4TRBN6</strong></p>';
  expect(listsIn(one)).toEqual([['QJ7WPX2MZK4TRBN6']]);
  expect(listsIn(one.replace('backup code', 'order number'))).toEqual([]);
  expect(listsIn('<p>Backup code</p><p>Continue</p><p>123456</p>')).toEqual([]);
});

test.each(['SEPY-ZPQR-THKT-YVDG', '7EPY-ZPQR-THKT-YVDG', 'QZXKWMRTNBPLDFGH', 'QzXkwMRtnBPlDfgh'])(
  'one that stands alone may have no digit, or only at its beginning: %s',
  (code) => {
    const one = `<p>Save your backup code.</p><p><strong>${code}</strong></p>`;
    expect(listsIn(one)).toEqual([[code]]);
    expect(listsIn(one.replace('backup code', 'order number'))).toEqual([]);
  },
);

test('a list knows what stands before it', () => {
  document.body.innerHTML = `<h2>Your backup codes</h2><ul>${CODES.map((code) => `<li>${code}</li>`).join('')}</ul>`;
  expect(listsOf([document], '')[0]?.near).toBe('Your backup codes');
});

test('numbers before the codes stay as the page has them', () => {
  expect(listsIn('<p>1. abcd-1234</p><p>2. efgh-5678</p>')).toEqual([['1. abcd-1234', '2. efgh-5678']]);
});

describe('no list is made of', () => {
  test.each([
    ['a numbered menu', '<p>Backup codes</p><ul><li>1. Download</li><li>2. Overview</li></ul>'],
    ['a menu', '<ul><li>Account</li><li>Billing</li><li>Support</li></ul>'],
    ['a key that stands alone', '<code>ABCD EFGH IJKL MNOP</code>'],
    ['sentences', '<p>The 1st of 3 steps is done.</p><p>The 2nd of 3 steps is done.</p>'],
    ['what a person types', '<textarea>12345678\n23456789</textarea>'],
    ['links', '<li><a>12345678</a></li><li><a>23456789</a></li>'],
    ['what is hidden', '<ul hidden><li>12345678</li><li>23456789</li></ul>'],
  ])('%s', (_, html) => {
    expect(listsIn(html)).toEqual([]);
  });
});

/** A hundred words of a length. */
const list = (of: number): string =>
  Array.from({ length: 100 }, (_, at) => `<li>${'1'.repeat(of)}${at + 100}</li>`).join('');

test('at most four lists of sixty-four words are made', () => {
  const found = listsIn([3, 4, 5, 6, 7].map((of) => `<ul>${list(of)}</ul>`).join(''));
  expect(found.map(({ length }) => length)).toEqual([64, 64, 64, 64]);
});

test('a long word is judged as fast as a short one', () => {
  expect(shapeOf('a1'.repeat(50_000))).toBe('');
  expect(shapeOf(`${'abc-'.repeat(20_000)}!`)).toBe('');
});

test('a list knows all that it stands in, so that nothing of ours is put onto its second column', () => {
  document.body.innerHTML = `<ul>${CODES.map((code) => `<li>${code}</li>`).join('')}</ul>`;
  expect(listsOf([document], '')[0]?.at).toEqual([...document.querySelectorAll('li')]);
});
