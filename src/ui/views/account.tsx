import { displayName } from '../../core/labels.ts';
import type { AccountView } from '../../messages/contract.ts';
import { t } from '../../platform/text.ts';
import { Fact, Facts } from '../parts/facts.tsx';
import { Header } from '../parts/header.tsx';
import { Icon } from '../parts/icon.tsx';
import { Problem } from '../parts/problem.tsx';
import { RecoveryCodes } from '../parts/recovery-codes.tsx';
import { RowMain } from '../parts/row-main.tsx';
import { NextCode, recoveryText } from '../parts/row-notes.tsx';
import { Secret } from '../parts/secret.tsx';
import { SiteChoices } from '../parts/site-choices.tsx';
import { useApp } from '../state/app.ts';
import { titleOf } from '../state/names.ts';
import { describe } from '../state/parameters.ts';
import { useTask } from '../state/task.ts';
import { failureText, stateText } from '../state/words.ts';

/** All about one account. */
export function Account({ id }: { readonly id: string }) {
  const { go, model } = useApp();
  const account = model.accounts.value.find((account) => account.id === id);
  return (
    <main class="view">
      <Header title={account === undefined ? t('unnamed') : titleOf(account)} />
      {account === undefined ? (
        <p class="problem" role="alert">
          {t(failureText['not-found'])}
        </p>
      ) : (
        <div class="body">
          <Code account={account} />
          <About account={account} />
          <SiteChoices hosts={account.hosts} />
          <button type="button" class="button" onClick={() => go({ view: 'edit', id })}>
            {t('edit')}
          </button>
          {account.recovery !== null && <RecoveryCodes id={id} />}
          <Secret id={id} />
          <Remove account={account} />
        </div>
      )}
    </main>
  );
}

function Code({ account }: { readonly account: AccountView }) {
  const task = useTask();
  return (
    <div class="card account-code">
      <RowMain account={account} task={task} tabIndex={0} />
      <NextCode account={account} task={task} tabIndex={0} />
      <Problem of={task} />
    </div>
  );
}

function About({ account }: { readonly account: AccountView }) {
  const { hosts, name, parameters, recovery, state } = account;
  return (
    <Facts>
      <Fact term={t('foundAccount')}>{displayName(name) || t('foundNoName')}</Fact>
      <Fact term={t('accountHosts')}>{hosts.length === 0 ? t('accountNoHosts') : hosts.join(', ')}</Fact>
      <Fact term={t('accountState')}>{t(stateText[state])}</Fact>
      <Fact term={t('accountCodes')}>{describe(parameters, true).join(' · ')}</Fact>
      <Fact term={t('accountRecovery')}>
        {recovery === null ? t('accountRecoveryNone') : recoveryText(recovery)}
      </Fact>
    </Facts>
  );
}

function Remove({ account }: { readonly account: AccountView }) {
  const { remove } = useApp();
  const task = useTask();
  return (
    <div class="ending">
      <Problem of={task} />
      <button
        type="button"
        class="button danger"
        aria-disabled={task.busy.value}
        onClick={() => void task.run(() => remove(account))}
      >
        <Icon name="trash" />
        {t('remove')}
      </button>
      <p class="hint">{t('removeHint')}</p>
    </div>
  );
}
