import {
  challengeByToken,
  createChallenge,
  endChallenge,
  releaseChallengeTry,
  reserveChallengeTry,
  type SignInChallenge,
} from './challenges.ts';
import type { Engine, Visitor } from './engine.ts';
import { factorStatus, hasFactor, removeFactor } from './factors.ts';
import { hashInPlace } from './hashing.ts';
import { limits } from './limits.ts';
import { mailIfDefault } from './mail-method.ts';
import { takeMailedCode } from './mailed-codes.ts';
import { cancelOpenCase } from './open-cases.ts';
import { proveFactor, type Proof, type Proved } from './prove.ts';
import { audit, sendMail } from './records.ts';
import { recoveryName, recoveryTitle } from './recovery-words.ts';
import { createSession, endEverything, endSession, sessionByToken } from './sessions.ts';
import { clearThrottle, releasePasswordAttempt, reservePasswordAttempt, throttleKey } from './throttle.ts';
import { passwordOf, userForSignIn } from './users.ts';

export interface Credentials {
  username: unknown;
  password: unknown;
}

/** Tokens are for the cookie of the record's own kind. */
export type PasswordAnswer =
  | { kind: 'session'; token: string }
  /** `mailed`: a code by e-mail is what this account is asked first, and it is on its way. */
  | { kind: 'challenge'; token: string; mailed: boolean }
  | { kind: 'refused' }
  | { kind: 'slow'; until: number };

/** @param previous the token of the session that this browser had, which the new one replaces */
export async function signInWithPassword(
  engine: Engine,
  { username, password }: Credentials,
  visitor: Visitor,
  previous?: string,
): Promise<PasswordAnswer> {
  if (typeof username !== 'string' || !isPlausiblePassword(password)) return { kind: 'refused' };
  const { store, hasher } = engine;
  const user = userForSignIn(engine, username);
  // By the account, if there is one: its e-mail address would else be a second counter.
  const key = throttleKey('password', user?.username ?? username, visitor);
  const until = store.change(() => reservePasswordAttempt(engine, key));
  if (until !== null) return { kind: 'slow', until };
  const right = await hashInPlace(hasher.isPassword(password, user?.password ?? hasher.nobody), () =>
    store.change(() => releasePasswordAttempt(engine, key)),
  );
  return store.change((): PasswordAnswer => {
    // Changed while it was being hashed: what was proved is no longer the password.
    if (!user || !right || passwordOf(engine, user.id) !== user.password) {
      audit(engine, user?.id ?? null, 'password.refused', visitor);
      return { kind: 'refused' };
    }
    clearThrottle(engine, key);
    audit(engine, user.id, 'password.accepted', visitor);
    if (!hasFactor(engine, user.id)) {
      return { kind: 'session', token: finishSignIn(engine, user.id, visitor, previous, false) };
    }
    audit(engine, user.id, 'challenge.created', visitor);
    const token = createChallenge(engine, user.id);
    return { kind: 'challenge', token, mailed: mailIfDefault(engine, user.id, token, visitor) };
  });
}

/** Anything else can't be anyone's password, and hashing a megabyte would be a favour to an attacker. */
export function isPlausiblePassword(password: unknown): password is string {
  return typeof password === 'string' && password !== '' && password.length <= limits.passwordLength.most;
}

export interface SignedIn {
  token: string;
  /** How many recovery codes are left if one was used, null if 2FA went off with it, undefined if none was used. */
  codesLeft?: number | null;
}

/** The second step. With 'gone' the sign-in starts at the password again. */
export async function signInWithFactor(
  engine: Engine,
  challengeToken: string,
  proof: Proof,
  visitor: Visitor,
  previous?: string,
): Promise<Proved<SignedIn>> {
  const current = (): SignInChallenge | null => challengeByToken(engine, challengeToken);
  const answer = await proveFactor(engine, proof, visitor, {
    userId: () => current()?.userId ?? null,
    reserve: () => reserveChallengeTry(engine, current()?.id ?? 0),
    release: () => releaseChallengeTry(engine, current()?.id ?? 0),
    accept: (userId) => {
      endChallenge(engine, current()?.id ?? 0);
      cancelOpenCase(engine, userId, visitor);
      const codesLeft = proof.kind === 'recovery' ? afterRecovery(engine, userId, visitor) : undefined;
      const token = finishSignIn(engine, userId, visitor, previous, true);
      return codesLeft === undefined ? { token } : { token, codesLeft };
    },
    refuse: (userId) => endIfExhausted(engine, userId, current(), visitor),
    takeMailed: (code) => takeMailedCode(engine, { column: 'challenge_id', id: current()?.id ?? 0 }, code),
  });
  const over = !answer.ok && current() === null;
  return over ? { ok: false, reason: 'gone' } : answer;
}

function endIfExhausted(
  engine: Engine,
  userId: number,
  challenge: SignInChallenge | null,
  visitor: Visitor,
): void {
  if (!challenge || challenge.tries < limits.challengeTries) return;
  endChallenge(engine, challenge.id);
  audit(engine, userId, 'challenge.exhausted', visitor);
  sendMail(
    engine,
    userId,
    `A sign-in to ${engine.siteName} was stopped`,
    'Somebody entered your password correctly and then five wrong codes. If it was not you, your password is known to somebody else: change it now.',
  );
}

/** What a used recovery code brings with it. */
function afterRecovery(engine: Engine, userId: number, visitor: Visitor): number | null {
  if (engine.policy.onRecoveryUse === 'spend-and-disable') {
    removeFactor(engine, userId);
    endEverything(engine, userId);
    audit(engine, userId, 'two-factor.disabled', visitor, { reason: 'recovery' });
  }
  const left = factorStatus(engine, userId)?.codesLeft ?? null;
  const name = recoveryName(engine.policy);
  const now =
    left === null
      ? 'Two-factor authentication is now off.'
      : `${recoveryTitle(engine.policy)}s left: ${left}.`;
  sendMail(
    engine,
    userId,
    `A ${name} was used for ${engine.siteName}`,
    `Somebody signed in with one of your ${name}s. ${now} If it was not you, ${remedy(engine, left)}`,
  );
  return left;
}

function remedy({ policy }: Engine, left: number | null): string {
  if (left === null) return 'change your password and enable two-factor authentication again now.';
  if (policy.regenerate) return `change your password and regenerate your ${recoveryName(policy)}s now.`;
  return 'change your password, disable two-factor authentication and enable it again now.';
}

export function abandonSignIn(engine: Engine, challengeToken: string, visitor: Visitor): void {
  engine.store.change(() => {
    const challenge = challengeByToken(engine, challengeToken);
    if (!challenge) return;
    endChallenge(engine, challenge.id);
    audit(engine, challenge.userId, 'challenge.abandoned', visitor);
  });
}

/**
 * The one place where a session begins, whichever way led here, and always with a new token: a cookie that was there before
 * is never adopted. From elsewhere only the testing door comes here, and the accounts that the site starts with.
 */
export function finishSignIn(
  engine: Engine,
  userId: number,
  visitor: Visitor,
  previous: string | undefined,
  withFactor: boolean,
): string {
  const replaced = previous === undefined ? null : sessionByToken(engine, previous);
  if (replaced) endSession(engine, replaced.userId, replaced.id);
  audit(engine, userId, 'session.created', visitor);
  return createSession(engine, userId, visitor, withFactor);
}

export function signOut(engine: Engine, token: string, visitor: Visitor): void {
  engine.store.change(() => {
    const session = sessionByToken(engine, token);
    if (!session) return;
    endSession(engine, session.userId, session.id);
    audit(engine, session.userId, 'session.ended', visitor);
  });
}
