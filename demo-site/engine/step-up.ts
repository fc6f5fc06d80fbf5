import type { Engine, Visitor } from './engine.ts';
import { hashInPlace } from './hashing.ts';
import { proveFactor, type FactorRefusal, type Proof } from './prove.ts';
import { audit } from './records.ts';
import { freshness, rotateSession, sessionNow, type Session } from './sessions.ts';
import { isPlausiblePassword } from './sign-in.ts';
import { clearThrottle, releasePasswordAttempt, reservePasswordAttempt, throttleKey } from './throttle.ts';
import { passwordOf, userById } from './users.ts';

export type StepUpAnswer =
  | { kind: 'done'; token: string }
  | { kind: 'wrong-password' }
  | { kind: 'slow'; until: number }
  | { kind: 'factor'; reason: Exclude<FactorRefusal, 'gone'> }
  | { kind: 'gone' };

/** Which proofs this session has to bring: the password always, the second factor unless it was proved lately. */
export function needsFactor(engine: Engine, session: Session): boolean {
  return !freshness(engine, session).factor;
}

/** The password first: a wrong one never gets as far as trying codes, so a stranger can't lock the account with them. */
export async function stepUp(
  engine: Engine,
  { id, userId }: Session,
  { password, proof }: { password: unknown; proof: Proof },
  visitor: Visitor,
): Promise<StepUpAnswer> {
  const refused = await checkPassword(engine, userId, password, visitor);
  if (refused) return refused;
  const session = sessionNow(engine, id);
  if (!session) return { kind: 'gone' };
  if (!needsFactor(engine, session)) {
    return engine.store.change(() => {
      const current = sessionNow(engine, id);
      // It may have become stale, or two-factor been enabled elsewhere, since it was looked at.
      if (!current || needsFactor(engine, current)) return { kind: 'gone' };
      return { kind: 'done', token: renew(engine, current, false, visitor) };
    });
  }
  const answer = await proveFactor(engine, proof, visitor, {
    userId: () => sessionNow(engine, id)?.userId ?? null,
    reserve: () => true,
    release: () => undefined,
    accept: () => renew(engine, session, true, visitor),
    refuse: () => audit(engine, userId, 'step-up.refused', visitor, { factor: proof.kind }),
  });
  if (answer.ok) return { kind: 'done', token: answer.value };
  return answer.reason === 'gone' ? { kind: 'gone' } : { kind: 'factor', reason: answer.reason };
}

async function checkPassword(
  engine: Engine,
  userId: number,
  password: unknown,
  visitor: Visitor,
): Promise<StepUpAnswer | null> {
  const { store, hasher } = engine;
  const username = userById(engine, userId)?.username ?? '';
  const key = throttleKey('password', username, visitor);
  const until = store.change(() => reservePasswordAttempt(engine, key));
  if (until !== null) return { kind: 'slow', until };
  const stored = passwordOf(engine, userId) ?? hasher.nobody;
  const giveBack = (): void => store.change(() => releasePasswordAttempt(engine, key));
  const right =
    isPlausiblePassword(password) && (await hashInPlace(hasher.isPassword(password, stored), giveBack));
  return store.change(() => {
    if (!right || passwordOf(engine, userId) !== stored) {
      audit(engine, userId, 'step-up.refused', visitor, { reason: 'password' });
      return { kind: 'wrong-password' };
    }
    clearThrottle(engine, key);
    return null;
  });
}

/** Fresh proof in this session alone, under a new token. */
function renew(engine: Engine, { id, userId }: Session, withFactor: boolean, visitor: Visitor): string {
  const now = engine.clock();
  engine.store.run('UPDATE sessions SET password_at = ? WHERE id = ?', [now, id]);
  if (withFactor) engine.store.run('UPDATE sessions SET factor_at = ? WHERE id = ?', [now, id]);
  audit(engine, userId, 'step-up.accepted', visitor);
  return rotateSession(engine, id);
}
