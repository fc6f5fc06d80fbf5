/**
 * The Key URI format, as providers write it and as it should be written:
 * `otpauth://TYPE/ISSUER:ACCOUNT?secret=…&issuer=…&algorithm=…&digits=…&period=…|counter=…`
 * (Google Authenticator's wiki, "Key Uri Format").
 *
 * Taken: types totp, hotp and steam (or totp with `encoder=steam`), 5 to 10 digits, any whole period, SHA-1, -256
 * and -512 however they are spelled, issuers that are unencoded URLs, broken escapes, unknown parameters (ignored),
 * the first of a repeated one. `#` is a character like any other, for a name may hold one and a fragment has no
 * meaning here. Refused: other types and algorithms, numbers that are none, a missing or unreadable secret.
 *
 * Names come out in NFC and without spaces around them, and otherwise as they were written: control, direction and
 * markup characters stay, so that `oddities` can warn of them. Whoever shows a name shows it through `labels.ts`.
 */
import type { Algorithm, Enrolment, OtpKind, OtpParameters } from '../account.ts';
import { toBase32 } from '../bytes.ts';
import { decodePercent, encodePercent } from './percent.ts';
import { OtpauthError, type ReadProblem } from './problem.ts';
import { readSetupKey } from './setup-key.ts';

/** The largest QR code holds 4,296 characters; apps that export URIs as text append their own parameters. */
const LONGEST = 8192;

const KINDS: ReadonlyMap<string, OtpKind> = new Map([
  ['totp', 'totp'],
  ['hotp', 'hotp'],
  ['steam', 'steam'],
]);

/** By their letters and digits alone: `SHA-1`, `sha_256` and `HmacSHA512` are spellings that are in use. */
const ALGORITHMS: ReadonlyMap<string, Algorithm> = new Map([
  ['SHA1', 'SHA1'],
  ['SHA256', 'SHA256'],
  ['SHA512', 'SHA512'],
]);

/** `https://<host>/:<account>`: the colon after the scheme, or before a port, is not the one that divides. */
const URL_LABEL = /^(https?:\/\/[^/:]*(?::\d+)?(?:\/[^:]*)?):(.*)$/is;
const LABEL = /^(?!https?:\/\/)([^:]*):(.*)$/is;

interface Names {
  readonly issuer: string;
  readonly name: string;
}

/** Parameters by their lower-case names, the values still encoded; the first of a name counts. */
function fieldsOf(query: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const pair of query.split('&')) {
    const [key = '', ...value] = pair.split('=');
    const name = decodePercent(key).toLowerCase();
    if (!fields.has(name)) fields.set(name, value.join('='));
  }
  return fields;
}

/** A value as forms encode it, `+` being a space; '' when it is absent. */
function valueOf(fields: ReadonlyMap<string, string>, key: string): string {
  return decodePercent((fields.get(key) ?? '').replaceAll('+', ' ')).trim();
}

function tidy(name: string): string {
  return name.toWellFormed().normalize('NFC').trim();
}

/** The label's own issuer and account: divided at a literal colon, or else at an encoded one (`Issuer%3Aaccount`). */
function splitLabel(label: string): Names {
  const literal = URL_LABEL.exec(label) ?? LABEL.exec(label);
  if (literal !== null) {
    const [, issuer = '', name = ''] = literal;
    return { issuer: decodePercent(issuer), name: decodePercent(name) };
  }
  const decoded = decodePercent(label);
  const [, issuer = '', name = decoded] = URL_LABEL.exec(decoded) ?? LABEL.exec(decoded) ?? [];
  return { issuer, name };
}

/**
 * The issuer parameter wins over the label's, and an account may hold colons. A bare `+` in the parameter is a space
 * (`Air+Canada`), unless the label spells the same issuer with a plus (`Notepad++`).
 */
function namesOf(label: string, issuerField: string): Names {
  const whole = tidy(decodePercent(label));
  const spellings = [issuerField, issuerField.replaceAll('+', ' ')].map((text) => tidy(decodePercent(text)));
  const prefix = spellings.find((issuer) => issuer !== '' && whole.startsWith(`${issuer}:`));
  if (prefix !== undefined) return { issuer: prefix, name: tidy(whole.slice(prefix.length + 1)) };
  const { issuer, name } = splitLabel(label);
  return { issuer: spellings.at(-1) || tidy(issuer), name: tidy(name) };
}

function wholeNumber(text: string, least: number, most: number, problem: ReadProblem): number {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) throw new OtpauthError(problem);
  return value;
}

function kindOf(type: string, encoder: string): OtpKind {
  const kind = KINDS.get(type.toLowerCase());
  if (kind === undefined) throw new OtpauthError('bad-kind');
  return kind === 'totp' && encoder.toLowerCase() === 'steam' ? 'steam' : kind;
}

function algorithmOf(text: string): Algorithm {
  if (text === '') return 'SHA1';
  const spelling = text
    .toUpperCase()
    .replace(/[^A-Z\d]/g, '')
    .replace(/^HMAC/, '');
  const algorithm = ALGORITHMS.get(spelling);
  if (algorithm === undefined) throw new OtpauthError('bad-algorithm');
  return algorithm;
}

function parametersOf(kind: OtpKind, fields: ReadonlyMap<string, string>): OtpParameters {
  const digits = valueOf(fields, 'digits') || '6';
  const period = valueOf(fields, 'period') || '30';
  return {
    kind,
    algorithm: algorithmOf(valueOf(fields, 'algorithm')),
    digits: kind === 'steam' ? 5 : wholeNumber(digits, 5, 10, 'bad-digits'), // Steam's are five, whatever is said
    period: kind === 'hotp' ? 30 : wholeNumber(period, 1, 2 ** 31, 'bad-period'),
  };
}

/** What an otpauth URI says. null for any other text; throws an `OtpauthError` for one that is broken. */
export function readOtpauth(text: string): Enrolment | null {
  const uri = text.trim();
  if (!/^otpauth:/i.test(uri)) return null;
  if (uri.length > LONGEST) throw new OtpauthError('too-long');
  const parts = /^otpauth:\/\/([^/?]*)\/?([^?]*)\??(.*)$/is.exec(uri);
  if (parts === null) throw new OtpauthError('bad-uri');
  const [, type = '', label = '', query = ''] = parts;
  const fields = fieldsOf(query);
  const kind = kindOf(type, valueOf(fields, 'encoder'));
  const counter = kind === 'hotp' ? valueOf(fields, 'counter') || '0' : '0';
  return {
    ...namesOf(label, fields.get('issuer') ?? ''),
    parameters: parametersOf(kind, fields),
    secret: readSetupKey(valueOf(fields, 'secret')),
    counter: wholeNumber(counter, 0, Number.MAX_SAFE_INTEGER, 'bad-counter'),
  };
}

/**
 * The URI of an enrolment, every parameter written out, spaces as `%20` (a `+` is read as a plus by some apps).
 * A colon inside a name is encoded; an account that holds one and has no issuer gets an empty issuer before it.
 */
export function writeOtpauth(enrolment: Enrolment): string {
  const { issuer, name, parameters, secret, counter } = enrolment;
  const divider = issuer !== '' || name.includes(':') ? ':' : '';
  const fields = [
    `secret=${toBase32(secret)}`,
    ...(issuer === '' ? [] : [`issuer=${encodePercent(issuer)}`]),
    `algorithm=${parameters.algorithm}`,
    `digits=${parameters.digits}`,
    parameters.kind === 'hotp' ? `counter=${counter}` : `period=${parameters.period}`,
  ];
  const label = encodePercent(issuer) + divider + encodePercent(name);
  return `otpauth://${parameters.kind}/${label}?${fields.join('&')}`;
}
