/** Which text stands for each word of the contract: a word without one does not compile. */
import type { Algorithm, OtpKind } from '../../core/account.ts';
import type { Warning } from '../../core/warnings.ts';
import type { AccountView, Failure, FillResult, KeyView, Nothing } from '../../messages/contract.ts';
import type { StrengthWord } from '../../core/password.ts';
import type { PasskeyProblem } from '../../platform/passkeys.ts';
import type { TextKey } from '../../platform/text.ts';

export const failureText: Record<Failure, TextKey> = {
  absent: 'failure_absent',
  exists: 'failure_exists',
  locked: 'failure_locked',
  damaged: 'failure_damaged',
  'newer-version': 'failure_newer_version',
  'no-memory': 'failure_no_memory',
  'no-webassembly': 'failure_no_webassembly',
  'storage-full': 'failure_storage_full',
  'storage-failed': 'failure_storage_failed',
  'not-found': 'failure_not_found',
  'not-allowed': 'failure_not_allowed',
  unreadable: 'failure_unreadable',
  internal: 'failure_internal',
};

export const nothingText: Record<Nothing, TextKey> = {
  empty: 'problem_empty',
  'no-picture': 'problem_no_picture',
  'gave-up': 'problem_gave_up',
  'no-code': 'problem_no_code',
  'not-otpauth': 'problem_not_otpauth',
  'bad-kind': 'problem_bad_kind',
  'bad-secret': 'problem_bad_secret',
  'no-secret': 'problem_no_secret',
  'bad-digits': 'problem_bad_digits',
  'bad-period': 'problem_bad_period',
  'bad-counter': 'problem_bad_counter',
  'bad-algorithm': 'problem_bad_algorithm',
  'bad-uri': 'problem_bad_uri',
  'too-long': 'problem_too_long',
};

export const warningText: Record<Warning, TextKey> = {
  unencrypted: 'warning_unencrypted',
  'short-secret': 'warning_short_secret',
  'other-site': 'warning_other_site',
  'key-differs': 'warning_key_differs',
  'odd-text': 'warning_odd_text',
  'unusual-parameters': 'warning_unusual_parameters',
  'counter-based': 'warning_counter_based',
};

/** Why a fill came to nothing; null where it did not. */
export const fillProblem: Record<FillResult, TextKey | null> = {
  filled: null,
  waiting: null,
  'no-field': 'fill_no_field',
  occupied: 'fill_occupied',
  'not-taken': 'fill_not_taken',
  'none-left': 'fill_none_left',
  refused: 'fill_refused',
};

export const passkeyText: Record<PasskeyProblem, TextKey> = {
  cancelled: 'passkey_cancelled',
  'no-prf': 'passkey_no_prf',
  exists: 'passkey_exists',
  refused: 'passkey_refused',
};

export const strengthText: Record<StrengthWord, TextKey> = {
  'very-weak': 'strength_very_weak',
  weak: 'strength_weak',
  fair: 'strength_fair',
  strong: 'strength_strong',
  'very-strong': 'strength_very_strong',
};

export const keyText: Record<KeyView['kind'], TextKey> = {
  password: 'key_password',
  recovery: 'key_recovery',
  passkey: 'key_passkey',
  device: 'key_device',
  unknown: 'key_unknown',
};

export const stateText: Record<AccountView['state'], TextKey> = {
  pending: 'state_pending',
  active: 'state_active',
  off: 'state_off',
};

export const kindText: Record<OtpKind, TextKey> = {
  totp: 'kind_totp',
  hotp: 'kind_hotp',
  steam: 'kind_steam',
};

/** Names of standards, the same in every language. */
export const algorithmName: Record<Algorithm, string> = {
  SHA1: 'SHA-1',
  SHA256: 'SHA-256',
  SHA512: 'SHA-512',
};
