import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { KeyView } from '../../messages/contract.ts';
import { t } from '../../platform/text.ts';
import { Header } from '../parts/header.tsx';
import { AddPasskey, AddRecoveryCode, ChangePassword } from '../parts/key-steps.tsx';
import { KeyEntry } from '../parts/key-entry.tsx';
import { usePasskeysAvailable } from '../parts/key-form.tsx';
import { PinCard } from '../parts/pin-card.tsx';
import { RemoveProtection, Rotate } from '../parts/protection.tsx';
import { Problem } from '../parts/problem.tsx';
import { Note } from '../parts/row-notes.tsx';
import { useApp } from '../state/app.ts';
import { useTask } from '../state/task.ts';

/** They are told in no order that means anything. */
const ORDER: readonly KeyView['kind'][] = ['password', 'passkey', 'recovery', 'device', 'unknown'];

/** The ways to open the vault. */
export function Keys() {
  const { model, ports } = useApp();
  const task = useTask();
  const keys = useSignal<readonly KeyView[] | null>(null);
  // Whatever was changed, here or elsewhere, the ways in are told anew.
  const { ways } = model;
  useEffect(() => {
    void task.run(async () => {
      const told = await ports.background.keys();
      keys.value = told.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
      return null;
    });
  }, [ways.value]);
  const unprotected = ways.value?.unprotected === true;
  return (
    <main class="view">
      <Header title={t('keysTitle')} />
      <div class="body">
        <p class="lead">{t('keysText')}</p>
        <Problem of={task} />
        {unprotected ? <Unprotected /> : <Protected keys={keys.value ?? []} />}
      </div>
    </main>
  );
}

function Unprotected() {
  return (
    <section class="card">
      <h2>{t('key_device')}</h2>
      <Note warn>{t('unprotectedText')}</Note>
      <ChangePassword first />
    </section>
  );
}

function Protected({ keys }: { readonly keys: readonly KeyView[] }) {
  const passkeys = usePasskeysAvailable();
  const safe = keys.filter(({ kind }) => kind === 'password' || kind === 'recovery');
  return (
    <>
      <ul class="entries">
        {keys.map((key) => (
          <KeyEntry key={key.id} of={key} last={safe.length === 1 && safe[0] === key} />
        ))}
      </ul>
      <section class="card">
        <h2>{t('keysAdd')}</h2>
        <AddRecoveryCode />
        {passkeys ? <AddPasskey /> : <Note>{t('passkeyNone')}</Note>}
      </section>
      <section class="card">
        <h2>{t('key_password')}</h2>
        <ChangePassword first={!keys.some(({ kind }) => kind === 'password')} />
      </section>
      <PinCard />
      <section class="card">
        <h2>{t('keysMore')}</h2>
        <Rotate keys={keys} />
        <RemoveProtection />
      </section>
    </>
  );
}
