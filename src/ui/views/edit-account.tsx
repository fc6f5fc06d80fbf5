import { useId, useRef } from 'preact/hooks';
import type { AccountView } from '../../messages/contract.ts';
import { t } from '../../platform/text.ts';
import { Field, Form, Submit } from '../parts/form.tsx';
import { Header } from '../parts/header.tsx';
import { Problem } from '../parts/problem.tsx';
import { useApp } from '../state/app.ts';
import { useTask } from '../state/task.ts';
import { failureText } from '../state/words.ts';

/** What an account is called, and on which sites its codes are offered. */
export function EditAccount({ id }: { readonly id: string }) {
  const account = useApp().model.accounts.value.find((account) => account.id === id);
  return (
    <main class="view">
      <Header title={t('editTitle')} focus={account === undefined} />
      <div class="body">
        {account === undefined ? (
          <p class="problem" role="alert">
            {t(failureText['not-found'])}
          </p>
        ) : (
          <EditForm account={account} />
        )}
      </div>
    </main>
  );
}

function EditForm({ account }: { readonly account: AccountView }) {
  const { back, ports, refresh, say } = useApp();
  const task = useTask();
  const issuer = useRef<HTMLInputElement>(null);
  const name = useRef<HTMLInputElement>(null);
  const hosts = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const submit = async () => {
    const typed = {
      issuer: issuer.current?.value ?? '',
      name: name.current?.value ?? '',
      hosts: (hosts.current?.value ?? '').split(/[\s,;]+/),
    };
    if (typed.issuer.trim() + typed.name.trim() === '') return 'handNoName';
    if ((await ports.background.edit({ id: account.id, ...typed })) === 'bad-host') return 'editBadHost';
    await refresh();
    back();
    say(t('settingsSaved'));
    return null;
  };
  return (
    <Form onSubmit={() => void task.run(submit)}>
      <Field first label={t('handIssuer')} input={issuer} start={account.issuer} />
      <Field label={t('handName')} input={name} start={account.name} />
      <Field
        label={t('editHosts')}
        input={hosts}
        start={account.hosts.join(' ')}
        describedBy={hintId}
        invalid={task.problem.value === 'editBadHost'}
      />
      <p class="hint" id={hintId}>
        {t('editHostsHint')}
      </p>
      <Problem of={task} />
      <Submit task={task} label={t('editSave')} busy={t('foundKeeping')} />
    </Form>
  );
}
