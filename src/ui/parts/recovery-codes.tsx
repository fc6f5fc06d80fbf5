import { useSignal } from '@preact/signals';
import { t } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import { useTask } from '../state/task.ts';
import { focused } from './focus.ts';
import { KeyForm } from './key-form.tsx';
import { useVanishing } from './vanishing.ts';
import { Problem } from './problem.tsx';

interface Shown {
  readonly shown: readonly { readonly code: string; readonly used: boolean }[];
  /** When the list before was replaced, in ms since the epoch; null when there is none. */
  readonly replaced: number | null;
}

/** The recovery codes of an account, once a key was shown again; gone with the view, or after a while. */
export function RecoveryCodes({ id }: { readonly id: string }) {
  const asking = useSignal(false);
  const shown = useSignal<Shown | null>(null);
  const hide = () => {
    shown.value = null;
    asking.value = false;
  };
  if (shown.value !== null) return <Codes {...shown.value} id={id} onHide={hide} />;
  if (asking.value) return <Ask id={id} onShown={(codes) => (shown.value = codes)} />;
  return (
    <button type="button" class="button" onClick={() => (asking.value = true)}>
      {t('recoveryShow')}
    </button>
  );
}

/** Whoever finds the vault open for a moment shall not read what a lost device is replaced with. */
function Ask({ id, onShown }: { readonly id: string; readonly onShown: (codes: Shown) => void }) {
  const { ports } = useApp();
  return (
    <KeyForm
      passwordLabel="recoveryShowPassword"
      label={t('recoveryShowButton')}
      busy={t('reading')}
      onKey={async (proof) => {
        const reply = await ports.background.showRecoveryCodes({ id, proof });
        if (reply === 'wrong') return reply;
        onShown(reply);
        return null;
      }}
    />
  );
}

type CodesProps = Shown & { readonly id: string; readonly onHide: () => void };

function Codes({ shown, replaced, id, onHide }: CodesProps) {
  const { restoreRecoveryCodes } = useApp();
  const task = useTask();
  useVanishing(onHide);
  const restore = async () => {
    if (await task.run(() => restoreRecoveryCodes(id))) onHide();
  };
  return (
    <div class="card">
      <ul class="recovery-codes" tabIndex={-1} aria-label={t('accountRecovery')} ref={focused}>
        {shown.map(({ code, used }) => (
          <li key={code}>
            {used ? <s>{code}</s> : code}
            {used && <small> {t('recoveryUsed')}</small>}
          </li>
        ))}
      </ul>
      <Problem of={task} />
      {replaced !== null && (
        <button type="button" class="button" onClick={() => void restore()}>
          {t('recoveryRestore', new Date(replaced).toLocaleDateString())}
        </button>
      )}
      <button type="button" class="button" onClick={onHide}>
        {t('recoveryHide')}
      </button>
    </div>
  );
}
