import { useId } from 'preact/hooks';
import { t } from '../../platform/text.ts';
import { Form, Submit } from '../parts/form.tsx';
import { Icon, Mark } from '../parts/icon.tsx';
import { NewPasswordFields, useNewPassword } from '../parts/new-password.tsx';
import { Problem } from '../parts/problem.tsx';
import { RestoreCopy } from '../parts/restore-copy.tsx';
import { useApp } from '../state/app.ts';
import { useTask } from '../state/task.ts';

/** The first run: a password is chosen, and with it the vault is made. */
export function Create() {
  return (
    <main class="gate">
      <Mark />
      <h1>{t('createTitle')}</h1>
      <p class="lead">{t('createText')}</p>
      <RestoreCopy />
      <CreateForm />
      <Otherwise />
    </main>
  );
}

function CreateForm() {
  const { create } = useApp();
  const task = useTask();
  const chosen = useNewPassword();
  const problemId = useId();
  const submit = async () => chosen.check() ?? create(chosen.typed());
  return (
    <Form onSubmit={() => void task.run(submit)}>
      <NewPasswordFields of={chosen} problemId={problemId} problem={task.problem.value} />
      <p class="note warn">
        <Icon name="warning" />
        <span>{t('createWarning')}</span>
      </p>
      <Problem of={task} id={problemId} />
      <Submit task={task} label={t('createButton')} busy={t('createBusy')} />
    </Form>
  );
}

/** What else one may begin with; a vault without a password only by somebody who has read what that is. */
function Otherwise() {
  const { createUnprotected } = useApp();
  const task = useTask();
  return (
    <details class="advanced">
      <summary>{t('createOther')}</summary>
      <div class="form otherwise">
        <p>{t('createFromBackup')}</p>
        <p class="note warn">
          <Icon name="warning" />
          <span>{t('unprotectedText')}</span>
        </p>
        <Problem of={task} />
        <button type="button" class="button" onClick={() => void task.run(() => createUnprotected())}>
          {t('createUnprotected')}
        </button>
      </div>
    </details>
  );
}
