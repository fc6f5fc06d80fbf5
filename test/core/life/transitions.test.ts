import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AccountState, Reason } from '../../../src/core/account.ts';
import {
  isPurgeable,
  isSupersededBy,
  move,
  restoreRecoveryCodes,
  spendRecoveryCode,
  TRANSITIONS,
  withRecoveryCodes,
  withSupportCase,
} from '../../../src/core/life/transitions.ts';
import { account } from '../../accounts.ts';

const DAY = 86_400_000;
const STATES: readonly AccountState[] = ['pending', 'active', 'off', 'trashed'];
const REASONS = Object.keys(TRANSITIONS) as Reason[];

const inState = (state: AccountState) =>
  account({ state, trashedFrom: state === 'trashed' ? 'off' : null, since: 1 });

const list = (code: string) => [{ code, usedAt: null }];

/** What the issue of each reason is, told apart from the table: '' where nothing may come of it. */
const OUTCOMES: Readonly<Record<Reason, Readonly<Record<AccountState, AccountState | ''>>>> = {
  accepted: { pending: 'active', active: '', off: 'active', trashed: '' },
  confirmed: { pending: 'active', active: '', off: 'active', trashed: '' },
  recovered: { pending: '', active: 'off', off: '', trashed: '' },
  'switched-off': { pending: '', active: 'off', off: '', trashed: '' },
  removed: { pending: 'trashed', active: 'trashed', off: 'trashed', trashed: '' },
  replaced: { pending: 'trashed', active: 'trashed', off: 'trashed', trashed: '' },
  restored: { pending: '', active: '', off: '', trashed: 'off' },
};

test.each(REASONS.flatMap((because) => STATES.map((state) => [because, state] as const)))(
  '%s, of one that is %s',
  (because, state) => {
    const before = inState(state);
    const after = move(before, because, 5);
    const outcome = OUTCOMES[because][state];
    if (outcome === '') expect(after).toBe(before);
    else expect(after.overview).toMatchObject({ state: outcome, because, since: 5 });
  },
);

test('whatever happens to it, an account in the trash knows what it was, and no other does', () => {
  fc.assert(
    fc.property(fc.constantFrom(...STATES), fc.array(fc.constantFrom(...REASONS)), (state, reasons) => {
      const { overview, secret } = reasons.reduce((now, because) => move(now, because, 5), inState(state));
      expect(overview.trashedFrom === null).toBe(overview.state !== 'trashed');
      expect(secret).toEqual(account().secret);
    }),
  );
});

test('every state can be left and every one but the first entered', () => {
  const { from, to } = { from: new Set<string>(), to: new Set<string>(['pending']) };
  for (const because of REASONS) {
    for (const state of STATES) {
      const outcome = move(inState(state), because, 5).overview;
      if (outcome.because === because) from.add(state);
      if (outcome.because === because) to.add(outcome.state);
    }
  }
  expect([from, to]).toEqual([new Set(STATES), new Set(STATES)]);
});

describe('recovery codes', () => {
  test('are counted as they are kept and spent', () => {
    const kept = withRecoveryCodes(
      account(),
      ['a', 'b', 'c'].map((code) => ({ code, usedAt: null })),
      5,
    );
    expect(kept.overview.recovery).toEqual({ left: 3, total: 3 });
    const spent = spendRecoveryCode(kept, 'b', 7);
    expect(spent.overview.recovery).toEqual({ left: 2, total: 3 });
    expect(spent.secret.recoveryCodes).toContainEqual({ code: 'b', usedAt: 7 });
  });

  test('of a new list replace the old ones as a whole, and these can come back', () => {
    const fresh = [{ code: 'z', usedAt: null }];
    const replaced = withRecoveryCodes(account({}, ['a', 'b']), fresh, 5);
    expect(replaced.overview.recovery).toEqual({ left: 1, total: 1 });
    expect(replaced.secret.recoveryCodes).toEqual(fresh);
    const back = restoreRecoveryCodes(replaced, 6);
    expect(back.overview.recovery).toEqual({ left: 2, total: 2 });
    expect(back.secret.retiredCodes).toEqual([{ at: 6, codes: fresh }]);
  });

  test('that were replaced are gone after thirty days, when the next list comes', () => {
    const second = withRecoveryCodes(account({}, ['a']), list('b'), 0);
    const late = withRecoveryCodes(second, list('c'), 31 * DAY);
    expect(late.secret.retiredCodes?.map(({ codes }) => codes[0]?.code)).toEqual(['b']);
  });

  test('where none were replaced, none come back', () => {
    const kept = account({}, ['a']);
    expect(restoreRecoveryCodes(kept, 5)).toBe(kept);
  });
});

test('a support case is noted and closed', () => {
  const noted = withSupportCase(account(), 5);
  expect(noted.overview.supportCase).toBe(5);
  expect(withSupportCase(noted, null)).toEqual(account());
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
  const { overview } = move(account(), 'removed', 0);
  expect(isPurgeable(overview, 30 * DAY)).toBe(false);
  expect(isPurgeable(overview, 30 * DAY + 1)).toBe(true);
  expect(isPurgeable(account({ since: 0 }).overview, 90 * DAY)).toBe(false);
});
