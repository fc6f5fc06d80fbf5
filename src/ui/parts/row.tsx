import type { AccountView } from '../../messages/contract.ts';
import { t } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import { nameOf } from '../state/names.ts';
import { useTask } from '../state/task.ts';
import { IconButton } from './header.tsx';
import { Problem } from './problem.tsx';
import { RowMain } from './row-main.tsx';
import { RowNotes } from './row-notes.tsx';

interface RowProps {
  readonly account: AccountView;
  /** Whether Tab stops here: in one row of the list, where the arrows left off. */
  readonly stop: boolean;
}

export function Row({ account, stop }: RowProps) {
  const { go, model } = useApp();
  const task = useTask();
  const tabIndex = stop ? 0 : -1;
  return (
    <li
      class={`row ${account.state}`}
      data-id={account.id}
      onFocusIn={() => (model.active.value = account.id)}
    >
      <div class="row-line">
        <RowMain account={account} task={task} tabIndex={tabIndex} />
        <IconButton
          icon="more"
          label={t('details', nameOf(account))}
          title={t('detailsTitle')}
          tabIndex={tabIndex}
          onClick={() => go({ view: 'account', id: account.id })}
        />
      </div>
      <RowNotes account={account} task={task} tabIndex={tabIndex} />
      <Problem of={task} />
    </li>
  );
}
