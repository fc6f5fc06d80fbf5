/** The accounts that are kept, and their codes. */
import { edited } from '../../core/life/transitions.ts';
import { siteOf } from '../../core/site/site.ts';
import type { FromUi } from '../../messages/contract.ts';
import type { Handlers } from '../../messages/rpc.ts';
import type { Desk } from '../desk.ts';
import { takeCounterCode } from '../release.ts';
import { boundTo, rememberUse } from '../sites.ts';
import { codes, viewOf } from './account-views.ts';
import { bindingOf } from './subject.ts';
import { changeOne, touched } from './touched.ts';

type AccountCalls = Pick<
  Handlers<FromUi, null>,
  'accounts' | 'codes' | 'nextCode' | 'copied' | 'onClipboard' | 'edit'
>;

export function accountCalls(desk: Desk): AccountCalls {
  const { vault } = desk;
  return {
    async accounts() {
      const binding = bindingOf(await desk.surroundings.subjectTab());
      const kept = await vault.list();
      const aheads = await Promise.all(kept.map(({ overview }) => desk.clocks.correction(overview.hosts)));
      return kept.flatMap((account, index) => viewOf(account, binding, aheads[index] ?? 0));
    },
    codes: () => codes(desk),
    async nextCode({ id }) {
      const code = await takeCounterCode(vault, id);
      await touched(desk);
      return { code };
    },
    async copied({ id }) {
      const binding = bindingOf(await desk.surroundings.subjectTab());
      const isHere = binding !== null && (await boundTo(vault, binding)).some((account) => account.id === id);
      if (isHere) await rememberUse(vault, binding, id);
      return null;
    },
    async onClipboard({ text }) {
      await desk.copied.copied(text);
      return null;
    },
    async edit({ id, issuer, name, hosts }) {
      const typed = hosts.map((host) => host.trim()).filter((host) => host !== '');
      const good = typed.map(hostIn).filter((host) => host !== null);
      if (good.length < typed.length) return 'bad-host';
      const change = { issuer: issuer.trim(), name: name.trim(), hosts: [...new Set(good)] };
      await changeOne(desk, id, (account) => edited(account, change));
      return 'edited';
    },
  };
}

/** The host that a person has typed, or copied as part of an address; with `http://` before it they mean that. */
function hostIn(typed: string): string | null {
  return siteOf(typed.includes('://') ? typed : `https://${typed}`)?.binding ?? null;
}
