import type { Account } from '../core/account.ts';
import { VaultError } from './errors.ts';
import type { VaultKeys } from './keys.ts';
import { openAccount } from './record.ts';
import type { Snapshot } from './store.ts';
import { verify } from './verify.ts';

/**
 * Both halves of all the records that the snapshot was taken of; and why each that cannot be read cannot be. The
 * caller wipes the secrets.
 */
export async function openRecords(
  keys: VaultKeys,
  snapshot: Snapshot,
): Promise<{
  readonly accounts: readonly { readonly id: string; readonly account: Account }[];
  readonly broken: readonly VaultError[];
}> {
  const { header, records, broken: named } = await verify(keys, snapshot);
  const accounts: { id: string; account: Account }[] = [];
  const broken = [...named];
  for (const record of records) {
    try {
      accounts.push({ id: record.id, account: await openAccount(keys.records, header.id, record) });
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
      broken.push(error);
    }
  }
  return { accounts, broken };
}

/** Why each record that cannot be read cannot be. */
export async function damageIn(keys: VaultKeys, snapshot: Snapshot): Promise<readonly VaultError[]> {
  const { accounts, broken } = await openRecords(keys, snapshot);
  for (const { account } of accounts) account.secret.secret.fill(0);
  return broken;
}
