import { base32 } from '../engine/base32.ts';
import { lockedUntil } from '../engine/attempts.ts';
import type { Engine } from '../engine/engine.ts';
import { pendingSecret } from '../engine/enrolment.ts';
import { factorSecret, factorShape, factorStatus } from '../engine/factors.ts';
import { limits } from '../engine/limits.ts';
import type { OtpShape } from '../engine/otp.ts';
import { sessionsOf } from '../engine/sessions.ts';
import type { AuditRecord, OutboxMail, UserState } from './contract.ts';

/** The columns that tell something of an account and nothing that opens it. */
interface UserRow {
  id: number;
  username: string;
  name: string;
  email: string;
  failures: number;
  lastStep: number | null;
}

const USERS = `SELECT users.id, username, name, email, factor_failures AS failures, last_step AS lastStep
  FROM users LEFT JOIN factors ON user_id = users.id`;

export function userStates(engine: Engine, withSecrets: boolean): UserState[] {
  const rows = engine.store.rows<UserRow>(`${USERS} ORDER BY users.id`);
  return rows.map((row) => stateOf(engine, row, withSecrets));
}

export function userState(engine: Engine, userId: number, withSecrets: boolean): UserState | null {
  const row = engine.store.row<UserRow>(`${USERS} WHERE users.id = ?`, [userId]);
  return row ? stateOf(engine, row, withSecrets) : null;
}

/** Named field by field: what is not named here can't get out. */
function stateOf(engine: Engine, row: UserRow, withSecrets: boolean): UserState {
  const { id, username, name, email, failures } = row;
  const status = factorStatus(engine, id);
  const secret = withSecrets ? factorSecret(engine, id) : null;
  return {
    username,
    name,
    email,
    twoFactor: status && {
      enabledAt: status.enabledAt,
      lastStep: row.lastStep ?? 0,
      codesLeft: status.codesLeft,
      mail: status.mail,
      ...shapeOf(engine, id),
      ...(secret ? { secret: base32(secret) } : {}),
    },
    setups: setupsOf(engine, id, withSecrets),
    factorFailures: failures,
    lockedUntil: lockedUntil(engine, id),
    sessions: sessionsOf(engine, id).length,
    challenges: challengesOf(engine, id),
  };
}

function shapeOf(engine: Engine, userId: number): OtpShape {
  const { algorithm, digits, period } = factorShape(engine, userId);
  return { algorithm, digits, period };
}

function setupsOf(engine: Engine, userId: number, withSecrets: boolean): UserState['setups'] {
  return sessionsOf(engine, userId).flatMap((session) => {
    const secret = pendingSecret(engine, session);
    const row = engine.store.row<{ startedAt: number; tries: number }>(
      'SELECT created_at AS startedAt, tries FROM pending_enrolments WHERE session_id = ?',
      [session.id],
    );
    return secret && row ? [{ ...row, ...(withSecrets ? { secret } : {}) }] : [];
  });
}

function challengesOf({ store, clock }: Engine, userId: number): number {
  const sql = 'SELECT count(*) AS count FROM sign_in_challenges WHERE user_id = ? AND created_at > ?';
  return store.row<{ count: number }>(sql, [userId, clock() - limits.challengeLife])?.count ?? 0;
}

/** Newest first. */
export function mails({ store }: Engine, recipient?: string): OutboxMail[] {
  const sql = `SELECT id, at, recipient AS "to", subject, body FROM mails
    WHERE ?1 IS NULL OR recipient = ?1 ORDER BY id DESC`;
  return store.rows(sql, [recipient ?? null]);
}

/** Newest first. */
export function auditRecords({ store }: Engine, username?: string, event?: string): AuditRecord[] {
  const sql = `SELECT audit.id, at, users.username AS user, actors.username AS actor, session_id AS session, event, factor,
      reason, network, user_agent AS userAgent
    FROM audit LEFT JOIN users ON users.id = user_id LEFT JOIN users AS actors ON actors.id = actor_id
    WHERE (?1 IS NULL OR users.username = ?1) AND (?2 IS NULL OR event = ?2) ORDER BY audit.id DESC`;
  return store.rows(sql, [username ?? null, event ?? null]);
}
