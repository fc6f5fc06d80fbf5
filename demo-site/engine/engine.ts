import type { Hasher } from './hashing.ts';
import type { OtpWindow } from './otp.ts';
import type { RecoveryFormat } from './recovery-format.ts';
import type { Sealer } from './seal.ts';
import type { Store } from './store.ts';

/** Milliseconds since 1970. */
export type Clock = () => number;
export type Random = (bytes: number) => Uint8Array;

/** What a provider's documentation may change of the engine. None of it weakens a rule. */
export interface Policy {
  /** Null for a provider without recovery codes. `name` is what one is called. */
  recovery: { count: number; format: RecoveryFormat; name: string } | null;
  /** Whether new codes can be made while the factor stays. */
  regenerate: boolean;
  /** Whether another authenticator can be set up while the one before is still asked for, until it is confirmed. */
  replace: boolean;
  onRecoveryUse: 'spend' | 'spend-and-disable';
  afterEnable: 'stay' | 'sign-out-everywhere';
  /** Whether codes by e-mail can be a second method. */
  mailMethod: boolean;
  /** Whether support may take a lost second factor away, by the rules of support-cases.ts. */
  supportCases: boolean;
}

/** All that a decision may depend on. */
export interface Engine {
  store: Store;
  sealer: Sealer;
  hasher: Hasher;
  clock: Clock;
  random: Random;
  policy: Policy;
  /** Steps around the site's own whose codes are taken. */
  window: OtpWindow;
  /** What mails call the place. */
  siteName: string;
}

/** Who asks, as the audit keeps it. */
export interface Visitor {
  /** The number of the session's row, where there is a session: no token, and not given again. */
  session?: number;
  /** An address's /24 or /64, never the address. */
  network: string;
  userAgent: string;
}
