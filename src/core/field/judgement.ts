/** What is made of a field: what it wants, how that comes to a person, and why it is thought so. */

/**
 * - `single`, `boxes`: a one-time code, in one field or a character to each of several.
 * - `setup-confirm`: the code that ends a set-up, which only the new secret gives.
 * - `recovery`: a code kept for the day when the authenticator is lost.
 */
export type PromptKind = 'single' | 'boxes' | 'setup-confirm' | 'recovery';

/**
 * How the code comes: shown by an app, by text message or call, by e-mail, or `sent` where the page does not say by what.
 */
export type Channel = 'app' | 'sms' | 'email' | 'sent' | 'unknown';

/** Where on a page something is said of a field, the nearest first. */
export type Place = 'own' | 'label' | 'placeholder' | 'near' | 'after' | 'form' | 'page';
/** Where a recovery code is looked for. */
export type RecoveryPlace = Exclude<Place, 'after' | 'form'>;
/** Where "code" alone counts for something. */
export type CodePlace = Exclude<Place, 'after' | 'form' | 'page'>;

/** Why a field is none, whatever else is said of it. */
export type Veto =
  | 'declared-otherwise'
  | 'captcha'
  | 'card'
  | 'postal'
  | 'coupon'
  | 'place'
  | 'goods'
  | 'bank'
  | 'invitation'
  | 'identity'
  | 'keys'
  | 'search'
  | 'password'
  | 'contact'
  | 'other-device'
  | 'input-mode'
  | 'address'
  | 'length';

/** One piece of the evidence, by its name. */
export type Because =
  | `veto:${Veto}`
  | `recovery:${RecoveryPlace}`
  | `otp:${Place}`
  | `code:${CodePlace}`
  | 'append' // the person has said that the code goes behind the password here
  | 'declared'
  | 'alone'
  | 'named-otherwise' // its label names something else, which what stands around cannot outweigh
  | 'shape:boxes'
  | 'shape:drawn'
  | 'shape:length'
  | 'shape:digits'
  | 'shape:sample'
  | `set-up:${'key' | 'picture' | 'scan' | 'words' | 'name'}`
  | `channel:${Channel}`
  | 'too-little';

export interface Judgement {
  /** The field's `key`. */
  readonly key: number;
  readonly kind: PromptKind | 'none';
  readonly channel: Channel;
  /** All that it was decided by, strongest place first. */
  readonly because: readonly Because[];
}

/** Whether a one-time code belongs there, at sign-in or at set-up. */
export function wantsCode({ kind }: Pick<Judgement, 'kind'>): boolean {
  return kind !== 'none' && kind !== 'recovery';
}

/** Whether a code of an app is to be held out for it: one that was sent some other way is not ours to give. */
export function isQuiet({ channel }: Pick<Judgement, 'channel'>): boolean {
  return channel === 'sms' || channel === 'email' || channel === 'sent';
}
