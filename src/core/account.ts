/**
 * An account: one secret with its parameters, where it came from, and where it stands in its life.
 *
 * It is kept in two halves, sealed apart (`src/vault`): the overview, which a list needs, and the secret half,
 * which is opened only to make a code. Nothing that lists accounts can leak a secret, for it never has one.
 */

export type Algorithm = 'SHA1' | 'SHA256' | 'SHA512';

/** RFC 6238, RFC 4226, and Steam's five letters on an RFC 6238 clock. */
export type OtpKind = 'totp' | 'hotp' | 'steam';

/** How a code is made, all but the secret. */
export interface OtpParameters {
  readonly kind: OtpKind;
  readonly algorithm: Algorithm;
  /** 5 to 10. */
  readonly digits: number;
  /** Seconds that a code lives; of no meaning to HOTP. */
  readonly period: number;
}

/** What a provider hands over when it sets up a second factor: the content of its QR code. */
export interface Enrolment {
  /** '' when the provider names none. */
  readonly issuer: string;
  /** The account's name at the provider, '' when it gives none. */
  readonly name: string;
  readonly parameters: OtpParameters;
  readonly secret: Uint8Array<ArrayBuffer>;
  /** The next counter of HOTP; 0 for the others. */
  readonly counter: number;
}

/**
 * - `pending`: kept, but the site has not yet accepted a code of it.
 * - `active`: the site has accepted one.
 * - `off`: the site no longer asks for it (Infura, after a recovery code).
 * - `trashed`: removed or replaced; comes back on demand until it is purged.
 */
export type AccountState = 'pending' | 'active' | 'off' | 'trashed';

/** Why an account is in its state; `core/life/transitions.ts` has the table. */
export type Reason =
  | 'accepted' // the site has taken a code of it
  | 'confirmed' // the person says that the site has
  | 'recovered' // a recovery code was used, and the site turned two-factor authentication off
  | 'switched-off' // the person turned it off at the site
  | 'removed' // by the person
  | 'replaced' // by a newer secret that the site has accepted
  | 'restored'; // out of the trash, by the person

export interface AccountOverview {
  readonly issuer: string;
  readonly name: string;
  readonly parameters: OtpParameters;
  readonly state: AccountState;
  /** When `state` was entered, in ms since the epoch. */
  readonly since: number;
  /** Why; absent while it is as it was kept, and in accounts of before this was written down. */
  readonly because?: Reason;
  /** When it was kept, in ms since the epoch. */
  readonly created: number;
  /**
   * Hosts (with a port that is not the default) on which its codes may be offered: exact, lower-case, ASCII. One that may
   * come without encryption, by a yes of the person's, is written with its scheme: `http://nas.example`.
   */
  readonly hosts: readonly string[];
  /** How many recovery codes are kept and how many of these are unused; null when none are. */
  readonly recovery: { readonly left: number; readonly total: number } | null;
  /** What it was before it went to the trash; null while it is not there. */
  readonly trashedFrom: Exclude<AccountState, 'trashed'> | null;
  /** When the site's support was asked to give the account back, in ms since the epoch; absent when it was not. */
  readonly supportCase?: number;
}

export interface RecoveryCode {
  readonly code: string;
  /** When the site accepted it, in ms since the epoch; null while it is good. */
  readonly usedAt: number | null;
}

/** A list that a newer one has replaced. */
export interface RetiredCodes {
  /** When it was replaced, in ms since the epoch. */
  readonly at: number;
  readonly codes: readonly RecoveryCode[];
}

export interface AccountSecret {
  readonly secret: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly recoveryCodes: readonly RecoveryCode[];
  /** In the trash for as long as an account is, the newest first; absent when there are none. */
  readonly retiredCodes?: readonly RetiredCodes[];
}

export interface Account {
  readonly overview: AccountOverview;
  readonly secret: AccountSecret;
}
