/** Accounts for tests. */
import type { Account, AccountOverview } from '../src/core/account.ts';

/** ASCII "12345678901234567890", the secret of RFC 6238 appendix B. */
export const rfcSecret = new TextEncoder().encode('12345678901234567890');

export function account(overview: Partial<AccountOverview> = {}, codes: readonly string[] = []): Account {
  return {
    overview: {
      issuer: 'Cloud',
      name: 'alice',
      parameters: { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30 },
      state: 'active',
      since: 0,
      created: 0,
      hosts: ['cloud.example'],
      recovery: codes.length === 0 ? null : { left: codes.length, total: codes.length },
      trashedFrom: null,
      ...overview,
    },
    secret: {
      secret: rfcSecret.slice(),
      counter: 0,
      recoveryCodes: codes.map((code) => ({ code, usedAt: null })),
    },
  };
}
