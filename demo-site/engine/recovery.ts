import type { Engine, Visitor } from './engine.ts';
import { factorStatus, replaceRecoveryCodes } from './factors.ts';
import { limits } from './limits.ts';
import { audit, sendMail } from './records.ts';
import { recoveryName } from './recovery-words.ts';
import { makeRecoveryCode, showRecoveryCode } from './recovery-format.ts';
import { endEverything, isFresh, renewAfterFactorChange, sessionNow, type Session } from './sessions.ts';

/** As many as the provider gives, all different; none where it gives none. */
export function makeRecoveryCodes({ policy, random }: Engine): string[] {
  const codes = new Set<string>();
  while (policy.recovery && codes.size < policy.recovery.count) {
    codes.add(makeRecoveryCode(policy.recovery.format, random));
  }
  return [...codes];
}

function purposeOf(sessionId: number): string {
  return `reveal|v1|session:${sessionId}`;
}

/**
 * The ticket by which one page of one session can show new codes, until they are acknowledged: the POST that made them can
 * redirect, and reloading the page makes no others.
 */
export function openReveal(
  { store, sealer, clock }: Engine,
  sessionId: number,
  codes: readonly string[],
): void {
  const sealed = sealer.seal(Buffer.from(JSON.stringify(codes)), purposeOf(sessionId));
  store.run('INSERT OR REPLACE INTO reveals (session_id, codes, created_at) VALUES (?, ?, ?)', [
    sessionId,
    sealed,
    clock(),
  ]);
}

/** The codes that this session has still to acknowledge, as they are shown, or null. */
export function revealedCodes({ store, sealer, clock, policy }: Engine, session: Session): string[] | null {
  const row = store.row<{ codes: Uint8Array }>(
    'SELECT codes FROM reveals WHERE session_id = ? AND created_at > ?',
    [session.id, clock() - limits.revealLife],
  );
  const { recovery } = policy;
  if (!row || !recovery) return null;
  const codes = JSON.parse(Buffer.from(sealer.open(row.codes, purposeOf(session.id))).toString()) as string[];
  return codes.map((code) => showRecoveryCode(code, recovery.format));
}

/** @returns whether the session goes on */
export function acknowledgeCodes(engine: Engine, session: Session, visitor: Visitor): boolean {
  return engine.store.change(() => {
    const { changes } = engine.store.run('DELETE FROM reveals WHERE session_id = ?', [session.id]);
    if (changes === 0) return true;
    audit(engine, session.userId, 'recovery-codes.acknowledged', visitor);
    if (engine.policy.afterEnable === 'stay') return true;
    endEverything(engine, session.userId);
    return false;
  });
}

export type RegenerateAnswer = { kind: 'regenerated'; token: string } | { kind: 'step-up' } | { kind: 'off' };

export async function regenerateCodes(
  engine: Engine,
  { id, userId }: Session,
  visitor: Visitor,
): Promise<RegenerateAnswer> {
  const allowed = (): Session | RegenerateAnswer => {
    const session = sessionNow(engine, id);
    if (!engine.policy.regenerate) return { kind: 'off' };
    if (!session || !isFresh(engine, session)) return { kind: 'step-up' };
    return factorStatus(engine, session.userId) ? session : { kind: 'off' };
  };
  const first = allowed();
  if ('kind' in first) return first;
  const codes = makeRecoveryCodes(engine);
  const hashes = await engine.hasher.hashCodes(codes);
  return engine.store.change(() => {
    const session = allowed();
    if ('kind' in session) return session;
    replaceRecoveryCodes(engine, userId, hashes);
    openReveal(engine, id, codes);
    const token = renewAfterFactorChange(engine, session);
    audit(engine, userId, 'recovery-codes.regenerated', visitor);
    sendMail(
      engine,
      userId,
      `New ${recoveryName(engine.policy)}s for ${engine.siteName}`,
      `Your ${recoveryName(engine.policy)}s were regenerated: the old ones no longer work. If it was not you, reset your password and contact support.`,
    );
    return { kind: 'regenerated', token };
  });
}
