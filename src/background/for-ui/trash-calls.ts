/** The trash, and what is deleted for good. */
import { purgedAt } from '../../core/life/transitions.ts';
import type { FromUi } from '../../messages/contract.ts';
import type { Handlers } from '../../messages/rpc.ts';
import type { Desk } from '../desk.ts';
import { afterChange } from '../lifecycle.ts';
import { touched } from './touched.ts';

type TrashCalls = Pick<Handlers<FromUi, null>, 'trashed' | 'purge'>;

export function trashCalls(desk: Desk): TrashCalls {
  const { vault } = desk;
  return {
    async trashed() {
      const kept = (await vault.list()).filter(({ overview }) => overview.state === 'trashed');
      return kept.map(({ id, overview }) => {
        const { issuer, name, since } = overview;
        return { id, issuer, name, since, until: purgedAt(overview) };
      });
    },
    async purge({ ids }) {
      const usable = new Set(
        (await vault.list()).filter(({ overview }) => overview.state !== 'trashed').map(({ id }) => id),
      );
      for (const { id } of await vault.damaged()) if (id !== null) usable.delete(id);
      // Whatever a page of ours got wrong: what is in use is never deleted, only removed, which can be undone.
      await vault.purge(ids.filter((id) => !usable.has(id)));
      await touched(desk);
      await afterChange(desk);
      return null;
    },
  };
}
