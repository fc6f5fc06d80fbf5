import type { Engine } from './engine.ts';
import { limits, lockAfter } from './limits.ts';

interface Counter {
  factor_failures: number;
  locked_until: number;
}

function counterOf({ store }: Engine, userId: number): Counter | undefined {
  return store.row('SELECT factor_failures, locked_until FROM users WHERE id = ?', [userId]);
}

/** When the account's second factor may be tried again; 0 if it may be now, FOREVER past the cap. */
export function lockedUntil(engine: Engine, userId: number): number {
  const until = counterOf(engine, userId)?.locked_until ?? 0;
  return until > engine.clock() ? until : 0;
}

/**
 * Counts a try of the second factor as failed before it is looked at. Codes, recovery codes and step-up share the one counter,
 * which belongs to the account: a new challenge, browser or set-up doesn't reset it.
 */
export function reserveFactorAttempt(engine: Engine, userId: number): void {
  const failures = (counterOf(engine, userId)?.factor_failures ?? 0) + 1;
  engine.store.run('UPDATE users SET factor_failures = ?, locked_until = ? WHERE id = ?', [
    failures,
    lockAfter(failures, engine.clock()),
    userId,
  ]);
}

/** Takes back an attempt that was never looked at, with the lock if it was the one that brought it. */
export function releaseFactorAttempt({ store }: Engine, userId: number): void {
  store.run(
    `UPDATE users SET locked_until = CASE factor_failures % ? WHEN 0 THEN 0 ELSE locked_until END,
       factor_failures = factor_failures - 1
     WHERE id = ? AND factor_failures BETWEEN 1 AND ?`,
    [limits.factorFailuresPerLock, userId, limits.factorFailuresCap],
  );
}

/** After a success: the failures are no longer consecutive. */
export function clearFactorAttempts({ store }: Engine, userId: number): void {
  store.run('UPDATE users SET factor_failures = 0, locked_until = 0 WHERE id = ?', [userId]);
}

/** Whether the last reserved attempt is the one that brought the lock, so that the mail about it is sent once. */
export function justLocked(engine: Engine, userId: number): boolean {
  const failures = counterOf(engine, userId)?.factor_failures ?? 0;
  return failures % limits.factorFailuresPerLock === 0 && lockedUntil(engine, userId) > 0;
}
