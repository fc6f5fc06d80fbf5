import type { FactorStatus } from '../engine/factors.ts';
import type { OtpShape } from '../engine/otp.ts';
import type { SeedUser } from '../engine/seed.ts';

/** What goes through the testing door, as JSON. Times are milliseconds since 1970, in the site's own time. */

export const TOKEN_HEADER = 'X-Demo-Control';

/** `real` is the clock that the site was started with, `offset` the same ahead or behind, `frozen` stands still. */
export type ClockMode = 'real' | 'frozen' | 'offset';

export interface ClockState {
  mode: ClockMode;
  now: number;
  /** How far the site is ahead of the clock that it was started with: an authenticator's clock has to be moved by as much. */
  offsetMs: number;
}

/** First the mode, then the time, then the step forward. What is left out stays as it is. */
export interface ClockChange {
  mode?: ClockMode;
  /** A time in milliseconds or as ISO 8601. A clock that is `real` becomes `offset` by it. */
  now?: number | string;
  /** Negative for back. */
  advanceMs?: number;
}

/** One account. The secrets are there only where they were asked for. */
export interface UserState {
  username: string;
  name: string;
  email: string;
  twoFactor:
    | (OtpShape & {
        enabledAt: number;
        lastStep: number;
        codesLeft: number;
        /** Codes by e-mail, where the provider has them. */
        mail: FactorStatus['mail'];
        secret?: string;
      })
    | null;
  /** Set-ups that wait for their first code, one for each session that began one. */
  setups: { startedAt: number; tries: number; secret?: string }[];
  /** Wrong codes in a row. */
  factorFailures: number;
  /** 0 for not locked. */
  lockedUntil: number;
  sessions: number;
  /** Sign-ins that owe the second factor. */
  challenges: number;
}

export interface SiteState {
  profile: string;
  clock: ClockState;
  users: UserState[];
}

export interface CurrentCode {
  code: string;
  step: number;
  /** When the step begins and ends; the site takes the code for one step longer on both sides. */
  from: number;
  until: number;
  /** A set-up's code is told only where there is no factor yet. */
  of: 'factor' | 'setup';
}

export interface OutboxMail {
  id: number;
  at: number;
  to: string;
  subject: string;
  body: string;
}

export interface AuditRecord {
  id: number;
  at: number;
  /** Whom it is about, and who did it. */
  user: string | null;
  actor: string | null;
  /** The number of the session in which it was done, if there was one. */
  session: number | null;
  event: string;
  factor: string | null;
  reason: string | null;
  network: string;
  userAgent: string;
}

export type NewUser = Pick<
  SeedUser,
  'username' | 'password' | 'secret' | 'shape' | 'recoveryCodes' | 'role'
> &
  Partial<Pick<SeedUser, 'name' | 'email' | 'about'>>;

/** A session that nobody signed in for: set this cookie and be that user. */
export interface OpenedSession {
  username: string;
  cookie: { name: string; value: string };
}

/** What befalls the next `times` requests of a route, `POST /login/2fa`. Exactly one of the three. */
export type Fault = { route: string; times: number } & (
  | { /** Answers with it at once; nothing is done. */ status: number }
  | { /** Waits first, then does what it always does. */ delayMs: number }
  | { /** Does it all and breaks the connection instead of answering. */ dropAfterCommit: true }
);
