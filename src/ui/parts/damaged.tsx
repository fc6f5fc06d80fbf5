import type { DamagedView } from '../../messages/contract.ts';
import { t } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import { plural } from '../state/language.ts';
import { nameOf } from '../state/names.ts';
import { useTask } from '../state/task.ts';
import { Problem } from './problem.tsx';
import { Note } from './row-notes.tsx';
import { Step } from './step.tsx';

/** Names the accounts that cannot be read, which a list without them would hide, with what can be done. */
export function Damaged() {
  const { mend, model } = useApp();
  const task = useTask();
  const damaged = model.damaged.value.filter(({ why }) => why === 'damaged');
  const newer = model.damaged.value.filter(({ why }) => why === 'newer-version');
  return (
    <>
      {damaged.length > 0 && (
        <section class="card">
          <Note warn>{plural('damaged', damaged.length)}</Note>
          <Names of={damaged} />
          <Problem of={task} />
          <button
            type="button"
            class="button"
            aria-disabled={task.busy.value}
            onClick={() => void task.run(() => mend())}
          >
            {t('damagedMend')}
          </button>
          <GiveUp ids={damaged.map(({ id }) => id)} />
        </section>
      )}
      {newer.length > 0 && (
        <section class="card">
          <Note warn>{plural('newer', newer.length)}</Note>
          <Names of={newer} />
        </section>
      )}
    </>
  );
}

function Names({ of }: { readonly of: readonly DamagedView[] }) {
  return (
    <ul class="plain">
      {of.map(({ id, named }) => (
        <li key={id}>
          <bdi>{named === null ? t('damagedUnnamed') : nameOf(named)}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** When the copy is no help and a backup is at hand, or the account is no longer wanted. */
function GiveUp({ ids }: { readonly ids: readonly string[] }) {
  const { ports, refresh } = useApp();
  const task = useTask();
  const clicked = async () => {
    await ports.background.purge({ ids });
    await refresh();
    return null;
  };
  return (
    <Step label={t('damagedGiveUp')} danger>
      {() => (
        <>
          <p>{t('damagedGiveUpText')}</p>
          <Problem of={task} />
          <button type="button" class="button danger" onClick={() => void task.run(clicked)}>
            {t('deleteForGood')}
          </button>
        </>
      )}
    </Step>
  );
}
