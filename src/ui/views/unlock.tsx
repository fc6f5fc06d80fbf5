import { useId, useRef } from 'preact/hooks';
import { t } from '../../platform/text.ts';
import { Field, Form, Submit } from '../parts/form.tsx';
import { Mark } from '../parts/icon.tsx';
import { Problem } from '../parts/problem.tsx';
import { useApp } from '../state/app.ts';
import { useTask } from '../state/task.ts';

export function Unlock() {
  const { unlock } = useApp();
  const task = useTask();
  const password = useRef<HTMLInputElement>(null);
  const problemId = useId();
  const submit = async () => {
    const typed = password.current?.value ?? '';
    const opened = await task.run(async () => (typed === '' ? 'unlockEmpty' : unlock(typed)));
    // What was typed stays, marked: the next key replaces it.
    if (!opened) password.current?.select();
  };
  return (
    <main class="gate">
      <Mark />
      <h1>{t('unlockTitle')}</h1>
      <Form onSubmit={() => void submit()}>
        <Field
          first
          type="password"
          label={t('unlockPassword')}
          input={password}
          describedBy={problemId}
          invalid={task.problem.value !== null}
        />
        <Problem of={task} id={problemId} />
        <Submit task={task} label={t('unlockButton')} busy={t('unlockBusy')} />
      </Form>
    </main>
  );
}
