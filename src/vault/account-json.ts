/**
 * An account as it stands in a backup file, both ways. What is read is taken member by member: the file may be a
 * stranger's, with a password that they gave along.
 */
import type {
  Account,
  AccountOverview,
  AccountSecret,
  AccountState,
  OtpParameters,
  Reason,
  RecoveryCode,
  RetiredCodes,
} from '../core/account.ts';
import { fromBase64, toBase64 } from '../core/bytes.ts';
import { VaultError, type VaultDetail } from './errors.ts';

export type Members = Readonly<Record<string, unknown>>;

/** In one order of the members, so that the same account is the same text. */
export function accountToJson({ overview, secret }: Account): object {
  const { issuer, name, parameters, state, since, created, hosts, recovery, trashedFrom } = overview;
  const { because, supportCase } = overview;
  const { kind, algorithm, digits, period } = parameters;
  return {
    overview: {
      issuer,
      name,
      parameters: { kind, algorithm, digits, period },
      state,
      since,
      created,
      hosts,
      recovery: recovery && { left: recovery.left, total: recovery.total },
      trashedFrom,
      ...(because === undefined ? {} : { because }),
      ...(supportCase === undefined ? {} : { supportCase }),
    },
    secret: {
      secret: toBase64(secret.secret),
      counter: secret.counter,
      recoveryCodes: codesToJson(secret.recoveryCodes),
      ...(secret.retiredCodes === undefined
        ? {}
        : { retiredCodes: secret.retiredCodes.map(({ at, codes }) => ({ at, codes: codesToJson(codes) })) }),
    },
  };
}

function codesToJson(codes: readonly RecoveryCode[]): readonly object[] {
  return codes.map(({ code, usedAt }) => ({ code, usedAt }));
}

const REASONS: readonly Reason[] = [
  'accepted',
  'confirmed',
  'recovered',
  'switched-off',
  'removed',
  'replaced',
  'restored',
];

/** An account of a file that cannot be taken; without names where these cannot be read either. */
export interface RefusedAccount {
  readonly issuer: string;
  readonly name: string;
  /** `parameters`: its codes are of a kind that we do not make. `secret`: it has none, or a broken one. */
  readonly because: 'parameters' | 'secret' | 'unreadable';
}

/** One that cannot be taken must not keep the others out. */
export function accountOrRefusal(value: unknown): Account | RefusedAccount {
  try {
    return accountFromJson(value);
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    return { ...namesIn(value), because: BECAUSE[error.detail ?? 'backup'] ?? 'unreadable' };
  }
}

const BECAUSE: Partial<Record<VaultDetail, RefusedAccount['because']>> = {
  'backup-parameters': 'parameters',
  'backup-secret': 'secret',
};

function namesIn(value: unknown): Pick<RefusedAccount, 'issuer' | 'name'> {
  const { overview } = (value ?? {}) as Members;
  const { issuer, name } = (overview ?? {}) as Members;
  return { issuer: textOrNone(issuer), name: textOrNone(name) };
}

function textOrNone(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Names the part of an account that is not what it should be. */
function part<T>(detail: VaultDetail, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof VaultError ? new VaultError(error.reason, detail) : error;
  }
}

/** Throws `unreadable`. */
function accountFromJson(value: unknown): Account {
  const { overview, secret } = members(value);
  return { overview: readOverview(members(overview)), secret: readSecret(members(secret)) };
}

function readOverview(from: Members): AccountOverview {
  const state = oneOf<AccountState>(from['state'], ['pending', 'active', 'off', 'trashed']);
  const { trashedFrom: before, because, supportCase } = from;
  return {
    issuer: text(from['issuer']),
    name: text(from['name']),
    parameters: part('backup-parameters', () => readParameters(members(from['parameters']))),
    state,
    since: time(from['since']),
    created: time(from['created']),
    hosts: list(from['hosts']).map(text),
    recovery: from['recovery'] === null ? null : readRecovery(members(from['recovery'])),
    trashedFrom: before === null ? null : oneOf(before, ['pending', 'active', 'off'] as const),
    ...(because === undefined ? {} : { because: oneOf(because, REASONS) }),
    ...(supportCase === undefined ? {} : { supportCase: time(supportCase) }),
  };
}

function readParameters(from: Members): OtpParameters {
  return {
    kind: oneOf(from['kind'], ['totp', 'hotp', 'steam'] as const),
    algorithm: oneOf(from['algorithm'], ['SHA1', 'SHA256', 'SHA512'] as const),
    digits: integer(from['digits'], 5, 10),
    period: integer(from['period'], 1),
  };
}

function readRecovery(from: Members): { left: number; total: number } {
  const total = integer(from['total'], 0);
  return { left: integer(from['left'], 0, total), total };
}

function readSecret(from: Members): AccountSecret {
  return {
    secret: part('backup-secret', () => readKey(from['secret'])),
    counter: integer(from['counter'], 0),
    recoveryCodes: readCodes(from['recoveryCodes']),
    ...(from['retiredCodes'] === undefined
      ? {}
      : { retiredCodes: list(from['retiredCodes']).map((one) => readRetired(members(one))) }),
  };
}

function readKey(value: unknown): Uint8Array<ArrayBuffer> {
  const key = bytes(value);
  if (key.length === 0) throw unreadable();
  return key;
}

function readRetired(from: Members): RetiredCodes {
  return { at: time(from['at']), codes: readCodes(from['codes']) };
}

function readCodes(from: unknown): readonly RecoveryCode[] {
  return list(from).map((one) => readCode(members(one)));
}

function readCode({ code, usedAt }: Members): RecoveryCode {
  return { code: text(code), usedAt: usedAt === null ? null : time(usedAt) };
}

export function unreadable(): VaultError {
  return new VaultError('unreadable', 'backup');
}

export function members(value: unknown): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unreadable();
  return value as Members;
}

export function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw unreadable();
  return value;
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw unreadable();
  return value;
}

/** ms since the epoch. */
export function time(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw unreadable();
  return value;
}

function integer(value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw unreadable();
  if (value < least || value > most) throw unreadable();
  return value;
}

function oneOf<T extends string>(value: unknown, words: readonly T[]): T {
  const word = words.find((one) => one === value);
  if (word === undefined) throw unreadable();
  return word;
}

export function bytes(value: unknown): Uint8Array<ArrayBuffer> {
  try {
    return fromBase64(text(value));
  } catch {
    throw unreadable();
  }
}
