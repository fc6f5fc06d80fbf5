import type { Engine, Visitor } from './engine.ts';
import { limits } from './limits.ts';
import { removeMailMethod } from './mail-method.ts';
import { audit, sendMail } from './records.ts';
import { endEverything } from './sessions.ts';
import { reserveWithinHour, throttleKey } from './throttle.ts';
import { hashToken, makeToken } from './token.ts';
import { userForSignIn } from './users.ts';

/**
 * Mails a link if there is such an account. The caller says the same to everybody.
 * @param link makes the address from the token: from the configured address of the site, never from what a request calls it
 */
export function requestReset(
  engine: Engine,
  account: unknown,
  visitor: Visitor,
  link: (token: string) => string,
): void {
  if (typeof account !== 'string') return;
  engine.store.change(() => {
    const user = userForSignIn(engine, account);
    if (!user) return;
    const key = throttleKey('reset', user.username, visitor);
    if (!reserveWithinHour(engine, key, limits.resetMailsPerAccount)) return;
    const token = makeToken(engine.random);
    const expired = engine.clock() - limits.resetLife;
    engine.store.run('DELETE FROM password_resets WHERE created_at <= ?', [expired]);
    engine.store.run('INSERT INTO password_resets (token_hash, user_id, created_at) VALUES (?, ?, ?)', [
      hashToken(token),
      user.id,
      engine.clock(),
    ]);
    audit(engine, user.id, 'reset.requested', visitor);
    sendMail(
      engine,
      user.id,
      `Choose a new password for ${engine.siteName}`,
      `Open this link within 30 minutes to choose a new password:\n${link(token)}\n\nIf it was not you, there is nothing to do.`,
    );
  });
}

function userOfReset({ store, clock }: Engine, token: unknown): number | null {
  if (typeof token !== 'string') return null;
  const row = store.row<{ user_id: number }>(
    'SELECT user_id FROM password_resets WHERE token_hash = ? AND created_at > ?',
    [hashToken(token), clock() - limits.resetLife],
  );
  return row?.user_id ?? null;
}

export function isResetOpen(engine: Engine, token: unknown): boolean {
  return userOfReset(engine, token) !== null;
}

export type ResetAnswer = 'changed' | 'expired' | 'unfit';

/** Changes the password and ends every session. It signs nobody in and leaves the second factor as it is. */
export async function finishReset(
  engine: Engine,
  token: unknown,
  password: unknown,
  visitor: Visitor,
): Promise<ResetAnswer> {
  if (userOfReset(engine, token) === null) return 'expired';
  if (!isFitPassword(password)) return 'unfit';
  const stored = await engine.hasher.hashPassword(password);
  return engine.store.change(() => {
    const userId = userOfReset(engine, token);
    if (userId === null) return 'expired';
    engine.store.run('UPDATE users SET password = ? WHERE id = ?', [stored, userId]);
    engine.store.run('DELETE FROM password_resets WHERE user_id = ?', [userId]);
    endEverything(engine, userId);
    // Else the mailbox alone, which has just chosen the password, would bring the second factor as well.
    const mailWentOff = removeMailMethod(engine, userId, visitor);
    audit(engine, userId, 'password.changed', visitor, { reason: 'reset' });
    sendMail(
      engine,
      userId,
      `Your ${engine.siteName} password was changed`,
      `Every session was signed out. ${mailWentOff ? 'Codes by e-mail are off; the authenticator' : 'Two-factor authentication'} is as it was. If it was not you, contact support.`,
    );
    return 'changed';
  });
}

function isFitPassword(password: unknown): password is string {
  const { least, most } = limits.passwordLength;
  return typeof password === 'string' && password.length >= least && password.length <= most;
}
