import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { LockAfter } from '../../messages/contract.ts';
import { t } from '../../platform/text.ts';
import { Choice } from '../parts/form.tsx';
import { Header } from '../parts/header.tsx';
import { Icon } from '../parts/icon.tsx';
import { Problem } from '../parts/problem.tsx';
import { useApp } from '../state/app.ts';
import { plural } from '../state/language.ts';
import { pageAt } from '../state/route.ts';
import { useTask } from '../state/task.ts';

const MINUTES: readonly LockAfter[] = [1, 5, 15, 60, 240];

function duration(minutes: LockAfter): string {
  return minutes < 60 ? plural('minutes', minutes) : plural('hours', minutes / 60);
}

export function Settings() {
  const { ports } = useApp();
  return (
    <main class="view">
      <Header title={t('settings')} />
      <div class="body">
        <AutoLock />
        {!ports.full && <InPopup />}
      </div>
    </main>
  );
}

/** What the full page has in its menu. */
function InPopup() {
  const { lock, ports } = useApp();
  return (
    <>
      <button type="button" class="button" onClick={() => void lock()}>
        <Icon name="lock" />
        {t('settingsLockNow')}
      </button>
      <button
        type="button"
        class="button"
        onClick={() => void ports.openInTab(pageAt('list')).then(ports.close)}
      >
        <Icon name="open" />
        {t('settingsTab')}
      </button>
    </>
  );
}

function AutoLock() {
  const { lockAfter, setLockAfter } = useApp();
  const task = useTask();
  const minutes = useSignal<LockAfter | null>(null);
  useEffect(() => {
    void task.run(async () => {
      minutes.value = await lockAfter();
      return null;
    });
  }, []);
  const choose = async (chosen: LockAfter) => {
    const before = minutes.value;
    minutes.value = chosen;
    if (!(await task.run(() => setLockAfter(chosen)))) minutes.value = before;
  };
  return (
    <div>
      {minutes.value !== null && (
        <Choice
          label={t('settingsLockAfter')}
          value={String(minutes.value)}
          options={MINUTES.map((value) => ({ value: String(value), text: duration(value) }))}
          onChoose={(text) => void choose(MINUTES.find((value) => String(value) === text) ?? 15)}
        />
      )}
      <Problem of={task} />
    </div>
  );
}
