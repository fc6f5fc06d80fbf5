const MINUTE = 60_000;

/** Every number of the engine's rules. Durations in milliseconds. */
export const limits = {
  challengeLife: 10 * MINUTE,
  challengeTries: 5,
  enrolmentLife: 10 * MINUTE,
  enrolmentTries: 10,
  revealLife: 10 * MINUTE,
  stepUpLife: 10 * MINUTE,
  resetLife: 30 * MINUTE,
  sessionIdle: 30 * MINUTE,
  sessionLife: 12 * 60 * MINUTE,
  /** Consecutive failures of the second factor on one account, over all challenges. */
  factorFailuresPerLock: 10,
  firstLock: 15 * MINUTE,
  longestLock: 60 * MINUTE,
  /** NIST SP 800-63B-4, 3.2.2. Ten tries in every quarter of an hour for ever would be 8 % in a month; this cap is what holds. */
  factorFailuresCap: 100,
  passwordFailuresFree: 5,
  longestPasswordDelay: MINUTE,
  throttleMemory: 60 * MINUTE,
  resetMailsPerAccount: 3,
  mailedCodeLife: 10 * MINUTE,
  mailedCodeTries: 5,
  mailedCodesPerHour: 5,
  /** For the owner to say from the mailbox that a support case is theirs. */
  caseConfirmLife: 24 * 60 * MINUTE,
  /** In which an approved case can still be cancelled. */
  caseCooling: 24 * 60 * MINUTE,
  caseDay: 24 * 60 * MINUTE,
  casesPerDay: 3,
  /** Characters. */
  supportMessageLength: 1000,
  supportMessagesPerHour: 10,
  passwordLength: { least: 10, most: 256 },
} as const;

/** Until no one can answer on the account's behalf again. */
export const FOREVER = Number.MAX_SAFE_INTEGER;

/** When the lock ends that this many consecutive failures bring: 0 for none. */
export function lockAfter(failures: number, now: number): number {
  if (failures >= limits.factorFailuresCap) return FOREVER;
  if (failures === 0 || failures % limits.factorFailuresPerLock !== 0) return 0;
  const doublings = failures / limits.factorFailuresPerLock - 1;
  return now + Math.min(limits.firstLock * 2 ** doublings, limits.longestLock);
}

/** How long to wait after this many wrong passwords for one account from one network. */
export function passwordDelay(failures: number): number {
  const beyond = failures - limits.passwordFailuresFree;
  return beyond < 0 ? 0 : Math.min(1000 * 2 ** beyond, limits.longestPasswordDelay);
}
