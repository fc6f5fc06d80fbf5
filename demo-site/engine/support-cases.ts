import { clearFactorAttempts } from './attempts.ts';
import { challengeByToken } from './challenges.ts';
import type { Engine, Visitor } from './engine.ts';
import { removeFactor } from './factors.ts';
import { limits } from './limits.ts';
import { cancelOpenCase, OPEN } from './open-cases.ts';
import { audit, nobody, sendMail } from './records.ts';
import { endEverything } from './sessions.ts';
import { hashToken, makeToken } from './token.ts';

/**
 * The way back for who has neither device nor code: asked for after the password, confirmed from the mailbox, checked by
 * support, and carried out after a time in which the owner can still stop it.
 */
export type CaseState = 'mailed' | 'confirmed' | 'cooling' | 'done' | 'rejected' | 'cancelled' | 'expired';

/** Makes the address from the token: from the configured address of the site, never from what a request calls it. */
export type Link = (token: string) => string;

/**
 * Opens a case for the account that this sign-in is about. The caller says the same whatever came of it: whoever merely knows a
 * password doesn't learn whether there is a case already.
 * @returns false if the sign-in is over
 */
export function openCase(engine: Engine, challengeToken: string, visitor: Visitor, link: Link): boolean {
  return engine.store.change(() => {
    const challenge = challengeByToken(engine, challengeToken);
    if (!challenge) return false;
    openCaseOf(engine, challenge.userId, visitor, link);
    return true;
  });
}

/** Inside a change, for an account whose password was right just now. */
export function openCaseOf(engine: Engine, userId: number, visitor: Visitor, link: Link): void {
  if (engine.policy.supportCases && mayOpen(engine, userId)) addCase(engine, userId, visitor, link);
}

function mayOpen({ store, clock }: Engine, userId: number): boolean {
  const counted = store.row<{ open: number; lately: number }>(
    `SELECT count(*) FILTER (WHERE ${OPEN}) AS open, count(*) FILTER (WHERE opened_at > ?) AS lately
     FROM support_cases WHERE user_id = ?`,
    [clock() - limits.caseDay, userId],
  );
  return counted?.open === 0 && counted.lately < limits.casesPerDay;
}

function addCase(engine: Engine, userId: number, visitor: Visitor, link: Link): void {
  const token = makeToken(engine.random);
  engine.store.run(
    "INSERT INTO support_cases (user_id, state, opened_at, confirm_hash) VALUES (?, 'mailed', ?, ?)",
    [userId, engine.clock(), hashToken(token)],
  );
  audit(engine, userId, 'case.opened', visitor);
  sendMail(
    engine,
    userId,
    `Recover your ${engine.siteName} account`,
    `Somebody who knows your password says that the second factor is lost. If it was you, confirm within 24 hours that the account is yours:\n${link(token)}\n\nSupport then checks it. If it was not you, change your password now: without this link nothing happens.`,
  );
}

function caseOf({ store, clock }: Engine, token: unknown): { id: number; user_id: number } | undefined {
  if (typeof token !== 'string') return undefined;
  return store.row(
    "SELECT id, user_id FROM support_cases WHERE confirm_hash = ? AND state = 'mailed' AND opened_at > ?",
    [hashToken(token), clock() - limits.caseConfirmLife],
  );
}

export function isConfirmable(engine: Engine, token: unknown): boolean {
  return caseOf(engine, token) !== undefined;
}

/** From the mailbox: the account is mine. It is one of two things that support needs, and turns nothing off. */
export function confirmOwnership(engine: Engine, token: unknown, visitor: Visitor): boolean {
  return engine.store.change(() => {
    const found = caseOf(engine, token);
    if (!found) return false;
    engine.store.run("UPDATE support_cases SET state = 'confirmed', confirmed_at = ? WHERE id = ?", [
      engine.clock(),
      found.id,
    ]);
    audit(engine, found.user_id, 'case.confirmed', visitor);
    return true;
  });
}

function caseToCancel({ store }: Engine, token: unknown): { user_id: number } | undefined {
  if (typeof token !== 'string') return undefined;
  return store.row("SELECT user_id FROM support_cases WHERE cancel_hash = ? AND state = 'cooling'", [
    hashToken(token),
  ]);
}

export function isCancellable(engine: Engine, token: unknown): boolean {
  return caseToCancel(engine, token) !== undefined;
}

export function cancelCase(engine: Engine, token: unknown, visitor: Visitor): boolean {
  return engine.store.change(() => {
    const found = caseToCancel(engine, token);
    return found !== undefined && cancelOpenCase(engine, found.user_id, visitor);
  });
}

/** Carries out what is due and closes what nobody confirmed. Called before anything else looks at an account. */
export function settleCases(engine: Engine): void {
  const { store, clock, policy } = engine;
  if (!policy.supportCases) return;
  const unconfirmed = clock() - limits.caseConfirmLife;
  const due = clock() - limits.caseCooling;
  const WAITING = `(state = 'mailed' AND opened_at <= ?) OR (state = 'cooling' AND cooling_since <= ?)`;
  const sought = `SELECT id, user_id, state FROM support_cases WHERE ${WAITING}`;
  if (!store.row(sought, [unconfirmed, due])) return;
  store.change(() => {
    const found = store.rows<{ id: number; user_id: number; state: CaseState }>(sought, [unconfirmed, due]);
    for (const { id, user_id: userId, state } of found) {
      store.run('UPDATE support_cases SET state = ? WHERE id = ?', [
        state === 'mailed' ? 'expired' : 'done',
        id,
      ]);
      if (state === 'mailed') audit(engine, userId, 'case.expired', nobody);
      else carryOut(engine, userId);
    }
  });
}

function carryOut(engine: Engine, userId: number): void {
  removeFactor(engine, userId);
  clearFactorAttempts(engine, userId);
  endEverything(engine, userId);
  audit(engine, userId, 'two-factor.disabled', nobody, { reason: 'support' });
  sendMail(
    engine,
    userId,
    `Your ${engine.siteName} account is recovered`,
    'Two-factor authentication is now off and every session was signed out. Sign in with your password and enable it again. If it was not you, reset your password and contact support now.',
  );
}
