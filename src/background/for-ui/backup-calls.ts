/** Backup files: made, looked into, restored. */
import { fromBase64, toBase64 } from '../../core/bytes.ts';
import type { FromUi } from '../../messages/contract.ts';
import type { Handlers } from '../../messages/rpc.ts';
import type { Desk } from '../desk.ts';
import { afterChoice } from '../lifecycle.ts';
import { factorOf } from './keys.ts';
import { touched } from './touched.ts';

type BackupCalls = Pick<
  Handlers<FromUi, null>,
  'backup' | 'backedUp' | 'lastBackup' | 'previewBackup' | 'restoreBackup'
>;

export function backupCalls(desk: Desk): BackupCalls {
  const { vault } = desk;
  return {
    async backup({ proof, password }) {
      const made = await vault.backup(factorOf(proof), password);
      await touched(desk);
      if (made === 'wrong') return made;
      return { file: toBase64(made.file), accounts: made.accounts, leftOut: made.leftOut.length };
    },
    async backedUp() {
      // The person has the file all the same; only the reminder will not know.
      if (!(await vault.isReadOnly())) await vault.backedUp();
      desk.surroundings.tellUi();
      return null;
    },
    lastBackup: () => vault.lastBackup(),
    async previewBackup({ file, password }) {
      const preview = await vault.readBackup(fromBase64(file), password);
      await touched(desk);
      if (preview === 'wrong') return preview;
      const { created, accounts, refused, others, sites } = preview;
      return {
        created,
        accounts: accounts.map(({ overview: { issuer, name, state }, comparison }) => ({
          issuer,
          name,
          trashed: state === 'trashed',
          comparison,
        })),
        refused,
        others,
        sites,
      };
    },
    async restoreBackup({ file, password, how }) {
      const restored = await vault.restoreBackup(fromBase64(file), password, how);
      await touched(desk);
      // What holds on single sites may have come back too.
      await afterChoice(desk);
      return restored;
    },
  };
}
