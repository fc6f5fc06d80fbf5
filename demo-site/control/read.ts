/** Reads what comes through the door. It takes JSON objects with the fields that it knows, and refuses everything else with 400. */
import { HTTPException } from 'hono/http-exception';
import type { OtpAlgorithm, OtpShape } from '../engine/otp.ts';
import type { SeedUser } from '../engine/seed.ts';
import type { Role } from '../engine/users.ts';
import type { Visit } from '../routes/site.ts';
import type { ClockChange, ClockMode, Fault } from './contract.ts';

type Fields = Record<string, unknown>;

const MODES: readonly ClockMode[] = ['real', 'frozen', 'offset'];
const ROLES: readonly Role[] = ['customer', 'support'];
const ALGORITHMS: readonly OtpAlgorithm[] = ['sha1', 'sha256', 'sha512'];
const LONGEST_DELAY = 60_000;

function refuse(message: string): never {
  throw new HTTPException(400, { message });
}

/** The body's fields, of which there may be none but these. No body at all is an empty object. */
export async function readFields(c: Visit, known: readonly string[]): Promise<Fields> {
  const text = await c.req.text();
  if (text === '') return {};
  if (!/^application\/json\b/iu.test(c.req.header('content-type') ?? '')) throw new HTTPException(415);
  return fieldsOf(parse(text), known);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('the body is no JSON');
  }
}

function fieldsOf(value: unknown, known: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse('an object is expected');
  const strange = Object.keys(value).find((key) => !known.includes(key));
  if (strange !== undefined) refuse(`unknown field ${strange}`);
  return value as Fields;
}

export function readClockChange({ mode, now, advanceMs }: Fields): ClockChange & { now?: number } {
  const change: ClockChange & { now?: number } = {};
  if (mode !== undefined) change.mode = MODES.find((known) => known === mode) ?? refuse('unknown mode');
  if (now !== undefined) change.now = readTime(now);
  if (advanceMs !== undefined) change.advanceMs = readInteger('advanceMs', advanceMs);
  return change;
}

function readTime(value: unknown): number {
  const time = typeof value === 'string' ? Date.parse(value) : value;
  // Before 1970 there are no steps, and beyond what a Date can hold no page could say the time.
  if (typeof time !== 'number' || !(time >= 0 && time <= 8.64e15)) refuse('now is no time since 1970');
  return Math.floor(time);
}

function readInteger(name: string, value: unknown, least = -1e15, most = 1e15): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
    refuse(`${name} is no integer from ${least} to ${most}`);
  }
  return value;
}

export function readFault(fields: Fields): Fault {
  const { route, times = 1, status, delayMs, dropAfterCommit } = fields;
  if (typeof route !== 'string' || !/^(?:GET|POST|PUT|PATCH|DELETE) \/(?!__test)\S*$/u.test(route)) {
    refuse('route is a method and a path, as POST /login/2fa');
  }
  if ([status, delayMs, dropAfterCommit].filter((kind) => kind !== undefined).length !== 1) {
    refuse('one of status, delayMs and dropAfterCommit is expected');
  }
  const common = { route, times: readInteger('times', times, 1, 10_000) };
  if (status !== undefined) return { ...common, status: readInteger('status', status, 400, 599) };
  if (delayMs !== undefined) return { ...common, delayMs: readInteger('delayMs', delayMs, 0, LONGEST_DELAY) };
  if (dropAfterCommit !== true) refuse('dropAfterCommit is true');
  return { ...common, dropAfterCommit };
}

export const USER_FIELDS = [
  'username',
  'password',
  'name',
  'email',
  'about',
  'secret',
  'shape',
  'recoveryCodes',
  'factorFailures',
  'settingUp',
  'role',
] as const;

export function readUsers(value: unknown): SeedUser[] {
  if (!Array.isArray(value) || value.length > 1000) refuse('seed is a list of at most 1000 users');
  return value.map((user) => readUser(fieldsOf(user, USER_FIELDS)));
}

export function readUser(fields: Fields): SeedUser {
  const username = readText(fields, 'username');
  if (!/^[\w.-]{1,64}$/u.test(username))
    refuse('username has other characters than letters, digits, . _ and -');
  const secret = readText(fields, 'secret', '');
  // Whole bytes: RFC 4648 section 6, without padding.
  if (!/^(?:[A-Z2-7]{8})*(?:[A-Z2-7]{2}|[A-Z2-7]{4}|[A-Z2-7]{5}|[A-Z2-7]{7})?$/u.test(secret)) {
    refuse('secret is base32 in upper case, of whole bytes, without padding');
  }
  return {
    username,
    password: readText(fields, 'password'),
    name: readText(fields, 'name', username),
    email: readText(fields, 'email', `${username}@example.com`),
    about: readText(fields, 'about', 'Made through the testing door.'),
    ...(secret === '' ? {} : { secret }),
    ...(fields['shape'] === undefined ? {} : { shape: readShape(fields['shape']) }),
    factorFailures: readInteger('factorFailures', fields['factorFailures'] ?? 0, 0, 1000),
    settingUp: fields['settingUp'] === true,
    recoveryCodes: readCodes(fields['recoveryCodes'] ?? []),
    ...(fields['role'] === undefined ? {} : { role: readRole(fields['role']) }),
  };
}

function readText(fields: Fields, name: string, otherwise?: string): string {
  const value = fields[name] ?? otherwise;
  if (typeof value !== 'string' || value.length > 256) refuse(`${name} is no text of at most 256 characters`);
  if (value === '' && otherwise === undefined) refuse(`${name} is empty`);
  return value;
}

function readShape(value: unknown): OtpShape {
  const { algorithm, digits, period } = fieldsOf(value, ['algorithm', 'digits', 'period']);
  return {
    algorithm: ALGORITHMS.find((known) => known === algorithm) ?? refuse('unknown algorithm'),
    digits: readInteger('digits', digits, 6, 8),
    period: readInteger('period', period, 1, 3600),
  };
}

function readRole(value: unknown): Role {
  return ROLES.find((known) => known === value) ?? refuse('unknown role');
}

function readCodes(value: unknown): string[] {
  if (!Array.isArray(value) || !value.every((code) => typeof code === 'string') || value.length > 50) {
    refuse('recoveryCodes is a list of at most 50 texts');
  }
  return value;
}
