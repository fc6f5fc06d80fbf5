/** Another vault key, or none that is worth the name. */
import { useRef } from 'preact/hooks';
import type { Key, KeyView } from '../../messages/contract.ts';
import { t, type TextKey } from '../../platform/text.ts';
import { useApp, type App } from '../state/app.ts';
import { passkeyText } from '../state/words.ts';
import { Field } from './form.tsx';
import { KeyForm } from './key-form.tsx';
import { Note } from './row-notes.tsx';
import { Step } from './step.tsx';

export function Rotate({ keys }: { readonly keys: readonly KeyView[] }) {
  return <Step label={t('rotate')}>{(done) => <RotateForm keys={keys} done={done} />}</Step>;
}

interface RotateFormProps {
  readonly keys: readonly KeyView[];
  readonly done: () => void;
}

/** Only what is shown here opens the vault afterwards: nobody could make the other ways in anew without it. */
function RotateForm({ keys, done }: RotateFormProps) {
  const app = useApp();
  const code = useRef<HTMLInputElement>(null);
  const keepPasskeys = useRef<HTMLInputElement>(null);
  const has = (kind: KeyView['kind']) => keys.some((key) => key.kind === kind);
  return (
    <KeyForm
      passwordLabel="keyCurrent"
      label={t('rotateNow')}
      busy={t('working')}
      onKey={async (proof) => {
        const typed = code.current?.value.trim() ?? '';
        const proofs = [proof, ...(typed === '' ? [] : [{ recoveryCode: typed }])];
        const problem = await rotate(app, proofs, keepPasskeys.current?.checked === true);
        if (problem !== null) return problem;
        await app.refresh();
        app.say(t('rotated'));
        done();
        return null;
      }}
    >
      <p>{t('rotateText')}</p>
      {has('recovery') && <Field first type="password" label={t('rotateCode')} input={code} />}
      {has('passkey') && (
        <label class="check">
          <input type="checkbox" autocomplete="off" ref={keepPasskeys} />
          <span>
            {t('rotatePasskeys')}
            <small>{t('rotatePasskeysHint')}</small>
          </span>
        </label>
      )}
      <Note warn>{t('rotateDrops')}</Note>
    </KeyForm>
  );
}

async function rotate(
  { model, ports }: App,
  proofs: readonly Key[],
  keepPasskeys: boolean,
): Promise<TextKey | 'wrong' | null> {
  // The vault would not take them: passkeys get deleted by accident, with all others of a site.
  if (proofs.every((proof) => 'passkey' in proof)) return 'rotateOnlyPasskeys';
  const all = [...proofs];
  for (const passkey of keepPasskeys ? (model.ways.value?.passkeys ?? []) : []) {
    const given = await ports.passkeys.ask([passkey]);
    if (typeof given === 'string') return passkeyText[given];
    all.push({ passkey: given.output });
  }
  return (await ports.background.rotateKey({ proofs: all })) === 'wrong' ? 'rotateWrong' : null;
}

export function RemoveProtection() {
  const { ports, refresh, say } = useApp();
  return (
    <Step label={t('unprotect')} danger>
      {(done) => (
        <KeyForm
          passwordLabel="keyCurrent"
          label={t('unprotectNow')}
          busy={t('working')}
          onKey={async (proof) => {
            if ((await ports.background.removeProtection({ proof })) === 'wrong') return 'wrong';
            await refresh();
            say(t('unprotected'));
            done();
            return null;
          }}
        >
          <Note warn>{t('unprotectedText')}</Note>
        </KeyForm>
      )}
    </Step>
  );
}
