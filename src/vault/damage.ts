import { VaultError } from './errors.ts';
import type { VaultKeys } from './keys.ts';
import { openAccount } from './record.ts';
import type { Snapshot } from './store.ts';
import { verify } from './verify.ts';

/** Why each record that cannot be read cannot be: of all that the snapshot was taken of, both halves. */
export async function damageIn(keys: VaultKeys, snapshot: Snapshot): Promise<readonly VaultError[]> {
  const { header, records, broken } = await verify(keys, snapshot);
  const found = [...broken];
  for (const record of records) {
    try {
      (await openAccount(keys.records, header.id, record)).secret.secret.fill(0);
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
      found.push(error);
    }
  }
  return found;
}
