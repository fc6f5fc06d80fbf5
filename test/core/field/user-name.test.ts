import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namedOn } from '../../../src/core/field/user-name.ts';
import { fieldOf, pageOf } from './facts-of.ts';

const bob = { id: '1', name: 'bob' };
const mail = { id: '2', name: 'Bob@Example.com' };
const ann = { id: '3', name: 'ann.lee' };
const all = [bob, mail, ann];

const withNames = (...names: string[]) => ({ ...pageOf([]), names });
const near = (text: string, title = '') => pageOf([fieldOf({ near: text })], title);

describe('the account is meant', () => {
  test.each([
    ['whose name stands in a field for it', withNames('bob@example.com'), '2'],
    ['whose name stands in one of them', withNames('x', ' ann.lee '), '3'],
    ['whose name can be read before the prompt', near('Signed in as bob. Enter your code'), '1'],
    [
      'whose address can be read there, of which another name is a part',
      near('Code for bob@example.com:'),
      '2',
    ],
    ['whose name stands in a heading', near('', 'Welcome back, ann.lee!'), '3'],
    ['of the field, whatever else can be read', { ...near('Not bob?'), names: ['ann.lee'] }, '3'],
  ])('%s', (_, page, id) => {
    expect(namedOn(page, all)).toBe(id);
  });

  test.each([
    ['with no name', withNames()],
    ['with another’s name', withNames('carol')],
    ['with a name that holds one', near('Signed in as bobby or joann.lee or ann.lee2 or kate@ann.lee')],
    ['with two of the names', near('bob, not ann.lee')],
  ])('by nobody on a page %s', (_, page) => {
    expect(namedOn(page, all)).toBeNull();
  });
});

test('of two accounts of one name neither is meant more', () => {
  expect(namedOn(withNames('bob'), [bob, { id: '9', name: 'BOB' }])).toBeNull();
});

test('names without letters, or of two, are looked for in fields alone', () => {
  for (const name of ['', ' ', 'me'])
    expect(namedOn(near(`Code for me ${name}`), [{ id: '1', name }])).toBeNull();
  expect(namedOn(withNames('me'), [{ id: '1', name: 'me' }])).toBe('1');
});

test('any name is found between two spaces, and whatever a page says is answered with one of the accounts', () => {
  const name = fc
    .string({ unit: 'binary', minLength: 3 })
    .filter((text) => text.normalize('NFKC').trim().length >= 3);
  fc.assert(
    fc.property(name, fc.string({ unit: 'binary' }), (one, text) => {
      expect(namedOn(near(`Signed in as ${one} today`), [{ id: '1', name: one }])).toBe('1');
      expect([null, '1', '2', '3']).toContain(namedOn({ ...near(text), names: [text] }, all));
    }),
  );
});
