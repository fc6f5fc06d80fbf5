import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { KeyView } from '../../messages/contract.ts';
import { t, type TextKey } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import { useTask } from '../state/task.ts';
import { keyText } from '../state/words.ts';
import { Field, Form, Submit } from './form.tsx';
import { Icon } from './icon.tsx';
import { KeyForm } from './key-form.tsx';
import { Problem } from './problem.tsx';
import { Step } from './step.tsx';

const hint: Record<KeyView['kind'], TextKey> = {
  password: 'keyHint_password',
  recovery: 'keyHint_recovery',
  passkey: 'keyHint_passkey',
  device: 'unprotectedText',
  unknown: 'keyHint_unknown',
};

interface KeyEntryProps {
  readonly of: KeyView;
  /** Whether only passkeys, or nothing, would be left without it. */
  readonly last: boolean;
}

/** One way to open the vault, what it is called, and its end. */
export function KeyEntry({ of: { id, kind, name }, last }: KeyEntryProps) {
  const title = name === '' ? t(keyText[kind]) : name;
  return (
    <li class="entry">
      <Icon name={kind === 'password' ? 'lock' : 'key'} />
      <span class="names">
        <bdi class="issuer">{title}</bdi>
        <span class="hint">{name === '' ? t(hint[kind]) : `${t(keyText[kind])} · ${t(hint[kind])}`}</span>
        {last && <span class="hint">{t('keyStays')}</span>}
      </span>
      <div class="row-actions">
        <Step label={t('keyRename')}>{(done) => <Rename id={id} name={name} done={done} />}</Step>
        {!last && (
          <Step label={t('remove')} danger>
            {(done) => <RemoveKey id={id} done={done} />}
          </Step>
        )}
      </div>
    </li>
  );
}

interface RenameProps {
  readonly id: string;
  readonly name: string;
  readonly done: () => void;
}

function Rename({ id, name, done }: RenameProps) {
  const { ports, refresh } = useApp();
  const task = useTask();
  const input = useRef<HTMLInputElement>(null);
  const rename = async () => {
    await ports.background.nameKey({ id, name: input.current?.value ?? '' });
    await refresh();
    done();
    return null;
  };
  return (
    <Form onSubmit={() => void task.run(rename)}>
      <Field first label={t('keyName')} input={input} start={name} />
      <Problem of={task} />
      <Submit task={task} label={t('editSave')} busy={t('foundKeeping')} />
    </Form>
  );
}

function RemoveKey({ id, done }: { readonly id: string; readonly done: () => void }) {
  const { ports, refresh, say } = useApp();
  const last = useSignal(false);
  if (last.value) return <p class="problem">{t('keyLast')}</p>;
  return (
    <KeyForm
      passwordLabel="keyCurrent"
      label={t('remove')}
      busy={t('working')}
      onKey={async (proof) => {
        const result = await ports.background.removeKey({ proof, id });
        if (result === 'wrong') return result;
        last.value = result === 'last';
        if (result === 'last') return null;
        await refresh();
        say(t('keyRemoved'));
        done();
        return null;
      }}
    />
  );
}
