import { createHash } from 'node:crypto';
import type { Engine, Visitor } from './engine.ts';
import { limits, passwordDelay } from './limits.ts';

interface Throttle {
  failures: number;
  at: number;
  blocked_until: number;
}

export type ThrottlePurpose = 'password' | 'reset' | 'mailed-code' | 'support';

/**
 * One counter for each account seen from one network: a stranger who guesses slows nobody down but himself, and whoever signs
 * in clears no one else's counter.
 */
export function throttleKey(purpose: ThrottlePurpose, account: string, visitor: Visitor): Uint8Array {
  const text = JSON.stringify([purpose, account.trim().toLowerCase(), visitor.network]);
  return new Uint8Array(createHash('sha256').update(text).digest());
}

/**
 * Counts an attempt before anything is awaited: counted afterwards, fifty parallel guesses would all read a counter of zero.
 * @returns when to come back, or null if the attempt may go on
 */
export function reservePasswordAttempt({ store, clock }: Engine, key: Uint8Array): number | null {
  const now = clock();
  store.run('DELETE FROM throttles WHERE at < ?', [now - limits.throttleMemory]);
  const known = store.row<Throttle>('SELECT failures, at, blocked_until FROM throttles WHERE key = ?', [key]);
  if (known && known.blocked_until > now) return known.blocked_until;
  const failures = (known?.failures ?? 0) + 1;
  store.run('INSERT OR REPLACE INTO throttles (key, failures, at, blocked_until) VALUES (?, ?, ?, ?)', [
    key,
    failures,
    now,
    now + passwordDelay(failures),
  ]);
  return null;
}

/** Takes back an attempt that was never looked at. */
export function releasePasswordAttempt({ store }: Engine, key: Uint8Array): void {
  store.run(
    'UPDATE throttles SET failures = failures - 1, blocked_until = 0 WHERE key = ? AND failures > 0',
    [key],
  );
}

export function clearThrottle({ store }: Engine, key: Uint8Array): void {
  store.run('DELETE FROM throttles WHERE key = ?', [key]);
}

/** Whether one more of these may happen within the hour. */
export function reserveWithinHour({ store, clock }: Engine, key: Uint8Array, most: number): boolean {
  const now = clock();
  store.run('DELETE FROM throttles WHERE at < ?', [now - limits.throttleMemory]);
  const known = store.row<Throttle>('SELECT failures, at, blocked_until FROM throttles WHERE key = ?', [key]);
  if (known && known.failures >= most) return false;
  // `at` stays that of the first, so that the hour ends.
  store.run('INSERT OR REPLACE INTO throttles (key, failures, at, blocked_until) VALUES (?, ?, ?, 0)', [
    key,
    (known?.failures ?? 0) + 1,
    known?.at ?? now,
  ]);
  return true;
}
