import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import { KeyForm } from './key-form.tsx';
import { Step } from './step.tsx';

/** Offers the vault's second copy, if there is one, in the place of a vault that is gone or does not open. */
export function RestoreCopy() {
  const { ports, restoreCopy } = useApp();
  const there = useSignal(false);
  useEffect(() => {
    const asked = ports.background.hasCopy().catch(() => false);
    void asked.then((is) => (there.value = is));
  }, []);
  if (!there.value) return null;
  return (
    <section class="card">
      <h2>{t('copyTitle')}</h2>
      <p>{t('copyText')}</p>
      <Step label={t('copyRestore')}>
        {() => <KeyForm label={t('copyRestore')} busy={t('copyRestoring')} onKey={restoreCopy} />}
      </Step>
    </section>
  );
}
