import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { TrashedView } from '../../messages/contract.ts';
import { t } from '../../platform/text.ts';
import { Header } from '../parts/header.tsx';
import { Problem } from '../parts/problem.tsx';
import { Step } from '../parts/step.tsx';
import { useApp } from '../state/app.ts';
import { day } from '../state/language.ts';
import { nameOf, subtitleOf, titleOf } from '../state/names.ts';
import { useTask } from '../state/task.ts';

/** What was removed or replaced, until it is deleted for good. */
export function Trash() {
  const { ports } = useApp();
  const task = useTask();
  const trashed = useSignal<readonly TrashedView[] | null>(null);
  const load = async () => {
    trashed.value = (await ports.background.trashed()).toSorted((a, b) => b.since - a.since);
    return null;
  };
  useEffect(() => void task.run(load), []);
  const there = trashed.value ?? [];
  return (
    <main class="view">
      <Header title={t('trashTitle')} />
      <div class="body">
        <p class="lead">{t('trashText')}</p>
        <Problem of={task} />
        {trashed.value !== null && there.length === 0 && <p class="empty">{t('trashEmpty')}</p>}
        {there.length > 0 && (
          <ul class="entries">
            {there.map((account) => (
              <Trashed key={account.id} account={account} onChanged={load} />
            ))}
          </ul>
        )}
        {there.length > 1 && (
          <Step label={t('trashEmptyIt')} danger>
            {() => <Purge ids={there.map(({ id }) => id)} onPurged={load} />}
          </Step>
        )}
      </div>
    </main>
  );
}

interface TrashedProps {
  readonly account: TrashedView;
  readonly onChanged: () => Promise<null>;
}

function Trashed({ account, onChanged }: TrashedProps) {
  const { ports, refresh, say } = useApp();
  const task = useTask();
  const restore = async () => {
    await ports.background.restore({ id: account.id });
    await Promise.all([refresh(), onChanged()]);
    say(t('restored', titleOf(account)));
    return null;
  };
  return (
    <li class="entry">
      <span class="names">
        <bdi class="issuer">{titleOf(account)}</bdi> <bdi class="name">{subtitleOf(account)}</bdi>
        <small class="hint">{t('trashUntil', day(account.until))}</small>
      </span>
      <div class="row-actions">
        <button type="button" class="button" onClick={() => void task.run(restore)}>
          {/* Not as a label, for a name does not stand in an attribute. */}
          <span aria-hidden="true">{t('trashRestore')}</span>
          <span class="visually-hidden">{t('trashRestoreOne', nameOf(account))}</span>
        </button>
        <Step label={t('trashDelete')} danger>
          {() => <Purge ids={[account.id]} onPurged={onChanged} />}
        </Step>
      </div>
      <Problem of={task} />
    </li>
  );
}

interface PurgeProps {
  readonly ids: readonly string[];
  readonly onPurged: () => Promise<null>;
}

function Purge({ ids, onPurged }: PurgeProps) {
  const { ports, say } = useApp();
  const task = useTask();
  const purge = async () => {
    await ports.background.purge({ ids });
    await onPurged();
    say(t('trashDeleted'));
    return null;
  };
  return (
    <>
      <p>{t('trashSure')}</p>
      <Problem of={task} />
      <button type="button" class="button danger" onClick={() => void task.run(purge)}>
        {t('deleteForGood')}
      </button>
    </>
  );
}
