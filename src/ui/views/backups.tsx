import { fromBase64, utf8 } from '../../core/bytes.ts';
import { t } from '../../platform/text.ts';
import { Header } from '../parts/header.tsx';
import { KeyForm } from '../parts/key-form.tsx';
import { NewPasswordFields, useNewPassword } from '../parts/new-password.tsx';
import { Note } from '../parts/row-notes.tsx';
import { RestoreBackup } from '../parts/restore-backup.tsx';
import { Step } from '../parts/step.tsx';
import { useApp } from '../state/app.ts';
import { day, plural } from '../state/language.ts';

/** Files that outlive this browser, and what comes back from them. */
export function Backups() {
  return (
    <main class="view">
      <Header title={t('backupsTitle')} />
      <div class="body">
        <p class="lead">{t('backupsText')}</p>
        <section class="card">
          <h2>{t('backupMakeTitle')}</h2>
          <Last />
          <Step label={t('backupMake')}>{(done) => <Make done={done} />}</Step>
        </section>
        <section class="card">
          <h2>{t('backupRestoreTitle')}</h2>
          <RestoreBackup />
        </section>
        <section class="card">
          <h2>{t('exportTitle')}</h2>
          <Note warn>{t('exportText')}</Note>
          <Step label={t('exportMake')} danger>
            {(done) => <Export done={done} />}
          </Step>
        </section>
      </div>
    </main>
  );
}

function Last() {
  const last = useApp().model.backup.value;
  if (last === null) return null;
  if (last.at === null) return <Note warn={last.accountsSince > 0}>{t('backupNone')}</Note>;
  return (
    <p>
      {t('backupLast', day(last.at))}
      {last.accountsSince > 0 && ` ${plural('backupSince', last.accountsSince)}`}
    </p>
  );
}

/** The day, in the way that sorts; no name of anything that is in the file. */
function fileName(now: number, end: string): string {
  return `countersign-${new Date(now).toISOString().slice(0, 10)}${end}`;
}

function withLeftOut(saved: string, leftOut: number): string {
  return leftOut === 0 ? saved : `${saved} ${plural('backupLeftOut', leftOut)}`;
}

function Make({ done }: { readonly done: () => void }) {
  const { ports, refresh, say } = useApp();
  const chosen = useNewPassword();
  return (
    <KeyForm
      passwordLabel="keyCurrent"
      label={t('backupSave')}
      busy={t('backupMaking')}
      check={chosen.check}
      onKey={async (proof) => {
        const made = await ports.background.backup({ proof, password: chosen.typed() });
        if (made === 'wrong') return made;
        const name = fileName(ports.now(), '.backup.json');
        ports.save(name, 'application/json', fromBase64(made.file));
        await ports.background.backedUp();
        await refresh();
        say(withLeftOut(plural('backupSaved', made.accounts), made.leftOut));
        done();
        return null;
      }}
    >
      <p class="hint">{t('backupPasswordHint')}</p>
      <NewPasswordFields of={chosen} label="backupPassword" />
    </KeyForm>
  );
}

function Export({ done }: { readonly done: () => void }) {
  const { ports, say } = useApp();
  return (
    <KeyForm
      passwordLabel="recoveryShowPassword"
      label={t('exportSave')}
      busy={t('backupMaking')}
      onKey={async (proof) => {
        const made = await ports.background.exportPlain({ proof });
        if (made === 'wrong') return made;
        ports.save(fileName(ports.now(), '.txt'), 'text/plain', utf8(made.text));
        say(withLeftOut(plural('exportSaved', made.accounts), made.leftOut));
        done();
        return null;
      }}
    />
  );
}
