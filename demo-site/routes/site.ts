import type { Context } from 'hono';
import type { Control } from '../control/control.ts';
import type { Engine } from '../engine/engine.ts';
import type { SeedUser } from '../engine/seed.ts';
import type { Session } from '../engine/sessions.ts';
import type { User } from '../engine/users.ts';
import type { ProviderProfile } from '../providers/profile.ts';

/** One provider, as the routes see it. */
export interface Site {
  engine: Engine;
  profile: ProviderProfile;
  users: readonly SeedUser[];
  /** The address that mails name, without a slash at its end: configured, never taken from a request. */
  publicUrl: () => string;
  /** Key of the tokens that forms carry. */
  formKey: Uint8Array;
  /** The testing door's, where there is one. */
  control?: Control;
  /** Told of what should not have happened. */
  report: (error: unknown) => void;
}

export interface SiteEnv {
  /** What the adaptor of node:http passes on; nothing of it in requests without a port. */
  Bindings: { incoming?: { socket: { remoteAddress?: string; destroy?: () => void } } };
  Variables: {
    /** The signed-in session, if any, and its user. */
    session: Session | null;
    user: User | null;
    /** The fields of a form whose token was right. */
    form: Form;
  };
}

export type Visit = Context<SiteEnv>;

/** A field that is missing or was sent more than once is undefined: which of two values counts is never a guess. */
export type Form = (name: string) => string | undefined;
