/** The accounts that are kept, and their codes. */
import type { FromUi } from '../../messages/contract.ts';
import type { Handlers } from '../../messages/rpc.ts';
import type { Desk } from '../desk.ts';
import { afterChange } from '../lifecycle.ts';
import { takeCounterCode } from '../release.ts';
import { codes, viewOf } from './account-views.ts';
import { hostOf } from './subject.ts';
import { touched } from './touched.ts';

type AccountCalls = Pick<Handlers<FromUi, null>, 'accounts' | 'damaged' | 'mend' | 'codes' | 'nextCode'>;

export function accountCalls(desk: Desk): AccountCalls {
  const { vault } = desk;
  return {
    async accounts() {
      const host = hostOf(await desk.surroundings.subjectTab());
      const kept = await vault.list();
      const aheads = await Promise.all(kept.map(({ overview }) => desk.clocks.correction(overview.hosts)));
      return kept.flatMap((account, index) => viewOf(account, host, aheads[index] ?? 0));
    },
    damaged: async () => (await vault.damaged()).length,
    async mend() {
      await vault.mend();
      await afterChange(desk);
      return (await vault.damaged()).length;
    },
    codes: () => codes(desk),
    async nextCode({ id }) {
      const code = await takeCounterCode(vault, id);
      await touched(desk);
      return { code };
    },
  };
}
