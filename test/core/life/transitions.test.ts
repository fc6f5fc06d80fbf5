import { describe, expect, test } from 'vitest';
import {
  activate,
  isPurgeable,
  isSupersededBy,
  restore,
  spendRecoveryCode,
  trash,
  withRecoveryCodes,
} from '../../../src/core/life/transitions.ts';
import { account } from '../../accounts.ts';

const DAY = 86_400_000;

test('a pending account becomes active when the site has accepted it', () => {
  expect(activate(account({ state: 'pending' }), 5).overview).toMatchObject({ state: 'active', since: 5 });
});

test('an active one is left as it is, its date too', () => {
  const active = account({ since: 1 });
  expect(activate(active, 5)).toBe(active);
});

test.each(['pending', 'active', 'off'] as const)('out of the trash comes what went in: %s', (state) => {
  const trashed = trash(account({ state }), 5);
  expect(trashed.overview).toMatchObject({ state: 'trashed', trashedFrom: state, since: 5 });
  expect(restore(trashed, 9).overview).toMatchObject({ state, trashedFrom: null, since: 9 });
});

test('trashing twice keeps what it was, and restoring what is not trashed does nothing', () => {
  const once = trash(account({ state: 'pending' }), 5);
  expect(trash(once, 6)).toBe(once);
  const active = account();
  expect(restore(active, 6)).toBe(active);
});

describe('recovery codes', () => {
  test('are counted as they are kept and spent', () => {
    const kept = withRecoveryCodes(
      account(),
      ['a', 'b', 'c'].map((code) => ({ code, usedAt: null })),
    );
    expect(kept.overview.recovery).toEqual({ left: 3, total: 3 });
    const spent = spendRecoveryCode(kept, 'b', 7);
    expect(spent.overview.recovery).toEqual({ left: 2, total: 3 });
    expect(spent.secret.recoveryCodes).toContainEqual({ code: 'b', usedAt: 7 });
  });

  test('of a new list replace the old ones as a whole', () => {
    const old = account({}, ['a', 'b']);
    expect(withRecoveryCodes(old, [{ code: 'z', usedAt: null }]).secret.recoveryCodes).toEqual([
      { code: 'z', usedAt: null },
    ]);
  });
});

describe('an accepted account supersedes', () => {
  const { overview } = account();
  const cases: readonly [string, Partial<typeof overview>, boolean][] = [
    ['one of the same name at the same host', {}, true],
    ['a pending one', { state: 'pending' }, true],
    ['none of another name', { name: 'bob' }, false],
    ['none of another issuer', { issuer: 'Other' }, false],
    ['none of another host', { hosts: ['other.example'] }, false],
    ['none in the trash', { state: 'trashed' }, false],
  ];
  test.each(cases)('%s', (_, other, expected) => {
    expect(isSupersededBy({ ...overview, ...other }, overview)).toBe(expected);
  });
});

test('the trash is kept for thirty days, and only the trash is emptied', () => {
  const { overview } = trash(account(), 0);
  expect(isPurgeable(overview, 30 * DAY)).toBe(false);
  expect(isPurgeable(overview, 30 * DAY + 1)).toBe(true);
  expect(isPurgeable(account({ since: 0 }).overview, 90 * DAY)).toBe(false);
});
