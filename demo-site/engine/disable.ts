import type { Engine, Visitor } from './engine.ts';
import { hasFactor, removeFactor } from './factors.ts';
import { cancelOpenCase } from './open-cases.ts';
import { audit, sendMail } from './records.ts';
import { isFresh, renewAfterFactorChange, sessionNow, type Session } from './sessions.ts';

export type DisableAnswer = { kind: 'disabled'; token: string } | { kind: 'step-up' } | { kind: 'off' };

/** Forgets the secret and the codes: enabling again begins with new ones. */
export function disableTwoFactor(engine: Engine, { id }: Session, visitor: Visitor): DisableAnswer {
  return engine.store.change((): DisableAnswer => {
    const session = sessionNow(engine, id);
    if (!session || !isFresh(engine, session)) return { kind: 'step-up' };
    if (!hasFactor(engine, session.userId)) return { kind: 'off' };
    removeFactor(engine, session.userId);
    cancelOpenCase(engine, session.userId, visitor);
    engine.store.run('DELETE FROM reveals WHERE session_id = ?', [id]);
    const token = renewAfterFactorChange(engine, session);
    audit(engine, session.userId, 'two-factor.disabled', visitor, { reason: 'asked' });
    sendMail(
      engine,
      session.userId,
      `Two-factor authentication is off for ${engine.siteName}`,
      'Only your password is asked when you sign in. If it was not you, reset your password and contact support now.',
    );
    return { kind: 'disabled', token };
  });
}
