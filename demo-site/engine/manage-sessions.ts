import type { Engine, Visitor } from './engine.ts';
import { audit } from './records.ts';
import { endOtherSessions, endSession, type Session } from './sessions.ts';

/** Ends one of the user's own sessions; somebody else's id does nothing. */
export function revokeSession(engine: Engine, { userId }: Session, id: number, visitor: Visitor): void {
  engine.store.change(() => {
    if (endSession(engine, userId, id))
      audit(engine, userId, 'session.ended', visitor, { reason: 'revoked' });
  });
}

export function revokeOtherSessions(engine: Engine, { userId, id }: Session, visitor: Visitor): void {
  engine.store.change(() => {
    endOtherSessions(engine, userId, id);
    audit(engine, userId, 'session.ended', visitor, { reason: 'others' });
  });
}
