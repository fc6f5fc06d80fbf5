import type { Enrolment, OtpParameters } from './account.ts';
import { UNSEEN } from './labels.ts';
import { issuerHost, sameSite } from './site/site.ts';

/**
 * What a careful person would want to know before keeping an enrolment. The words for each stand in the
 * locales (`warning_*`).
 */
export type Warning =
  | 'unencrypted' // what was read stands on a page that anybody on the way may have written, and reads
  | 'short-secret' // under 128 bits, which RFC 4226 section 4 (R6) forbids
  | 'other-site' // the issuer names a host, and it is not the page's
  | 'key-differs' // the setup key that the page prints is another one than its QR code's
  | 'odd-text' // markup, control or direction characters in a name
  | 'unusual-parameters' // other apps are known to ignore them: codes may differ there
  | 'counter-based'; // HOTP: each code shown moves the counter

/** In bytes: 128 bits. */
const SHORTEST_SECRET = 16;

/** Tags, and addresses that run when they are opened: no provider is called so, and somebody tries something. */
const MARKUP = /[<>]|^\s*(?:javascript|data|vbscript):/i;

function isOdd(name: string): boolean {
  return UNSEEN.test(name) || MARKUP.test(name);
}

/** All of them has every Steam account; and many apps compute the usual ones whatever the URI says. */
function isUnusual({ kind, algorithm, digits, period }: OtpParameters): boolean {
  if (kind === 'steam') return false;
  return algorithm !== 'SHA1' || digits !== 6 || (kind === 'totp' && period !== 30);
}

/**
 * A page may show a code that another site made out, to have its owner keep it under a name that they trust. Only
 * an issuer that is itself an address can be compared with the page's; brands cannot.
 */
function isOfOtherSite(issuer: string, host: string): boolean {
  const named = issuerHost(issuer);
  return named !== null && !sameSite(named, host);
}

/** What is known of an enrolment beside what it says itself. */
interface Circumstances {
  /** Of the page that it was found on, or is kept for. */
  readonly host: string | null;
  /** Whether the page's setup key and QR code differ. */
  readonly differs?: boolean;
  /** Whether it stands on a page that came without encryption. */
  readonly unencrypted?: boolean;
}

export function oddities(
  enrolment: Enrolment,
  { host, differs = false, unencrypted = false }: Circumstances,
): readonly Warning[] {
  const { issuer, name, parameters, secret } = enrolment;
  const found: Record<Warning, boolean> = {
    unencrypted: unencrypted,
    'key-differs': differs,
    'other-site': host !== null && isOfOtherSite(issuer, host),
    'odd-text': isOdd(issuer) || isOdd(name),
    'short-secret': secret.length < SHORTEST_SECRET,
    'unusual-parameters': isUnusual(parameters),
    'counter-based': parameters.kind === 'hotp',
  };
  return (Object.keys(found) as Warning[]).filter((warning) => found[warning]);
}
