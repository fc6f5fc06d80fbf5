import type { Engine, Visitor } from './engine.ts';
import { OPEN } from './open-cases.ts';
import { audit, sendMail } from './records.ts';
import { isFresh, sessionNow, type Session } from './sessions.ts';
import type { CaseState, Link } from './support-cases.ts';
import { hashToken, makeToken } from './token.ts';
import { userById } from './users.ts';

/** What support has checked, besides the mailbox. */
export const proofs = {
  invoice: 'The last invoice’s number and amount',
  document: 'A photo document and its holder in a video call',
  callback: 'A call back to the number on file',
} as const;

type CaseProof = keyof typeof proofs;

export interface SupportCase {
  id: number;
  state: CaseState;
  openedAt: number;
  confirmedAt: number | null;
  coolingSince: number | null;
  proof: CaseProof | null;
  username: string;
  name: string;
  email: string;
}

/** Newest first. */
export function supportCases({ store }: Engine, count: number): SupportCase[] {
  return store.rows(
    `SELECT support_cases.id, state, opened_at AS openedAt, confirmed_at AS confirmedAt,
       cooling_since AS coolingSince, proof, username, name, email
     FROM support_cases JOIN users ON users.id = user_id ORDER BY support_cases.id DESC LIMIT ?`,
    [count],
  );
}

export type Decision = { kind: 'approve'; proof: unknown } | { kind: 'reject' };

export type DecideAnswer = 'decided' | 'forbidden' | 'step-up' | 'no-proof' | 'not-now';

/**
 * Support's word on a case. Approving takes an owner who has confirmed from the mailbox, a proof that was checked, and an agent
 * who has proved lately who he is; and it turns nothing off before the cooling time is over.
 */
export function decideCase(
  engine: Engine,
  { id: sessionId }: Session,
  caseId: number,
  decision: Decision,
  visitor: Visitor,
  cancelLink: Link,
): DecideAnswer {
  return engine.store.change((): DecideAnswer => {
    const session = sessionNow(engine, sessionId);
    const agent = session && userById(engine, session.userId);
    if (!session || agent?.role !== 'support') return 'forbidden';
    if (!isFresh(engine, session)) return 'step-up';
    // An agent who decided his own case would be a way past his own second factor.
    const found = engine.store.row<{ user_id: number }>(
      `SELECT user_id FROM support_cases WHERE id = ? AND user_id <> ? AND ${OPEN}`,
      [caseId, agent.id],
    );
    if (!found) return 'not-now';
    const given = { caseId, userId: found.user_id, agentId: agent.id };
    return decision.kind === 'reject'
      ? reject(engine, given, visitor)
      : approve(engine, given, decision.proof, visitor, cancelLink);
  });
}

interface Decided {
  caseId: number;
  userId: number;
  agentId: number;
}

function reject(engine: Engine, { caseId, userId, agentId }: Decided, visitor: Visitor): DecideAnswer {
  engine.store.run("UPDATE support_cases SET state = 'rejected', agent_id = ? WHERE id = ?", [
    agentId,
    caseId,
  ]);
  audit(engine, userId, 'case.rejected', visitor, { by: agentId });
  sendMail(
    engine,
    userId,
    `Your ${engine.siteName} account was not recovered`,
    'Support could not confirm that the account is yours. Two-factor authentication stays as it is.',
  );
  return 'decided';
}

function approve(
  engine: Engine,
  { caseId, userId, agentId }: Decided,
  proof: unknown,
  visitor: Visitor,
  cancelLink: Link,
): DecideAnswer {
  if (typeof proof !== 'string' || !Object.hasOwn(proofs, proof)) return 'no-proof';
  const token = makeToken(engine.random);
  const { changes } = engine.store.run(
    `UPDATE support_cases SET state = 'cooling', cooling_since = ?, cancel_hash = ?, agent_id = ?, proof = ?
     WHERE id = ? AND state = 'confirmed'`,
    [engine.clock(), hashToken(token), agentId, proof, caseId],
  );
  if (changes === 0) return 'not-now';
  audit(engine, userId, 'case.approved', visitor, { reason: proof, by: agentId });
  sendMail(
    engine,
    userId,
    `Two-factor authentication will be off for ${engine.siteName} in 24 hours`,
    `Support has confirmed that the account is yours. In 24 hours two-factor authentication is turned off and every session is signed out. If it was not you, cancel it now:\n${cancelLink(token)}`,
  );
  return 'decided';
}
