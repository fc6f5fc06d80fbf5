import type { Proposal } from '../../messages/contract.ts';
import { t } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import { nameOf, titleOf } from '../state/names.ts';
import { useTask } from '../state/task.ts';
import { HereHeading } from './never-here.tsx';
import { Problem } from './problem.tsx';

/** Accounts that may be the page's own, above the list: the person says whether they are. */
export function Proposals() {
  const { proposals } = useApp().model.page.value;
  if (proposals.length === 0) return null;
  return (
    <section class="group">
      <HereHeading title={t('proposeTitle')} />
      {proposals.map((proposal) => (
        <Proposed key={proposal.account} {...proposal} />
      ))}
    </section>
  );
}

function Proposed({ account: id, host, kept }: Proposal) {
  const { bindHere, model, refuseHere } = useApp();
  const task = useTask();
  const account = model.accounts.value.find((account) => account.id === id);
  if (account === undefined) return null;
  const name = nameOf(account);
  return (
    <article class="card">
      <p>
        {kept === null
          ? t('proposeIssuer', host, titleOf(account), name)
          : t('proposeRelated', host, kept, name)}
      </p>
      <Problem of={task} />
      <div class="row-actions">
        <button
          type="button"
          class="button"
          aria-disabled={task.busy.value}
          onClick={() => void task.run(() => bindHere(account, host))}
        >
          {t('proposeUse', name)}
        </button>
        <button
          type="button"
          class="button quiet"
          aria-disabled={task.busy.value}
          onClick={() => void task.run(() => refuseHere(account, host))}
        >
          <span aria-hidden="true">{t('proposeRefuse')}</span>
          <span class="visually-hidden">{t('proposeRefuseOne', name)}</span>
        </button>
      </div>
    </article>
  );
}
