import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { toBase64 } from '../../core/bytes.ts';
import type { BackupPreview } from '../../messages/contract.ts';
import { t, type TextKey } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import { day, plural } from '../state/language.ts';
import { nameOf } from '../state/names.ts';
import { useTask } from '../state/task.ts';
import { focused } from './focus.ts';
import { Field, Form, Submit, type Input } from './form.tsx';
import { Problem } from './problem.tsx';
import { Note } from './row-notes.tsx';

/** Larger than this crosses to the background in no one message, in bytes. */
const LARGEST = 40 * 1024 * 1024;

/** From a file to what it would do, and only then to doing it. The password stays in its field all the while. */
export function RestoreBackup() {
  const file = useSignal<string | null>(null);
  const preview = useSignal<BackupPreview | null>(null);
  const password = useRef<HTMLInputElement>(null);
  const done = () => {
    file.value = null;
    preview.value = null;
  };
  if (file.value === null) return <Choose onFile={(chosen) => (file.value = chosen)} />;
  const opening = { file: file.value, password, onDone: done };
  return (
    <>
      <div hidden={preview.value !== null}>
        <Open {...opening} onOpened={(it) => (preview.value = it)} />
      </div>
      {preview.value !== null && <Preview {...opening} preview={preview.value} />}
    </>
  );
}

function Choose({ onFile }: { readonly onFile: (file: string) => void }) {
  const task = useTask();
  const input = useRef<HTMLInputElement>(null);
  const chosen = async (file: File | undefined): Promise<TextKey | null> => {
    if (file === undefined) return null;
    if (file.size > LARGEST) return 'backupTooBig';
    onFile(toBase64(new Uint8Array(await file.arrayBuffer())));
    return null;
  };
  return (
    <>
      <p>{t('backupRestoreText')}</p>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label={t('backupChoose')}
        hidden
        onChange={(event) => void task.run(() => chosen(event.currentTarget.files?.[0]))}
      />
      <Problem of={task} />
      <button type="button" class="button" onClick={() => input.current?.click()}>
        {t('backupChoose')}
      </button>
    </>
  );
}

interface OpeningProps {
  readonly file: string;
  readonly password: Input;
  readonly onDone: () => void;
}

interface OpenProps extends OpeningProps {
  readonly onOpened: (preview: BackupPreview) => void;
}

function Open({ file, password, onOpened, onDone }: OpenProps) {
  const { ports } = useApp();
  const task = useTask();
  const submit = async (): Promise<TextKey | null> => {
    const typed = password.current?.value ?? '';
    if (typed === '') return 'unlockEmpty';
    const preview = await ports.background.previewBackup({ file, password: typed });
    if (preview === 'wrong') return 'backupWrongPassword';
    onOpened(preview);
    return null;
  };
  return (
    <Form onSubmit={() => void task.run(submit)}>
      <Field first type="password" label={t('backupItsPassword')} input={password} />
      <Problem of={task} />
      <Submit task={task} label={t('backupLook')} busy={t('reading')} />
      <button type="button" class="button quiet" onClick={onDone}>
        {t('cancel')}
      </button>
    </Form>
  );
}

const COMPARED: Record<BackupPreview['accounts'][number]['comparison'], TextKey> = {
  new: 'backupNew',
  same: 'backupSame',
  changed: 'backupChanged',
};

/** Nothing has been changed yet. */
function Preview({ file, password, preview, onDone }: OpeningProps & { readonly preview: BackupPreview }) {
  const { ports, refresh, say } = useApp();
  const task = useTask();
  const how = useSignal<'merge' | 'replace'>('merge');
  const restore = async (): Promise<TextKey | null> => {
    const result = await ports.background.restoreBackup({
      file,
      password: password.current?.value ?? '',
      how: how.value,
    });
    if (result === 'wrong') return 'backupWrongPassword';
    await refresh();
    say(t('backupRestored', result.added, result.changed, result.trashed));
    onDone();
    return null;
  };
  return (
    <Form onSubmit={() => void task.run(restore)}>
      <h3 tabIndex={-1} ref={focused}>
        {t('backupOf', day(preview.created))}
      </h3>
      <Compared accounts={preview.accounts} />
      {preview.sites !== null && preview.sites > 0 && <p>{plural('backupSites', preview.sites)}</p>}
      {preview.refused.length > 0 && <Refused accounts={preview.refused} />}
      <How chosen={how.value} onChoose={(chosen) => (how.value = chosen)} />
      {how.value === 'replace' && preview.sites !== null && <Note>{t('backupSitesReplace')}</Note>}
      {how.value === 'replace' && preview.others > 0 && (
        <Note warn>{plural('backupOthers', preview.others)}</Note>
      )}
      <Problem of={task} />
      <Submit task={task} label={t('backupRestore')} busy={t('backupRestoring')} />
      <button type="button" class="button quiet" onClick={onDone}>
        {t('cancel')}
      </button>
    </Form>
  );
}

function Compared({ accounts }: Pick<BackupPreview, 'accounts'>) {
  const order = ['new', 'changed', 'same'] as const;
  return (
    <ul class="compared">
      {order.flatMap((comparison) =>
        accounts
          .filter((account) => account.comparison === comparison)
          .map((account, index) => (
            <li key={`${comparison} ${index}`}>
              <bdi>{nameOf(account)}</bdi>{' '}
              <span class={`badge ${comparison}`}>
                {t(COMPARED[comparison])}
                {account.trashed && ` · ${t('trashTitle')}`}
              </span>
            </li>
          )),
      )}
    </ul>
  );
}

const REFUSED: Record<BackupPreview['refused'][number]['because'], TextKey> = {
  parameters: 'backupRefused_parameters',
  secret: 'backupRefused_secret',
  unreadable: 'backupRefused_unreadable',
};

/** What is not brought back, whichever way is chosen. */
function Refused({ accounts }: { readonly accounts: BackupPreview['refused'] }) {
  return (
    <section class="refused">
      <Note warn>{plural('backupRefused', accounts.length)}</Note>
      <ul class="compared">
        {accounts.map((account, index) => (
          <li key={index}>
            <bdi>{account.issuer + account.name === '' ? t('damagedUnnamed') : nameOf(account)}</bdi>{' '}
            <span class="badge">{t(REFUSED[account.because])}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface HowProps {
  readonly chosen: 'merge' | 'replace';
  readonly onChoose: (chosen: 'merge' | 'replace') => void;
}

function How({ chosen, onChoose }: HowProps) {
  return (
    <fieldset class="choices">
      <legend>{t('backupHow')}</legend>
      {(['merge', 'replace'] as const).map((how) => (
        <label class="check" key={how}>
          <input
            type="radio"
            name="how"
            autocomplete="off"
            checked={chosen === how}
            onChange={() => onChoose(how)}
          />
          <span>
            {t(how === 'merge' ? 'backupMerge' : 'backupReplace')}
            <small>{t(how === 'merge' ? 'backupMergeHint' : 'backupReplaceHint')}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
