import {
  clearFactorAttempts,
  justLocked,
  lockedUntil,
  releaseFactorAttempt,
  reserveFactorAttempt,
} from './attempts.ts';
import type { Engine, Visitor } from './engine.ts';
import { spendRecoveryCode, spendTotp, unusedRecoveryCodes } from './factors.ts';
import { hashInPlace } from './hashing.ts';
import { audit, sendMail } from './records.ts';
import { readRecoveryCode } from './recovery-format.ts';

export type FactorKind = 'totp' | 'recovery' | 'mail';

/** A code as it came in: anything at all. */
export interface Proof {
  kind: FactorKind;
  code: unknown;
}

export type FactorRefusal = 'empty' | 'malformed' | 'wrong' | 'replayed' | 'locked' | 'gone';

export type Proved<T> = { ok: true; value: T } | { ok: false; reason: FactorRefusal };

/** On whose behalf a code is tried, and what follows. Every method runs inside a transaction. */
export interface FactorAttempt<T> {
  /** Decided anew in each transaction: null once the challenge or session is gone. */
  userId(): number | null;
  /** Takes the attempt's own place, before the account's: false when there is none left. */
  reserve(): boolean;
  /** Gives that place back, where the code was never looked at. */
  release(): void;
  /** In the transaction that spends the code: if it throws, the code is not spent. */
  accept(userId: number): T;
  refuse(userId: number): void;
  /** Whether this is the code that was mailed for just this, which it spends; not there where none is ever mailed. */
  takeMailed?(code: unknown): boolean;
}

/** Tries a code of either kind. The one way in the whole site by which a second factor is accepted. */
export async function proveFactor<T>(
  engine: Engine,
  { kind, code }: Proof,
  visitor: Visitor,
  attempt: FactorAttempt<T>,
): Promise<Proved<T>> {
  // Not counted: nobody guesses with nothing.
  if (code === undefined || (typeof code === 'string' && code.trim() === '')) return refused('empty');
  if (kind === 'recovery') return await proveRecovery(engine, code, visitor, attempt);
  return kind === 'totp'
    ? proveTotp(engine, code, visitor, attempt)
    : proveMailed(engine, code, visitor, attempt);
}

function proveMailed<T>(
  engine: Engine,
  typed: unknown,
  visitor: Visitor,
  attempt: FactorAttempt<T>,
): Proved<T> {
  return engine.store.change(() => {
    const place = takePlace(engine, attempt);
    if (!place.ok) return place;
    return attempt.takeMailed?.(typed)
      ? accept(engine, place.value, 'mail', visitor, attempt)
      : refuse(engine, place.value, 'mail', 'wrong', visitor, attempt);
  });
}

function proveTotp<T>(
  engine: Engine,
  typed: unknown,
  visitor: Visitor,
  attempt: FactorAttempt<T>,
): Proved<T> {
  return engine.store.change(() => {
    const place = takePlace(engine, attempt);
    if (!place.ok) return place;
    const spent = spendTotp(engine, place.value, typed);
    if (spent !== 'accepted') return refuse(engine, place.value, 'totp', spent, visitor, attempt);
    return accept(engine, place.value, 'totp', visitor, attempt);
  });
}

async function proveRecovery<T>(
  engine: Engine,
  typed: unknown,
  visitor: Visitor,
  attempt: FactorAttempt<T>,
): Promise<Proved<T>> {
  const { store, hasher, policy } = engine;
  const code = policy.recovery && readRecoveryCode(typed, policy.recovery.format);
  const begun = store.change(() => {
    const place = takePlace(engine, attempt);
    if (!place.ok) return place;
    if (!code) return refuse(engine, place.value, 'recovery', 'malformed', visitor, attempt);
    return { ok: true as const, value: unusedRecoveryCodes(engine, place.value) };
  });
  if (!begun.ok || !code) return begun.ok ? refused('malformed') : begun;
  const index = await hashInPlace(hasher.findCode(code, begun.value), () =>
    store.change(() => giveBack(engine, attempt)),
  );
  const found = index === null ? undefined : begun.value[index];
  return store.change(() => {
    const userId = attempt.userId();
    if (userId === null) return refused('gone');
    // Others may have hashed the same code meanwhile; only the write says who was first.
    if (!found || !spendRecoveryCode(engine, userId, found.id)) {
      return refuse(engine, userId, 'recovery', 'wrong', visitor, attempt);
    }
    return accept(engine, userId, 'recovery', visitor, attempt);
  });
}

function takePlace<T>(engine: Engine, attempt: FactorAttempt<T>): Proved<number> {
  const userId = attempt.userId();
  if (userId === null) return refused('gone');
  if (lockedUntil(engine, userId) > 0) return refused('locked');
  if (!attempt.reserve()) return refused('gone');
  reserveFactorAttempt(engine, userId);
  return { ok: true, value: userId };
}

function giveBack<T>(engine: Engine, attempt: FactorAttempt<T>): void {
  const userId = attempt.userId();
  if (userId === null) return;
  attempt.release();
  releaseFactorAttempt(engine, userId);
}

function accept<T>(
  engine: Engine,
  userId: number,
  factor: FactorKind,
  visitor: Visitor,
  attempt: FactorAttempt<T>,
): Proved<T> {
  clearFactorAttempts(engine, userId);
  audit(engine, userId, 'factor.accepted', visitor, { factor });
  return { ok: true, value: attempt.accept(userId) };
}

function refuse<T>(
  engine: Engine,
  userId: number,
  factor: FactorKind,
  reason: FactorRefusal,
  visitor: Visitor,
  attempt: FactorAttempt<T>,
): Proved<never> {
  audit(engine, userId, 'factor.refused', visitor, { factor, reason });
  if (justLocked(engine, userId)) {
    audit(engine, userId, 'factor.locked', visitor);
    sendMail(
      engine,
      userId,
      `Too many wrong codes for your ${engine.siteName} account`,
      'Somebody who knows your password entered wrong codes several times. We have stopped taking codes for a while. If it was not you, change your password now.',
    );
  }
  attempt.refuse(userId);
  return refused(reason);
}

function refused(reason: FactorRefusal): { ok: false; reason: FactorRefusal } {
  return { ok: false, reason };
}
