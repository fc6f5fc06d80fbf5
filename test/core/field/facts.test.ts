import { expect, test } from 'vitest';
import { isDeclared } from '../../../src/core/field/facts.ts';

test.each([
  'one-time-code',
  'One-Time-Code',
  'ONE-TIME-CODE',
  'section-login one-time-code',
  ' \t\n one-time-code\r\fwebauthn ',
])('a field is declared by %j', (autocomplete) => {
  expect(isDeclared({ autocomplete })).toBe(true);
});

test.each([
  '',
  'on',
  'one-time',
  'one-time-codes',
  'not-one-time-code',
  'one-time-code,sms',
  'one\u2011time\u2011code',
])('a field is not declared by %j', (autocomplete) => {
  expect(isDeclared({ autocomplete })).toBe(false);
});
