/**
 * Enrolments that stand on a page as text: an `otpauth:` address wherever it is written, or a setup key that the page
 * names as one.
 *
 * Taken as a key: 16 to 128 letters of base32 in one piece, or in like groups with spaces or hyphens between, all of
 * one case, with six different letters and a digit; in a row without a digit only as long as keys are made and
 * where it is called a setup key. Refused: anything that no words of a set-up stand beside, in the same part of the page;
 * licence keys, access keys and recovery codes, by what they are called, or, for codes, by their being several of
 * one length.
 *
 * The page cannot be asked what it means, so this is a guess; a person sees what was read before it is kept.
 */
import type { Algorithm, Enrolment } from '../account.ts';
import { anyOf, plain } from '../field/text.ts';
import { readOtpauth } from './otpauth.ts';
import { OtpauthError, type ReadProblem } from './problem.ts';
import { readSetupKey } from './setup-key.ts';
import { otherKeyWords, settingUpWords, setupKeyWords } from './setup-words.ts';
import { spelledIn } from './spelled.ts';

/** A text of a page, or of an attribute, that may hold a setup key. */
export interface Printed {
  /** Of the smallest element that has all of it. */
  readonly text: string;
  /** What a person reads around it: its labels, then the texts of ever larger parts of the page that hold it. */
  readonly near: readonly string[];
}

const settingUp = anyOf(settingUpWords);
const setupKey = anyOf(setupKeyWords);
const otherKey = anyOf(otherKeyWords);

/** Keys of 10, 20 and 30 bytes take so many letters, or as many times this. */
const WHOLE = 8;

const ADDRESS = /otpauth:\/\/[^\s"'<>]+/i;

/** The enrolments in these texts, each secret once, those with names first; broken addresses are passed over. */
export function readPrinted(printed: readonly Printed[]): readonly Enrolment[] {
  const addresses = printed.flatMap(({ text }) => {
    const read = addressIn(text);
    return read === null || typeof read === 'string' ? [] : [read];
  });
  const keys = withoutLists(printed).flatMap(keysIn);
  const bySecret = new Map<string, Enrolment>();
  for (const enrolment of [...addresses, ...keys]) {
    const secret = enrolment.secret.join();
    if (!bySecret.has(secret)) bySecret.set(secret, enrolment);
  }
  return [...bySecret.values()];
}

/** Why the first broken address among them is none; null where none is broken. */
export function problemIn(printed: readonly Printed[]): ReadProblem | null {
  const read = printed.map(({ text }) => addressIn(text));
  return read.find((one) => typeof one === 'string') ?? null;
}

/** null for a text without an address; the problem of a broken one. */
function addressIn(text: string): Enrolment | ReadProblem | null {
  const address = ADDRESS.exec(text)?.[0];
  if (address === undefined) return null;
  try {
    return readOtpauth(address);
  } catch (error) {
    if (error instanceof OtpauthError) return error.problem;
    throw error;
  }
}

/** Three different words of one length beside each other are a list of codes: a page shows one key, perhaps twice. */
function withoutLists(printed: readonly Printed[]): readonly Printed[] {
  const candidates = printed.filter(({ text }) => !ADDRESS.test(text));
  const lengths = new Map<number, Set<string>>();
  for (const { text } of candidates) {
    for (const key of spelledIn(text)) {
      const alike = lengths.get(key.length) ?? new Set();
      lengths.set(key.length, alike.add(key.toUpperCase()));
    }
  }
  return candidates.filter(({ text }) =>
    spelledIn(text).every((key) => (lengths.get(key.length)?.size ?? 0) < 3),
  );
}

function keysIn({ text, near }: Printed): readonly Enrolment[] {
  const named = nameOf(near);
  if (named === 'other') return [];
  return spelledIn(text)
    .filter(
      (key) => /\d/.test(key) || (named === 'key' && key.length % WHOLE === 0 && key === key.toUpperCase()),
    )
    .map((key) => ({
      issuer: '',
      name: '',
      ...parametersIn(near.join(' ')),
      secret: readSetupKey(key),
    }));
}

/** What the closest text that says anything of it calls it. */
function nameOf(near: readonly string[]): 'key' | 'setting-up' | 'other' {
  for (const said of near.map(plain)) {
    if (setupKey.test(said)) return 'key';
    if (otherKey.test(said)) return 'other';
    if (settingUp.test(said)) return 'setting-up';
  }
  return 'other';
}

/** What a page says of the codes beside a key; what it does not say is as usual. */
function parametersIn(near: string): Pick<Enrolment, 'parameters' | 'counter'> {
  const size = /sha[ -]?(256|512)(?!\d)/i.exec(near)?.[1];
  const digits = /\bdigits\W{1,3}(\d+)/i.exec(near) ?? /\b(\d+)[ -]digit/i.exec(near);
  const period = /\b(?:interval|period)\w*\W{1,3}(\d+)/i.exec(near)?.[1];
  const counted = /\bcounter[ -]?based\b/i.test(near);
  return {
    parameters: {
      kind: counted ? 'hotp' : 'totp',
      algorithm: size === undefined ? 'SHA1' : (`SHA${size}` as Algorithm),
      digits: between(digits?.[1], 5, 10) ?? 6,
      period: between(period, 1, 3600) ?? 30,
    },
    counter: counted ? (between(/\bcounter\W{1,3}(\d+)/i.exec(near)?.[1], 0, 1e9) ?? 0) : 0,
  };
}

function between(text: string | undefined, least: number, most: number): number | null {
  const value = text === undefined ? Number.NaN : Number(text);
  return value >= least && value <= most ? value : null;
}
