import type { Engine, Visitor } from './engine.ts';
import { audit, sendMail } from './records.ts';

/** Still to be decided or to be carried out. */
export const OPEN = "state IN ('mailed', 'confirmed', 'cooling')";

/**
 * A second factor that was just used or changed is not a lost one. Left open, a case that a stranger began would take away what
 * its owner has.
 */
export function cancelOpenCase(engine: Engine, userId: number, visitor: Visitor): boolean {
  const { changes } = engine.store.run(
    `UPDATE support_cases SET state = 'cancelled' WHERE user_id = ? AND ${OPEN}`,
    [userId],
  );
  if (changes === 0) return false;
  audit(engine, userId, 'case.cancelled', visitor);
  sendMail(
    engine,
    userId,
    `The recovery of your ${engine.siteName} account is cancelled`,
    'Two-factor authentication stays as it is. If you did not ask for the recovery, somebody knows your password: change it now.',
  );
  return true;
}
