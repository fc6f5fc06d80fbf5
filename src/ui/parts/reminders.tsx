import { t } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import { plural } from '../state/language.ts';
import { pageAt } from '../state/route.ts';
import { useTask } from '../state/task.ts';
import { Problem } from './problem.tsx';
import { Note } from './row-notes.tsx';

/** As old as this, the last backup is no longer fresh, in ms. */
const OLD = 30 * 86_400_000;

/** What a person should know of the vault as a whole, above the list. */
export function Reminders() {
  const { model } = useApp();
  return (
    <>
      <PageCaution />
      {model.ways.value?.readOnly === true && <Note warn>{t('readOnlyNote')}</Note>}
      {model.setBack.value && <SetBack />}
      {model.ways.value?.unprotected === true && <Note warn>{t('unprotectedNote')}</Note>}
      <BackupReminder />
    </>
  );
}

/** Why nothing is filled on this page, though it may look as if something were. */
function PageCaution() {
  const { caution, host } = useApp().model.page.value;
  if (caution === null) return null;
  return (
    <div class="card" role="alert">
      {caution.says === 'unencrypted' ? (
        <Unencrypted />
      ) : (
        <Note warn>{t('cautionLookAlike', host ?? '', caution.kept)}</Note>
      )}
    </div>
  );
}

/** Only the person can know that nobody is on the way to this page: that it stands in their own house. */
function Unencrypted() {
  const { allowUnencrypted } = useApp();
  const task = useTask();
  return (
    <>
      <Note warn>{t('cautionUnencrypted')}</Note>
      <Problem of={task} />
      <button type="button" class="button" onClick={() => void task.run(() => allowUnencrypted())}>
        {t('cautionAllow')}
      </button>
    </>
  );
}

function SetBack() {
  const { acceptSetBack } = useApp();
  const task = useTask();
  return (
    <section class="card">
      <Note warn>{t('setBack')}</Note>
      <Problem of={task} />
      <button type="button" class="button" onClick={() => void task.run(() => acceptSetBack())}>
        {t('setBackAccept')}
      </button>
    </section>
  );
}

/** Uninstalling deletes everything, and disks die: only a file elsewhere survives that. */
function BackupReminder() {
  const { go, model, ports } = useApp();
  const last = model.backup.value;
  if (last === null || last.accountsSince === 0) return null;
  const fresh = last.at !== null && ports.now() - last.at < OLD;
  if (fresh) return null;
  const clicked = () => {
    if (ports.full) go({ view: 'backups' });
    else void ports.openInTab(pageAt('backups')).then(ports.close);
  };
  return (
    <div class="reminder">
      <Note>{plural('backupReminder', last.accountsSince)}</Note>
      <button type="button" class="button small" onClick={clicked}>
        {t('backupReminderMake')}
      </button>
    </div>
  );
}
