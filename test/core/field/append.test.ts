import { expect, test } from 'vitest';
import { behindPassword } from '../../../src/core/field/append.ts';
import { classify } from '../../../src/core/field/classify.ts';
import type { FieldFacts } from '../../../src/core/field/facts.ts';
import { wantsCode } from '../../../src/core/field/judgement.ts';
import { fieldOf, pageOf } from './facts-of.ts';

const user = fieldOf({ key: 1, name: 'user', label: 'User name' });
const password = fieldOf({ key: 2, type: 'password', name: 'password', label: 'Password' });

/** The fields that want a code. */
function wanting(...fields: readonly FieldFacts[]): readonly number[] {
  const judgements = behindPassword(classify(pageOf(fields)), fields);
  return judgements.filter(wantsCode).map(({ key }) => key);
}

test('the only password of a page is where the code goes', () => {
  expect(wanting(user, password)).toEqual([2]);
});

test('a field for the code is, where there is one', () => {
  const code = fieldOf({ key: 3, label: 'Code from your authenticator app', autocomplete: 'one-time-code' });
  expect(wanting(user, password, code)).toEqual([3]);
});

test('no password that is made or changed is', () => {
  expect(wanting(user, password, { ...password, key: 3 })).toEqual([]);
  expect(wanting(user, { ...password, autocomplete: 'new-password' })).toEqual([]);
  expect(wanting(user)).toEqual([]);
});
