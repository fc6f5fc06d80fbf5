import type { Engine } from './engine.ts';
import type { HashedCode } from './hashing.ts';
import { matchStep, readCode, type OtpShape, usualShape } from './otp.ts';

interface FactorRow extends OtpShape {
  id: number;
  secret: Uint8Array;
}

export interface FactorStatus {
  enabledAt: number;
  codesLeft: number;
  /** Whether codes by e-mail are taken as well, and whether they are what is asked first. */
  mail: 'off' | 'on' | 'default';
}

function factorOf({ store }: Engine, userId: number): FactorRow | undefined {
  return store.row('SELECT id, secret, algorithm, digits, period FROM factors WHERE user_id = ?', [userId]);
}

export function hasFactor(engine: Engine, userId: number): boolean {
  return factorOf(engine, userId) !== undefined;
}

/** Of this factor alone: one that is set up anew has another. */
export function factorId(engine: Engine, userId: number): number | null {
  return factorOf(engine, userId)?.id ?? null;
}

export function factorStatus({ store }: Engine, userId: number): FactorStatus | null {
  const row = store.row<FactorStatus>(
    `SELECT enabled_at AS enabledAt,
       (SELECT count(*) FROM recovery_codes WHERE factor_id = factors.id AND used_at IS NULL) AS codesLeft,
       CASE (SELECT is_default FROM mail_methods WHERE factor_id = factors.id)
         WHEN 1 THEN 'default' WHEN 0 THEN 'on' ELSE 'off' END AS mail
     FROM factors WHERE user_id = ?`,
    [userId],
  );
  return row ?? null;
}

function purposeOf(userId: number): string {
  return `totp|v1|user:${userId}`;
}

export interface NewFactor {
  secret: Uint8Array;
  shape: OtpShape;
  /** The step whose code confirmed the set-up: spent, or that code would sign someone in as well. */
  step: number;
  codes: readonly HashedCode[];
}

export function addFactor(engine: Engine, userId: number, { secret, shape, step, codes }: NewFactor): void {
  const sealed = engine.sealer.seal(secret, purposeOf(userId));
  const { id } = engine.store.run(
    `INSERT INTO factors (user_id, secret, algorithm, digits, period, last_step, enabled_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [userId, sealed, shape.algorithm, shape.digits, shape.period, step, engine.clock()],
  );
  addRecoveryCodes(engine, id, codes);
}

/** The secret and all recovery codes go with it. */
export function removeFactor({ store }: Engine, userId: number): void {
  store.run('DELETE FROM factors WHERE user_id = ?', [userId]);
}

/** For the testing door: no page shows an active factor's secret, and no other code asks for it. */
export function factorSecret(engine: Engine, userId: number): Uint8Array | null {
  const factor = factorOf(engine, userId);
  return factor ? engine.sealer.open(factor.secret, purposeOf(userId)) : null;
}

/** What the account's codes look like. */
export function factorShape(engine: Engine, userId: number): OtpShape {
  return factorOf(engine, userId) ?? usualShape;
}

export type Spent = 'accepted' | 'replayed' | 'wrong' | 'malformed';

/** Takes the code's step if none as new was ever taken, for whatever purpose. */
export function spendTotp(engine: Engine, userId: number, typed: unknown): Spent {
  const factor = factorOf(engine, userId);
  const code = readCode(typed, factor?.digits ?? usualShape.digits);
  if (code === null) return 'malformed';
  if (!factor) return 'wrong';
  const secret = engine.sealer.open(factor.secret, purposeOf(userId));
  const step = matchStep(secret, code, engine.clock(), factor, engine.window);
  if (step === null) return 'wrong';
  const { changes } = engine.store.run('UPDATE factors SET last_step = ? WHERE id = ? AND last_step < ?', [
    step,
    factor.id,
    step,
  ]);
  return changes === 1 ? 'accepted' : 'replayed';
}

export interface RecoveryRow extends HashedCode {
  id: number;
}

/** Only the account's own: a lookup over all accounts would let one person's code open another's. */
export function unusedRecoveryCodes({ store }: Engine, userId: number): RecoveryRow[] {
  return store.rows(
    `SELECT recovery_codes.id, salt, hash FROM recovery_codes
     JOIN factors ON factors.id = factor_id WHERE user_id = ? AND used_at IS NULL`,
    [userId],
  );
}

/** True for one caller only, however many found the same code unused while they were hashing. */
export function spendRecoveryCode({ store, clock }: Engine, userId: number, codeId: number): boolean {
  const { changes } = store.run(
    `UPDATE recovery_codes SET used_at = ? WHERE id = ? AND used_at IS NULL
     AND factor_id = (SELECT id FROM factors WHERE user_id = ?)`,
    [clock(), codeId, userId],
  );
  return changes === 1;
}

/** @returns false without a factor: codes made before there is one would be valid the day it is enabled. */
export function replaceRecoveryCodes(engine: Engine, userId: number, codes: readonly HashedCode[]): boolean {
  const factor = factorOf(engine, userId);
  if (!factor) return false;
  engine.store.run('DELETE FROM recovery_codes WHERE factor_id = ?', [factor.id]);
  addRecoveryCodes(engine, factor.id, codes);
  return true;
}

function addRecoveryCodes({ store }: Engine, factorId: number, codes: readonly HashedCode[]): void {
  for (const { salt, hash } of codes) {
    store.run('INSERT INTO recovery_codes (factor_id, salt, hash) VALUES (?, ?, ?)', [factorId, salt, hash]);
  }
}
