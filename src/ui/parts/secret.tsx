import { useSignal } from '@preact/signals';
import { t } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import { focused } from './focus.ts';
import { KeyForm } from './key-form.tsx';
import { QrCanvas } from './qr-canvas.tsx';
import { Step } from './step.tsx';
import { useVanishing } from './vanishing.ts';

interface Shown {
  readonly setupKey: string;
  readonly uri: string;
}

/** The secret of an account as QR code and text, to take it elsewhere: only to who shows a key again. */
export function Secret({ id }: { readonly id: string }) {
  const { ports } = useApp();
  const shown = useSignal<Shown | null>(null);
  if (shown.value !== null) return <Revealed {...shown.value} onHide={() => (shown.value = null)} />;
  return (
    <Step label={t('secretShow')}>
      {() => (
        <KeyForm
          passwordLabel="recoveryShowPassword"
          label={t('recoveryShowButton')}
          busy={t('reading')}
          onKey={async (proof) => {
            const reply = await ports.background.showSecret({ id, proof });
            if (reply === 'wrong') return reply;
            shown.value = reply;
            return null;
          }}
        />
      )}
    </Step>
  );
}

function Revealed({ setupKey, uri, onHide }: Shown & { readonly onHide: () => void }) {
  useVanishing(onHide);
  return (
    <section class="card secret">
      <h2 tabIndex={-1} ref={focused}>
        {t('secretTitle')}
      </h2>
      <QrCanvas text={uri} />
      <p class="setup-key">{setupKey.replaceAll(/.{4}(?=.)/g, '$& ')}</p>
      <p class="hint">{t('secretHint')}</p>
      <button type="button" class="button" onClick={onHide}>
        {t('recoveryHide')}
      </button>
    </section>
  );
}
