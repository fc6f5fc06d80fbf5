import type { WaysIn } from '../../messages/contract.ts';
import { t, type TextKey } from '../../platform/text.ts';
import { Mark } from '../parts/icon.tsx';
import { KeyForm } from '../parts/key-form.tsx';
import { RestoreCopy } from '../parts/restore-copy.tsx';
import { Note } from '../parts/row-notes.tsx';
import { useApp } from '../state/app.ts';

/** Why it is locked, where a person may not know. */
const because: Record<NonNullable<WaysIn['locked']>, TextKey | null> = {
  hand: null,
  time: 'lockedTime',
  clock: 'lockedClock',
  idle: 'lockedIdle',
  screen: 'lockedScreen',
};

export function Unlock() {
  const { model, unlock } = useApp();
  const locked = model.ways.value?.locked ?? null;
  const why = locked === null ? null : because[locked];
  return (
    <main class="gate">
      <Mark />
      <h1>{t('unlockTitle')}</h1>
      {why !== null && <p class="lead">{t(why)}</p>}
      {model.ways.value?.readOnly === true && <Note warn>{t('readOnlyLocked')}</Note>}
      <KeyForm
        label={t('unlockButton')}
        busy={t('unlockBusy')}
        onKey={unlock}
        onPin={(pin) => unlock({ pin })}
      />
      {model.unlockFailed.value && <RestoreCopy />}
    </main>
  );
}
