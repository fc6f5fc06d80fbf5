import { challengeByToken } from './challenges.ts';
import type { Engine, Visitor } from './engine.ts';
import { limits } from './limits.ts';
import { audit, sendMail } from './records.ts';
import { sessionNow, type Session } from './sessions.ts';
import { openCaseOf, type Link } from './support-cases.ts';
import { reserveWithinHour, throttleKey } from './throttle.ts';
import { userById, userForSignIn } from './users.ts';

/**
 * What customers write to support, and what support answers. Words alone: nothing here changes an account. A lost second factor
 * goes the way of every support case.
 */
export interface ChatLine {
  at: number;
  text: string;
  bySupport: boolean;
}

export interface Chat {
  username: string;
  name: string;
  lines: ChatLine[];
}

export type WriteAnswer = 'sent' | 'unfit' | 'slow' | 'gone';

/** From inside the account, or from a sign-in whose password was right: then the second factor is what is lost. */
export type Writer = { session: Session } | { challengeToken: string };

export function writeToSupport(
  engine: Engine,
  writer: Writer,
  text: unknown,
  visitor: Visitor,
  confirmLink: Link,
): WriteAnswer {
  if (!isFitText(text)) return 'unfit';
  return engine.store.change((): WriteAnswer => {
    const userId = writerOf(engine, writer);
    if (userId === null) return 'gone';
    const key = throttleKey('support', String(userId), visitor);
    if (!reserveWithinHour(engine, key, limits.supportMessagesPerHour)) return 'slow';
    addLine(engine, userId, null, text);
    audit(engine, userId, 'support.written', visitor);
    sendMail(
      engine,
      userId,
      `Your message to the support of ${engine.siteName}`,
      'We have your message. We will try to solve your problem. If it was not you who wrote, somebody knows your password: change it now.',
    );
    if ('challengeToken' in writer) openCaseOf(engine, userId, visitor, confirmLink);
    return 'sent';
  });
}

function writerOf(engine: Engine, writer: Writer): number | null {
  return 'session' in writer
    ? (sessionNow(engine, writer.session.id)?.userId ?? null)
    : (challengeByToken(engine, writer.challengeToken)?.userId ?? null);
}

export type ReplyAnswer = 'answered' | 'unfit' | 'forbidden' | 'nobody';

export function answerCustomer(
  engine: Engine,
  { id }: Session,
  { username, text }: { username: unknown; text: unknown },
  visitor: Visitor,
): ReplyAnswer {
  return engine.store.change((): ReplyAnswer => {
    const session = sessionNow(engine, id);
    const agent = session && userById(engine, session.userId);
    if (agent?.role !== 'support') return 'forbidden';
    if (!isFitText(text)) return 'unfit';
    const customer = typeof username === 'string' ? userForSignIn(engine, username) : undefined;
    if (!customer || chatOf(engine, customer.id).length === 0) return 'nobody';
    addLine(engine, customer.id, agent.id, text);
    audit(engine, customer.id, 'support.answered', visitor, { by: agent.id });
    sendMail(engine, customer.id, `Support of ${engine.siteName} has answered`, text);
    return 'answered';
  });
}

function isFitText(text: unknown): text is string {
  return typeof text === 'string' && text.trim() !== '' && text.length <= limits.supportMessageLength;
}

function addLine({ store, clock }: Engine, userId: number, agentId: number | null, text: string): void {
  store.run('INSERT INTO support_messages (user_id, at, agent_id, text) VALUES (?, ?, ?, ?)', [
    userId,
    clock(),
    agentId,
    text.trim(),
  ]);
}

/** Oldest first. */
export function chatOf({ store }: Engine, userId: number): ChatLine[] {
  const rows = store.rows<{ at: number; text: string; bySupport: number }>(
    'SELECT at, text, agent_id IS NOT NULL AS bySupport FROM support_messages WHERE user_id = ? ORDER BY id',
    [userId],
  );
  return rows.map((row) => ({ ...row, bySupport: row.bySupport === 1 }));
}

/** For support: whoever has written, the last one first. */
export function chats(engine: Engine, count: number): Chat[] {
  const writers = engine.store.rows<{ id: number; username: string; name: string }>(
    `SELECT users.id, username, name FROM users JOIN support_messages ON user_id = users.id
     GROUP BY users.id ORDER BY max(support_messages.id) DESC LIMIT ?`,
    [count],
  );
  return writers.map(({ id, username, name }) => ({ username, name, lines: chatOf(engine, id) }));
}
