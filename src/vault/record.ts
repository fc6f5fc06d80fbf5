/**
 * A record: one account in two boxes, so that what lists accounts never holds a secret.
 *
 * Schema 1: the overview's plaintext is `AccountOverview` as JSON; the secret half's is `AccountSecret` as JSON
 * with `secret` in base64.
 */
import { fromBase64, lengthPrefixed, toBase64 } from '../core/bytes.ts';
import type { Account, AccountOverview, AccountSecret } from '../core/account.ts';
import { open, seal, type RandomBytes } from './box.ts';
import { damaged, VaultError } from './errors.ts';
import { LABELS, RECORD_SCHEMA, type Box, type Bytes, type StoredRecord } from './format.ts';
import { decodeJson, encodeJson } from './json.ts';

type Half = 'overview' | 'secret';
type Place = Pick<StoredRecord, 'id' | 'rev' | 'sv'>;
type SecretJson = Omit<AccountSecret, 'secret'> & { readonly secret: string };

/** Where a record belongs: the id keeps two records apart, the label its two halves, the revision its past. */
function associatedData(half: Half, vaultId: string, { id, rev, sv }: Place): Bytes {
  return lengthPrefixed(LABELS[half], vaultId, id, String(rev), String(sv));
}

export async function sealRecord(
  key: CryptoKey,
  vaultId: string,
  id: string,
  rev: number,
  account: Account,
  randomBytes: RandomBytes,
): Promise<StoredRecord> {
  const place: Place = { id, rev, sv: RECORD_SCHEMA };
  const sealHalf = (half: Half, plaintext: Bytes): Promise<Box> =>
    seal(key, plaintext, associatedData(half, vaultId, place), randomBytes);
  const secret: SecretJson = { ...account.secret, secret: toBase64(account.secret.secret) };
  return {
    ...place,
    overview: await sealHalf('overview', encodeJson(account.overview)),
    secret: await sealHalf('secret', encodeJson(secret)),
  };
}

async function openHalf(key: CryptoKey, vaultId: string, record: StoredRecord, half: Half): Promise<unknown> {
  const plaintext = await open(key, record[half], associatedData(half, vaultId, record));
  if (plaintext === null) throw damaged('record', record.id);
  // Only now, for a schema that is not authentic says nothing.
  if (record.sv > RECORD_SCHEMA) throw new VaultError('newer-version', 'record', record.id);
  return decodeJson(plaintext);
}

export async function openOverview(
  key: CryptoKey,
  vaultId: string,
  record: StoredRecord,
): Promise<AccountOverview> {
  return (await openHalf(key, vaultId, record, 'overview')) as AccountOverview;
}

export async function openAccount(key: CryptoKey, vaultId: string, record: StoredRecord): Promise<Account> {
  const overview = await openOverview(key, vaultId, record);
  const secret = (await openHalf(key, vaultId, record, 'secret')) as SecretJson;
  return { overview, secret: { ...secret, secret: fromBase64(secret.secret) } };
}
