import type { Engine, Visitor } from './engine.ts';
import { limits } from './limits.ts';
import { hasFactor } from './factors.ts';
import { hashToken, makeToken } from './token.ts';

/** Somebody who has proved everything that the account asks for. There is no other kind of session. */
export interface Session {
  id: number;
  userId: number;
  createdAt: number;
  seenAt: number;
  /** When the password was last proved in this session. */
  passwordAt: number;
  /** When the second factor was last proved in this session; 0 for never. */
  factorAt: number;
  network: string;
  userAgent: string;
}

const COLUMNS = `id, user_id AS userId, created_at AS createdAt, seen_at AS seenAt, password_at AS passwordAt,
  factor_at AS factorAt, network, user_agent AS userAgent`;
const ALIVE = 'created_at > ? AND seen_at > ?';

function aliveSince({ clock }: Engine): [number, number] {
  const now = clock();
  return [now - limits.sessionLife, now - limits.sessionIdle];
}

/** Called by finishSignIn alone. `withFactor`: the second factor was proved as well. */
export function createSession(engine: Engine, userId: number, visitor: Visitor, withFactor: boolean): string {
  const token = makeToken(engine.random);
  const now = engine.clock();
  engine.store.run(`DELETE FROM sessions WHERE NOT (${ALIVE})`, aliveSince(engine));
  engine.store.run(
    `INSERT INTO sessions (token_hash, user_id, created_at, seen_at, password_at, factor_at, network, user_agent)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [hashToken(token), userId, now, now, now, withFactor ? now : 0, visitor.network, visitor.userAgent],
  );
  return token;
}

export function sessionByToken(engine: Engine, token: string): Session | null {
  const row = engine.store.row<Session>(`SELECT ${COLUMNS} FROM sessions WHERE token_hash = ? AND ${ALIVE}`, [
    hashToken(token),
    ...aliveSince(engine),
  ]);
  return row ?? null;
}

/** The same session as it is now: what was read before an await may have been ended or changed since. */
export function sessionNow(engine: Engine, id: number): Session | null {
  const row = engine.store.row<Session>(`SELECT ${COLUMNS} FROM sessions WHERE id = ? AND ${ALIVE}`, [
    id,
    ...aliveSince(engine),
  ]);
  return row ?? null;
}

export function sessionsOf(engine: Engine, userId: number): Session[] {
  return engine.store.rows(
    `SELECT ${COLUMNS} FROM sessions WHERE user_id = ? AND ${ALIVE} ORDER BY seen_at DESC`,
    [userId, ...aliveSince(engine)],
  );
}

/** Notes that the session is in use, at most once a minute. */
export function touchSession(engine: Engine, session: Session): void {
  const now = engine.clock();
  if (now - session.seenAt < 60_000) return;
  engine.store.change(() =>
    engine.store.run('UPDATE sessions SET seen_at = ? WHERE id = ?', [now, session.id]),
  );
}

/** Gives the session a new token. Whoever knew the old one is out. */
export function rotateSession(engine: Engine, id: number): string {
  const token = makeToken(engine.random);
  engine.store.run('UPDATE sessions SET token_hash = ? WHERE id = ?', [hashToken(token), id]);
  return token;
}

/** Scoped to the user: the id of somebody else's session does nothing. */
export function endSession({ store }: Engine, userId: number, id: number): boolean {
  return store.run('DELETE FROM sessions WHERE id = ? AND user_id = ?', [id, userId]).changes === 1;
}

export function endOtherSessions({ store }: Engine, userId: number, keptId: number): void {
  store.run('DELETE FROM sessions WHERE user_id = ? AND id <> ?', [userId, keptId]);
}

/** Every session and every half-done sign-in. */
export function endEverything({ store }: Engine, userId: number): void {
  store.run('DELETE FROM sessions WHERE user_id = ?', [userId]);
  store.run('DELETE FROM sign_in_challenges WHERE user_id = ?', [userId]);
}

/**
 * What follows every change of the second factor: the session goes on under a new token, and whoever else was signed in or
 * signing in under the old terms starts again.
 */
export function renewAfterFactorChange(engine: Engine, session: Session): string {
  endOtherSessions(engine, session.userId, session.id);
  engine.store.run('DELETE FROM sign_in_challenges WHERE user_id = ?', [session.userId]);
  return rotateSession(engine, session.id);
}

export interface Freshness {
  password: boolean;
  factor: boolean;
}

/** What this session has proved lately enough to change the second factor. Another browser's proof counts for nothing here. */
export function freshness(engine: Engine, session: Session): Freshness {
  const since = engine.clock() - limits.stepUpLife;
  return {
    password: session.passwordAt > since,
    factor: session.factorAt > since || !hasFactor(engine, session.userId),
  };
}

export function isFresh(engine: Engine, session: Session): boolean {
  const { password, factor } = freshness(engine, session);
  return password && factor;
}
