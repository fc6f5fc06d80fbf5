/** What is found on the page that our interface speaks of, or is given by hand, and what is kept of it. */
import { withRecoveryCodes } from '../../core/life/transitions.ts';
import type { FromUi } from '../../messages/contract.ts';
import type { Handlers } from '../../messages/rpc.ts';
import { confirmAccount } from '../awaited.ts';
import type { Desk } from '../desk.ts';
import { candidatesIn, describe } from '../find.ts';
import { afterChange } from '../lifecycle.ts';
import { boundTo } from '../sites.ts';
import { explain } from './explain.ts';
import { fill } from './fill.ts';
import { bound, keep } from './keep.ts';
import { pageView } from './page-view.ts';
import { bindingOf, hostOf, isSecure, pageSight, siteOfTab } from './subject.ts';
import { changeOne, touched } from './touched.ts';

type PageCalls = Pick<
  Handlers<FromUi, null>,
  'page' | 'explain' | 'find' | 'keep' | 'keepRecoveryCodes' | 'allowUnencrypted' | 'fill'
>;

export function pageCalls(desk: Desk): PageCalls {
  return {
    page: () => pageView(desk),
    explain: () => explain(desk),
    async find(source) {
      const tab = await desk.surroundings.subjectTab();
      const found = await candidatesIn(source, pageSight(desk, tab), desk.decoder);
      if (found.read === 'nothing') return found;
      const page = { host: hostOf(tab), unencrypted: source.from === 'page' && !isSecure(tab) };
      const described = found.candidates.map((candidate) => describe(candidate, page, desk.vault));
      return { read: 'found', found: await Promise.all(described) };
    },
    async keep({ source, ref, bind }) {
      const tab = await desk.surroundings.subjectTab();
      const found = await candidatesIn(source, pageSight(desk, tab), desk.decoder);
      const candidate =
        found.read === 'found' ? found.candidates.find((each) => each.ref === ref) : undefined;
      if (candidate === undefined) return 'gone';
      // What stands on a page is that page's, and is bound to all of its origin where anybody on the way may have written it: else
      // theirs would be offered on the host itself. For the rest a person says where it belongs, and names a host.
      const given = bind ? hostOf(tab) : null;
      await keep(desk, candidate, source, source.from === 'page' ? bindingOf(tab) : given);
      await touched(desk);
      await afterChange(desk);
      return 'kept';
    },
    async keepRecoveryCodes({ id, codes }) {
      // Not what the page shows by now: a page that is left at once would take the only copy of them with it, and one that
      // changes them meanwhile would have others kept than were seen.
      const recoveryCodes = codes.map((code) => ({ code, usedAt: null }));
      const tab = await desk.surroundings.subjectTab();
      const awaited = tab === null ? null : await desk.awaited.of(tab.id);
      // A page shows these once it has accepted a code (`verdict`), and a quick hand keeps them before we have heard.
      if (awaited?.account === id && awaited.gave === 'code')
        await confirmAccount(desk.vault, id, 'accepted', desk.now());
      await changeOne(desk, id, (account) => withRecoveryCodes(account, recoveryCodes, desk.now()));
      // What was given from the old list has no place in the new one.
      await desk.awaited.forgetAccount(id);
      return null;
    },
    async allowUnencrypted() {
      const site = siteOfTab(await desk.surroundings.subjectTab());
      if (site === null || site.binding === site.host) return null;
      const ids = (await boundTo(desk.vault, site.host)).map(({ id }) => id);
      await desk.vault.change(ids, (account) => bound(account, site.binding));
      await touched(desk);
      await afterChange(desk);
      return null;
    },
    fill: ({ id }) => fill(desk, id),
  };
}
