/** Another way into the vault. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Key } from '../../messages/contract.ts';
import { t, type TextKey } from '../../platform/text.ts';
import { useApp, type App } from '../state/app.ts';
import { passkeyText } from '../state/words.ts';
import { focused } from './focus.ts';
import { Field } from './form.tsx';
import { KeyForm } from './key-form.tsx';
import { NewPasswordFields, useNewPassword } from './new-password.tsx';
import { Note } from './row-notes.tsx';
import { Step } from './step.tsx';

/** `first`: there is none yet. */
export function ChangePassword({ first = false }: { readonly first?: boolean }) {
  return (
    <Step label={t(first ? 'passwordSet' : 'passwordChange')}>
      {(done) => <ChangePasswordForm done={done} />}
    </Step>
  );
}

function ChangePasswordForm({ done }: { readonly done: () => void }) {
  const { model, ports, refresh, say } = useApp();
  const chosen = useNewPassword();
  const rotated = model.ways.value?.unprotected === true;
  return (
    <KeyForm
      passwordLabel="keyCurrent"
      label={t('passwordSave')}
      busy={t('working')}
      check={chosen.check}
      onKey={async (proof) => {
        const result = await ports.background.changePassword({ proof, password: chosen.typed() });
        if (result === 'wrong') return result;
        await refresh();
        say(t('passwordChanged'));
        done();
        return null;
      }}
    >
      <p class="hint">{t(rotated ? 'passwordFirstHint' : 'passwordHint')}</p>
      <NewPasswordFields of={chosen} />
    </KeyForm>
  );
}

export function AddRecoveryCode() {
  const code = useSignal<string | null>(null);
  if (code.value !== null) return <NewCode code={code.value} onNoted={() => (code.value = null)} />;
  return (
    <Step label={t('recoveryCodeMake')}>{() => <MakeCode onMade={(made) => (code.value = made)} />}</Step>
  );
}

function MakeCode({ onMade }: { readonly onMade: (code: string) => void }) {
  const { ports } = useApp();
  const name = useRef<HTMLInputElement>(null);
  return (
    <KeyForm
      passwordLabel="keyCurrent"
      label={t('recoveryCodeMake')}
      busy={t('working')}
      onKey={async (proof) => {
        const added = await ports.background.addRecoveryCode({ proof, name: name.current?.value ?? '' });
        if (added === 'wrong') return added;
        onMade(added.code);
        return null;
      }}
    >
      <p class="hint">{t('recoveryCodeHint')}</p>
      <Field first label={t('keyName')} input={name} />
    </KeyForm>
  );
}

/** Shown once: it stays until a person says that they have it, or the vault is locked. */
function NewCode({ code, onNoted }: { readonly code: string; readonly onNoted: () => void }) {
  const { refresh } = useApp();
  const noted = () => {
    onNoted();
    void refresh();
  };
  return (
    <section class="new-code">
      <h3 tabIndex={-1} ref={focused}>
        {t('recoveryCodeTitle')}
      </h3>
      <p class="code-to-keep">{code}</p>
      <Note warn>{t('recoveryCodeOnce')}</Note>
      <div class="row-actions">
        <button type="button" class="button" onClick={() => window.print()}>
          {t('print')}
        </button>
        <button type="button" class="button primary" onClick={noted}>
          {t('recoveryCodeNoted')}
        </button>
      </div>
    </section>
  );
}

export function AddPasskey() {
  return <Step label={t('passkeyAdd')}>{(done) => <AddPasskeyForm done={done} />}</Step>;
}

function AddPasskeyForm({ done }: { readonly done: () => void }) {
  const app = useApp();
  const name = useRef<HTMLInputElement>(null);
  return (
    <KeyForm
      passwordLabel="keyCurrent"
      label={t('passkeyAdd')}
      busy={t('passkeyAsking')}
      onKey={async (proof) => {
        const problem = await addPasskey(app, proof, name.current?.value ?? '');
        if (problem !== null) return problem;
        await app.refresh();
        app.say(t('passkeyAdded'));
        done();
        return null;
      }}
    >
      <p class="hint">{t('passkeyHint')}</p>
      <Field first label={t('keyName')} input={name} />
    </KeyForm>
  );
}

async function addPasskey(app: App, proof: Key, name: string): Promise<TextKey | 'wrong' | null> {
  const { model, ports } = app;
  // Else a passkey that opens nothing would be left behind in somebody's list.
  if (!(await ports.background.check({ proof }))) return 'wrong';
  const made = await ports.passkeys.make(name || t('extensionName'), model.ways.value?.passkeys ?? []);
  if (typeof made === 'string') return passkeyText[made];
  const added = await ports.background.addPasskey({ proof, name, ...made });
  return added === 'wrong' ? added : null;
}
