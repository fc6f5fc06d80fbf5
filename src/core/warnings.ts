import type { Enrolment } from './account.ts';

/**
 * What a careful person would want to know before keeping an enrolment. The words for each stand in the
 * locales (`warning_*`).
 */
export type Warning =
  | 'short-secret' // under 128 bits, which RFC 4226 section 4 (R6) forbids
  | 'other-site' // the issuer names a host, and it is not the page's
  | 'odd-text' // markup, control or direction characters in a name
  | 'unusual-parameters' // other apps are known to ignore them: codes may differ there
  | 'counter-based'; // HOTP: each code shown moves the counter

/** Warnings about an enrolment found on a page of `host`, or on none. */
export type OdditiesOf = (enrolment: Enrolment, host: string | null) => readonly Warning[];
