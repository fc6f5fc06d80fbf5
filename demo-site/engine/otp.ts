import { createHmac, timingSafeEqual } from 'node:crypto';

export type OtpAlgorithm = 'sha1' | 'sha256' | 'sha512';

export interface OtpShape {
  algorithm: OtpAlgorithm;
  digits: number;
  /** Seconds. */
  period: number;
}

/** What every authenticator understands. */
export const usualShape: OtpShape = { algorithm: 'sha1', digits: 6, period: 30 };

/** Steps around the server's own that are tried. RFC 6238 section 5.2 allows one for delay; the one ahead is for fast clocks. */
export interface OtpWindow {
  back: number;
  ahead: number;
}

/**
 * What is taken if nothing else is asked for. ASVS 6.5.5 would have a code live for 30 s; with one step on either side it lives for 90,
 * which RFC 6238 section 6 permits, and which people with a slow hand or a fast clock need.
 */
export const usualWindow: OtpWindow = { back: 1, ahead: 1 };

/** RFC 4226 section 5.3. */
export function hotp(secret: Uint8Array, counter: number, { algorithm, digits }: OtpShape): string {
  const moving = Buffer.alloc(8);
  moving.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac(algorithm, secret).update(moving).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const truncated = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(truncated % 10 ** digits).padStart(digits, '0');
}

/** RFC 6238 section 4.2. `now` in milliseconds. */
export function stepAt(now: number, { period }: OtpShape): number {
  return Math.floor(now / 1000 / period);
}

/** A code as typed, in any of Unicode's compatible spellings and with spaces or hyphens, or null if it can't be one. */
export function readCode(typed: unknown, digits: number): string | null {
  if (typeof typed !== 'string' || typed.length > 64) return null;
  const code = typed.normalize('NFKC').replace(/[\s-]/gu, '');
  return code.length === digits && /^[0-9]+$/u.test(code) ? code : null;
}

/**
 * The step whose code this is, or null. The caller stores the step and takes only newer ones: storing the time instead would
 * let a code from a clock that runs ahead be used a second time.
 */
export function matchStep(
  secret: Uint8Array,
  code: string,
  now: number,
  shape: OtpShape = usualShape,
  window: OtpWindow = usualWindow,
): number | null {
  const current = stepAt(now, shape);
  let matched: number | null = null;
  // No early exit: how long the answer takes must not tell which step was near.
  for (let step = Math.max(0, current - window.back); step <= current + window.ahead; step += 1) {
    if (sameText(hotp(secret, step, shape), code)) matched = step;
  }
  return matched;
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
