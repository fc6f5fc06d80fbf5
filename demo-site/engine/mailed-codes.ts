import { timingSafeEqual } from 'node:crypto';
import type { Engine } from './engine.ts';
import { limits } from './limits.ts';
import { readCode, usualShape } from './otp.ts';
import { sendMail } from './records.ts';

/** What a mailed code is for. One for a sign-in is worth nothing in another, and one for a set-up nothing in any. */
export type MailedFor = { column: 'challenge_id' | 'session_id'; id: number };

interface MailedRow {
  id: number;
  code: Uint8Array;
}

function purposeOf({ column, id }: MailedFor): string {
  return `mailed|v1|${column}:${id}`;
}

/** Inside a change. The one before it is no longer valid. */
export function mailCode(engine: Engine, userId: number, what: MailedFor): void {
  const number = Buffer.from(engine.random(8)).readBigUInt64BE() % 10n ** BigInt(usualShape.digits);
  const code = String(number).padStart(usualShape.digits, '0');
  const sealed = engine.sealer.seal(Buffer.from(code), purposeOf(what));
  engine.store.run(`DELETE FROM mailed_codes WHERE ${what.column} = ?`, [what.id]);
  engine.store.run(`INSERT INTO mailed_codes (${what.column}, code, created_at) VALUES (?, ?, ?)`, [
    what.id,
    sealed,
    engine.clock(),
  ]);
  sendMail(
    engine,
    userId,
    `Your code for ${engine.siteName}`,
    `Enter this code within 10 minutes: ${code}\n\nIf it was not you, somebody knows your password: change it now.`,
  );
}

export function isCodeMailed({ store, clock }: Engine, { column, id }: MailedFor): boolean {
  const since = clock() - limits.mailedCodeLife;
  return (
    store.row(`SELECT id FROM mailed_codes WHERE ${column} = ? AND created_at > ?`, [id, since]) !== undefined
  );
}

/** Inside a change: counts the try, and spends the code if it is the one. */
export function takeMailedCode(engine: Engine, what: MailedFor, typed: unknown): boolean {
  const { store, sealer, clock } = engine;
  const row = store.row<MailedRow>(
    `SELECT id, code FROM mailed_codes WHERE ${what.column} = ? AND created_at > ? AND tries < ?`,
    [what.id, clock() - limits.mailedCodeLife, limits.mailedCodeTries],
  );
  if (!row) return false;
  store.run('UPDATE mailed_codes SET tries = tries + 1 WHERE id = ?', [row.id]);
  const code = readCode(typed, usualShape.digits);
  if (code === null || !timingSafeEqual(sealer.open(row.code, purposeOf(what)), Buffer.from(code)))
    return false;
  store.run('DELETE FROM mailed_codes WHERE id = ?', [row.id]);
  return true;
}
