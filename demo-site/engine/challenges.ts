import type { Engine } from './engine.ts';
import { limits } from './limits.ts';
import { audit, nobody } from './records.ts';
import { hashToken, makeToken } from './token.ts';

/**
 * A sign-in whose password was right and that still owes the second factor. It opens nothing; it holds who it is about, and
 * not the password.
 */
export interface SignInChallenge {
  id: number;
  userId: number;
  tries: number;
}

export function createChallenge(engine: Engine, userId: number): string {
  const token = makeToken(engine.random);
  const now = engine.clock();
  dropExpired(engine, now - limits.challengeLife);
  engine.store.run('INSERT INTO sign_in_challenges (token_hash, user_id, created_at) VALUES (?, ?, ?)', [
    hashToken(token),
    userId,
    now,
  ]);
  return token;
}

function dropExpired(engine: Engine, since: number): void {
  const expired = 'SELECT user_id AS userId FROM sign_in_challenges WHERE created_at <= ?';
  for (const { userId } of engine.store.rows<{ userId: number }>(expired, [since])) {
    audit(engine, userId, 'challenge.expired', nobody);
  }
  engine.store.run('DELETE FROM sign_in_challenges WHERE created_at <= ?', [since]);
}

export function challengeByToken({ store, clock }: Engine, token: string): SignInChallenge | null {
  const row = store.row<SignInChallenge>(
    'SELECT id, user_id AS userId, tries FROM sign_in_challenges WHERE token_hash = ? AND created_at > ?',
    [hashToken(token), clock() - limits.challengeLife],
  );
  return row ?? null;
}

/** @returns false when all tries are taken, whether or not they have been answered yet */
export function reserveChallengeTry({ store }: Engine, id: number): boolean {
  const { changes } = store.run(
    'UPDATE sign_in_challenges SET tries = tries + 1 WHERE id = ? AND tries < ?',
    [id, limits.challengeTries],
  );
  return changes === 1;
}

/** Gives a try back that was never looked at. */
export function releaseChallengeTry({ store }: Engine, id: number): void {
  store.run('UPDATE sign_in_challenges SET tries = tries - 1 WHERE id = ? AND tries > 0', [id]);
}

export function endChallenge({ store }: Engine, id: number): void {
  store.run('DELETE FROM sign_in_challenges WHERE id = ?', [id]);
}
