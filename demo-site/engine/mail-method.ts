import { challengeByToken } from './challenges.ts';
import type { Engine, Visitor } from './engine.ts';
import { factorStatus, hasFactor } from './factors.ts';
import { limits } from './limits.ts';
import { isCodeMailed, mailCode, takeMailedCode, type MailedFor } from './mailed-codes.ts';
import { audit, sendMail } from './records.ts';
import { endEverything, isFresh, renewAfterFactorChange, sessionNow, type Session } from './sessions.ts';
import { reserveWithinHour, throttleKey } from './throttle.ts';

/**
 * Codes by e-mail, as a second method beside the authenticator and never in its place: it is there while the factor is, and
 * brings no recovery codes of its own.
 */
export function hasMailMethod({ store }: Engine, userId: number): boolean {
  const sought =
    'SELECT factor_id FROM mail_methods WHERE factor_id = (SELECT id FROM factors WHERE user_id = ?)';
  return store.row(sought, [userId]) !== undefined;
}

export type MailStart = 'sent' | 'slow' | 'step-up' | 'already-on' | 'off';

const setupOf = ({ id }: Session): MailedFor => ({ column: 'session_id', id });

/** Mails the code that confirms the mailbox. */
export function startMailMethod(engine: Engine, { id }: Session, visitor: Visitor): MailStart {
  return engine.store.change((): MailStart => {
    const session = sessionNow(engine, id);
    if (!session || !isFresh(engine, session)) return 'step-up';
    if (!engine.policy.mailMethod || !hasFactor(engine, session.userId)) return 'off';
    if (hasMailMethod(engine, session.userId)) return 'already-on';
    return sendOne(engine, session.userId, setupOf(session), visitor) ? 'sent' : 'slow';
  });
}

export function isMailMethodBegun(engine: Engine, session: Session): boolean {
  return isCodeMailed(engine, setupOf(session));
}

export type MailConfirm = 'signed-out' | { token: string } | 'refused' | 'gone';

export function confirmMailMethod(
  engine: Engine,
  { id }: Session,
  code: unknown,
  visitor: Visitor,
): MailConfirm {
  return engine.store.change((): MailConfirm => {
    const session = sessionNow(engine, id);
    if (!session || !isCodeMailed(engine, setupOf(session))) return 'gone';
    // The code proves the mailbox; who may add a method is still the one who proved the other factor lately.
    if (!isFresh(engine, session) || !hasFactor(engine, session.userId)) return 'gone';
    if (!takeMailedCode(engine, setupOf(session), code)) return 'refused';
    const factor = 'SELECT id, ? FROM factors WHERE user_id = ?';
    engine.store.run(`INSERT OR IGNORE INTO mail_methods (factor_id, enabled_at) ${factor}`, [
      engine.clock(),
      session.userId,
    ]);
    const token = renewAfterFactorChange(engine, session);
    audit(engine, session.userId, 'mail-method.enabled', visitor, { factor: 'mail' });
    tell(engine, session.userId, 'on');
    if (engine.policy.afterEnable === 'stay') return { token };
    endEverything(engine, session.userId);
    return 'signed-out';
  });
}

export type MailDisable = { token: string } | 'step-up';

export function disableMailMethod(engine: Engine, { id }: Session, visitor: Visitor): MailDisable {
  return engine.store.change((): MailDisable => {
    const session = sessionNow(engine, id);
    if (!session || !isFresh(engine, session)) return 'step-up';
    if (removeMailMethod(engine, session.userId, visitor)) tell(engine, session.userId, 'off');
    return { token: renewAfterFactorChange(engine, session) };
  });
}

/** Inside a change. @returns whether it was on */
export function removeMailMethod(engine: Engine, userId: number, visitor: Visitor): boolean {
  const { changes } = engine.store.run(
    'DELETE FROM mail_methods WHERE factor_id = (SELECT id FROM factors WHERE user_id = ?)',
    [userId],
  );
  if (changes === 0) return false;
  audit(engine, userId, 'mail-method.disabled', visitor, { factor: 'mail' });
  return true;
}

function tell(engine: Engine, userId: number, now: 'on' | 'off'): void {
  sendMail(
    engine,
    userId,
    `Codes by e-mail are ${now} for ${engine.siteName}`,
    'Every other session was signed out. If it was not you, reset your password and contact support.',
  );
}

export type DefaultAnswer = { token: string } | 'step-up' | 'off';

/** Which of the two methods is asked first after the password. The other stays a link away. */
export function makeDefault(
  engine: Engine,
  { id }: Session,
  method: 'totp' | 'mail',
  visitor: Visitor,
): DefaultAnswer {
  return engine.store.change((): DefaultAnswer => {
    const session = sessionNow(engine, id);
    if (!session || !isFresh(engine, session)) return 'step-up';
    if (!hasMailMethod(engine, session.userId)) return 'off';
    engine.store.run(
      'UPDATE mail_methods SET is_default = ? WHERE factor_id = (SELECT id FROM factors WHERE user_id = ?)',
      [method === 'mail' ? 1 : 0, session.userId],
    );
    audit(engine, session.userId, 'default-method.changed', visitor, { factor: method });
    const asked = method === 'mail' ? 'A code by e-mail' : 'A code of your authenticator app';
    sendMail(
      engine,
      session.userId,
      `Another method is asked first for ${engine.siteName}`,
      `${asked} is now asked first when you sign in. Every other session was signed out. If it was not you, reset your password and contact support.`,
    );
    return { token: renewAfterFactorChange(engine, session) };
  });
}

/**
 * Inside a change, of the sign-in that has just begun: mails its code at once where that is what is asked first.
 * @returns whether it did; the authenticator is asked where no more mails may be sent
 */
export function mailIfDefault(
  engine: Engine,
  userId: number,
  challengeToken: string,
  visitor: Visitor,
): boolean {
  const challenge = challengeByToken(engine, challengeToken);
  if (!challenge || factorStatus(engine, userId)?.mail !== 'default') return false;
  return sendOne(engine, userId, { column: 'challenge_id', id: challenge.id }, visitor);
}

/** For a sign-in whose password was right. 'gone' if it is over or its account has no such method. */
export function mailSignInCode(
  engine: Engine,
  challengeToken: string,
  visitor: Visitor,
): 'sent' | 'slow' | 'gone' {
  return engine.store.change(() => {
    const challenge = challengeByToken(engine, challengeToken);
    if (!challenge || !hasMailMethod(engine, challenge.userId)) return 'gone';
    const what: MailedFor = { column: 'challenge_id', id: challenge.id };
    return sendOne(engine, challenge.userId, what, visitor) ? 'sent' : 'slow';
  });
}

/** So many in an hour: a mailbox must not be flooded, nor the guesses begin anew for ever. */
function sendOne(engine: Engine, userId: number, what: MailedFor, visitor: Visitor): boolean {
  const key = throttleKey('mailed-code', String(userId), visitor);
  if (!reserveWithinHour(engine, key, limits.mailedCodesPerHour)) return false;
  mailCode(engine, userId, what);
  return true;
}
