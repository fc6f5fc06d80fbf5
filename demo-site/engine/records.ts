import type { Engine, Visitor } from './engine.ts';

export type AuditEvent =
  | 'password.accepted'
  | 'password.refused'
  | 'challenge.created'
  | 'challenge.expired'
  | 'challenge.exhausted'
  | 'challenge.abandoned'
  | 'factor.accepted'
  | 'factor.refused'
  | 'factor.locked'
  | 'setup.started'
  | 'setup.refused'
  | 'setup.abandoned'
  | 'two-factor.enabled'
  | 'two-factor.disabled'
  | 'recovery-codes.regenerated'
  | 'recovery-codes.acknowledged'
  | 'step-up.accepted'
  | 'step-up.refused'
  | 'session.created'
  | 'session.ended'
  | 'reset.requested'
  | 'password.changed'
  | 'mail-method.enabled'
  | 'mail-method.disabled'
  | 'default-method.changed'
  | 'support.written'
  | 'support.answered'
  | 'case.opened'
  | 'case.confirmed'
  | 'case.approved'
  | 'case.rejected'
  | 'case.cancelled'
  | 'case.expired';

/** Who does what nobody asks for just then. */
export const nobody: Visitor = { network: 'none', userAgent: 'the demo itself' };

export interface AuditDetail {
  factor?: 'totp' | 'recovery' | 'mail';
  reason?: string;
  /** The account that did it, if it is not the one that it is about. */
  by?: number;
}

export interface AuditEntry {
  at: number;
  event: AuditEvent;
  factor: string | null;
  reason: string | null;
  network: string;
  user_agent: string;
}

/** What happened, never the values: no code, secret, password or cookie has a column here. */
export function audit(
  { store, clock }: Engine,
  userId: number | null,
  event: AuditEvent,
  visitor: Visitor,
  { factor, reason, by }: AuditDetail = {},
): void {
  const { network, userAgent, session } = visitor;
  store.run(
    `INSERT INTO audit (at, user_id, actor_id, session_id, event, factor, reason, network, user_agent)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      clock(),
      userId,
      by ?? userId,
      session ?? null,
      event,
      factor ?? null,
      reason ?? null,
      network,
      userAgent,
    ],
  );
}

export function recentActivity({ store }: Engine, userId: number, count: number): AuditEntry[] {
  return store.rows('SELECT * FROM audit WHERE user_id = ? ORDER BY id DESC LIMIT ?', [userId, count]);
}

export interface Mail {
  at: number;
  recipient: string;
  subject: string;
  body: string;
}

/** Written in the same transaction as what it tells of: neither is ever there without the other. */
export function sendMail({ store, clock }: Engine, userId: number, subject: string, body: string): void {
  store.run(
    `INSERT INTO mails (user_id, at, recipient, subject, body)
     SELECT id, ?, email, ?, 'Hello ' || name || ',' || char(10, 10) || ? FROM users WHERE id = ?`,
    [clock(), subject, body, userId],
  );
}

export function outbox({ store }: Engine, count: number): Mail[] {
  return store.rows('SELECT * FROM mails ORDER BY id DESC LIMIT ?', [count]);
}
