/** What a person opens a vault with. */
import type { Bytes } from './format.ts';

export type Factor =
  | { readonly type: 'password'; readonly password: string }
  /** As it was typed. */
  | { readonly type: 'recovery'; readonly code: string }
  /** What the passkey gave for its slot's salt. */
  | { readonly type: 'passkey'; readonly output: Bytes }
  /** Nothing: it opens a vault that a person wanted without a password. */
  | { readonly type: 'device' };

/** A passkey, as the ceremony that made it left it. */
export interface NewPasskey {
  readonly credentialId: Bytes;
  /** The relying party that it was made for. */
  readonly rpId: string;
  /** 32 random bytes: what the PRF was evaluated on, and will be each time. */
  readonly salt: Bytes;
  readonly output: Bytes;
}

/**
 * The output of WebAuthn's PRF extension (Level 3, section 10.1.4): 32 bytes, or 64 when two salts were evaluated.
 * All zeros are what a broken authenticator or browser gives: everybody's key.
 */
export function isPrfOutput(output: Bytes): boolean {
  return output.length >= 32 && output.length <= 64 && output.some((byte) => byte !== 0);
}
