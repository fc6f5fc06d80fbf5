import { base32 } from './base32.ts';
import type { Engine, Visitor } from './engine.ts';
import { addFactor, factorId, hasFactor, removeFactor } from './factors.ts';
import type { HashedCode } from './hashing.ts';
import { limits } from './limits.ts';
import { cancelOpenCase } from './open-cases.ts';
import { matchStep, readCode, stepAt, usualShape } from './otp.ts';
import { audit, sendMail } from './records.ts';
import { makeRecoveryCodes, openReveal } from './recovery.ts';
import { isFresh, renewAfterFactorChange, sessionNow, type Session } from './sessions.ts';
import { hashToken, makeToken } from './token.ts';

/** RFC 4226 section 4, R6: 160 bits recommended. */
const SECRET_BYTES = 20;
/** How far a clock may be off for the page to say so: far more than is accepted, and only while setting up. */
const HINT_STEPS = 10;

interface PendingRow {
  id: number;
  token_hash: Uint8Array;
  /** The factor in whose place this one is to come, if there is one. */
  replaces: number | null;
  secret: Uint8Array;
  tries: number;
}

function pendingOf({ store, clock }: Engine, sessionId: number): PendingRow | undefined {
  return store.row(
    'SELECT id, token_hash, replaces, secret, tries FROM pending_enrolments WHERE session_id = ? AND created_at > ?',
    [sessionId, clock() - limits.enrolmentLife],
  );
}

/** The session's cookie alone opens no set-up, nor that of another session: it takes the token that the set-up began with. */
function pendingByToken(engine: Engine, sessionId: number, token: string): PendingRow | undefined {
  const pending = pendingOf(engine, sessionId);
  return pending && Buffer.from(pending.token_hash).equals(hashToken(token)) ? pending : undefined;
}

function purposeOf(sessionId: number): string {
  return `pending|v1|session:${sessionId}`;
}

/** With the token for the cookie of the set-up. */
export type StartAnswer = { token: string } | 'already-on' | 'step-up';

/** Makes a secret, which is nobody's second factor until a code of it has come back. A set-up begun before is dropped. */
export function startEnrolment(engine: Engine, { id }: Session, visitor: Visitor): StartAnswer {
  return engine.store.change((): StartAnswer => {
    const session = sessionNow(engine, id);
    if (!session || !isFresh(engine, session)) return 'step-up';
    if (hasFactor(engine, session.userId)) return 'already-on';
    return { token: beginEnrolment(engine, session, null, visitor) };
  });
}

export type ReplaceAnswer = { token: string } | 'off' | 'step-up';

/** The same while a factor is on, which stays what it is until a code of the new secret has come back. */
export function startReplacement(engine: Engine, { id }: Session, visitor: Visitor): ReplaceAnswer {
  return engine.store.change((): ReplaceAnswer => {
    const session = sessionNow(engine, id);
    const replaced = session && factorId(engine, session.userId);
    if (!engine.policy.replace || !replaced) return 'off';
    if (!isFresh(engine, session)) return 'step-up';
    return { token: beginEnrolment(engine, session, replaced, visitor) };
  });
}

/** Inside a change. Whether the session may, the caller has asked. @returns the token of the set-up */
export function beginEnrolment(
  engine: Engine,
  { id, userId }: Session,
  replaces: number | null,
  visitor: Visitor,
): string {
  const token = makeToken(engine.random);
  const sealed = engine.sealer.seal(engine.random(SECRET_BYTES), purposeOf(id));
  engine.store.run('DELETE FROM pending_enrolments WHERE session_id = ?', [id]);
  engine.store.run(
    'INSERT INTO pending_enrolments (session_id, token_hash, replaces, secret, created_at) VALUES (?, ?, ?, ?, ?)',
    [id, hashToken(token), replaces, sealed, engine.clock()],
  );
  audit(engine, userId, 'setup.started', visitor);
  return token;
}

/** The base32 secret of the set-up under way in this session, or null. For pages: only with the token that it began with. */
export function secretToShow(engine: Engine, session: Session, token: string): string | null {
  return pendingByToken(engine, session.id, token) ? pendingSecret(engine, session) : null;
}

/** For the testing door, which sees what no page shows. */
export function pendingSecret(engine: Engine, session: Session): string | null {
  const pending = pendingOf(engine, session.id);
  return pending ? base32(engine.sealer.open(pending.secret, purposeOf(session.id))) : null;
}

export type ConfirmAnswer =
  | { kind: 'enabled'; token: string }
  | { kind: 'refused'; reason: 'empty' | 'wrong'; secondsOff: number | null }
  | { kind: 'gone' };

interface Confirmed {
  kind: 'confirmed';
  pending: PendingRow;
  secret: Uint8Array;
  step: number;
}

export async function confirmEnrolment(
  engine: Engine,
  { id }: Session,
  { token, code }: { token: string; code: unknown },
  visitor: Visitor,
): Promise<ConfirmAnswer> {
  if (code === undefined || code === '') return { kind: 'refused', reason: 'empty', secondsOff: null };
  const tried = engine.store.change(() => tryCode(engine, id, { token, code }, visitor));
  if (tried.kind !== 'confirmed') return tried;
  const codes = makeRecoveryCodes(engine);
  const hashes = await engine.hasher.hashCodes(codes);
  return engine.store.change(() => {
    const session = sessionNow(engine, id);
    // Confirmed twice at once, cancelled, or signed out meanwhile: the first to write decides.
    if (!session || pendingOf(engine, id)?.id !== tried.pending.id) return { kind: 'gone' };
    // Beside a factor there is room for none, and in place of one only where it is still that one.
    if (factorId(engine, session.userId) !== tried.pending.replaces) return { kind: 'gone' };
    return enable(engine, session, tried, { codes, hashes }, visitor);
  });
}

/** Counts the try, then looks. */
function tryCode(
  engine: Engine,
  sessionId: number,
  { token, code: typed }: { token: string; code: unknown },
  visitor: Visitor,
): Confirmed | Exclude<ConfirmAnswer, { kind: 'enabled' }> {
  const session = sessionNow(engine, sessionId);
  const pending = pendingByToken(engine, sessionId, token);
  if (!session || !pending || pending.tries >= limits.enrolmentTries) return { kind: 'gone' };
  engine.store.run('UPDATE pending_enrolments SET tries = tries + 1 WHERE id = ?', [pending.id]);
  const code = readCode(typed, usualShape.digits);
  const secret = engine.sealer.open(pending.secret, purposeOf(sessionId));
  const step = code === null ? null : matchStep(secret, code, engine.clock(), usualShape, engine.window);
  if (step !== null) return { kind: 'confirmed', pending, secret, step };
  audit(engine, session.userId, 'setup.refused', visitor, { factor: 'totp' });
  return {
    kind: 'refused',
    reason: 'wrong',
    secondsOff: code === null ? null : secondsOff(engine, secret, code),
  };
}

/** How far the clock that made this code is from ours, in seconds, negative for behind; null if it can't be told. */
function secondsOff({ clock }: Engine, secret: Uint8Array, code: string): number | null {
  const step = matchStep(secret, code, clock(), usualShape, { back: HINT_STEPS, ahead: HINT_STEPS });
  return step === null ? null : (step - stepAt(clock(), usualShape)) * usualShape.period;
}

/** One transaction: the factor, its codes, the spent step, the new token, the others' end, the mail. All or none. */
function enable(
  engine: Engine,
  session: Session,
  { pending: { replaces }, secret, step }: Confirmed,
  { codes, hashes }: { codes: readonly string[]; hashes: readonly HashedCode[] },
  visitor: Visitor,
): ConfirmAnswer {
  const { id, userId } = session;
  if (replaces !== null) {
    removeFactor(engine, userId);
    cancelOpenCase(engine, userId, visitor);
  }
  addFactor(engine, userId, { secret, shape: usualShape, step, codes: hashes });
  engine.store.run('DELETE FROM pending_enrolments WHERE session_id = ?', [id]);
  engine.store.run('UPDATE sessions SET factor_at = ? WHERE id = ?', [engine.clock(), id]);
  if (codes.length > 0) openReveal(engine, id, codes);
  const token = renewAfterFactorChange(engine, session);
  const reason = replaces === null ? {} : { reason: 'replaced' };
  audit(engine, userId, 'two-factor.enabled', visitor, { factor: 'totp', ...reason });
  tell(engine, userId, replaces !== null);
  return { kind: 'enabled', token };
}

function tell(engine: Engine, userId: number, isReplaced: boolean): void {
  const { siteName } = engine;
  sendMail(
    engine,
    userId,
    isReplaced
      ? `Another authenticator is set up for ${siteName}`
      : `Two-factor authentication is on for ${siteName}`,
    `${isReplaced ? 'The codes of the one before are no longer taken. ' : ''}From now on a code of your authenticator app is asked when you sign in. Every other session was signed out. If it was not you, reset your password and contact support.`,
  );
}

export function cancelEnrolment(engine: Engine, session: Session, visitor: Visitor): void {
  engine.store.change(() => {
    const { changes } = engine.store.run('DELETE FROM pending_enrolments WHERE session_id = ?', [session.id]);
    if (changes > 0) audit(engine, session.userId, 'setup.abandoned', visitor);
  });
}
