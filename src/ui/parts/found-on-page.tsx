import type { PageView } from '../../messages/contract.ts';
import { t } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import { nameOf } from '../state/names.ts';
import { plural } from '../state/language.ts';
import { useTask } from '../state/task.ts';
import { FoundCard } from './found-card.tsx';
import { HereHeading } from './never-here.tsx';
import { Problem } from './problem.tsx';
import { Note } from './row-notes.tsx';

/** What stands on the page and can be kept: setup codes and recovery codes, above the list. */
export function FoundOnPage() {
  const { accounts, found, page } = useApp().model;
  const { recoveryCodes } = page.value;
  if (found.value.length === 0 && recoveryCodes === null) return null;
  return (
    <section class="group">
      {accounts.value.some(({ here }) => here) ? (
        <h2>{t('foundTitle')}</h2>
      ) : (
        <HereHeading title={t('foundTitle')} />
      )}
      {found.value.map((one) => (
        <FoundCard
          key={one.ref}
          found={one}
          fromPage
          source={() => ({ from: 'page', screenshot: false })}
          onKept={() => (found.value = found.value.filter((other) => other !== one))}
        />
      ))}
      {recoveryCodes !== null && <RecoveryFound {...recoveryCodes} />}
    </section>
  );
}

function RecoveryFound({ account: id, codes }: NonNullable<PageView['recoveryCodes']>) {
  const { keepRecoveryCodes, model } = useApp();
  const task = useTask();
  const account = model.accounts.value.find((account) => account.id === id);
  if (account === undefined) return null;
  return (
    <article class="card">
      <h3>{plural('recoveryFound', codes.length)}</h3>
      <p class="card-for">{t('recoveryFor', nameOf(account))}</p>
      <ul class="recovery-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      {account.recovery !== null && <Note>{t('recoveryReplaces')}</Note>}
      <Problem of={task} />
      <button
        type="button"
        class="button primary"
        aria-disabled={task.busy.value}
        onClick={() => void task.run(() => keepRecoveryCodes(id, codes))}
      >
        {t(task.busy.value ? 'foundKeeping' : 'recoveryKeep')}
      </button>
    </article>
  );
}
