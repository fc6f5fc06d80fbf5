import { useSignal } from '@preact/signals';
import type { AccountView } from '../../messages/contract.ts';
import { t } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import { nameOf, subtitleOf, titleOf } from '../state/names.ts';
import { useTask, type Task } from '../state/task.ts';
import { IconButton } from './header.tsx';
import { Icon } from './icon.tsx';
import { LiveCode, Ring } from './live-code.tsx';
import { Problem } from './problem.tsx';
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
          tabIndex={tabIndex}
          onClick={() => go({ view: 'account', id: account.id })}
        />
      </div>
      <RowNotes account={account} task={task} tabIndex={tabIndex} />
      <Problem of={task} />
    </li>
  );
}

interface RowMainProps {
  readonly account: AccountView;
  readonly task: Task;
  readonly tabIndex: number;
}

/** Name and code in one button, which copies; for a counter-based account without a code yet it makes one. */
function RowMain({ account, task, tabIndex }: RowMainProps) {
  const { copy, nextCode, model } = useApp();
  const copies = useSignal(0);
  const code = model.codes.value.get(account.id);
  const empty = account.parameters.kind === 'hotp' && !model.counted.value.has(account.id);
  const clicked = async () => {
    const done = await task.run(() => (empty ? nextCode(account) : copy(account)));
    if (done && !empty) copies.value += 1;
  };
  return (
    <button type="button" class="row-main" tabIndex={tabIndex} onClick={() => void clicked()}>
      <Ring code={code}>
        <Letter account={account} copies={copies.value} />
      </Ring>
      <span class="names">
        <bdi class="issuer">{titleOf(account)}</bdi> <bdi class="name">{subtitleOf(account)}</bdi>
      </span>{' '}
      {empty ? <span class="ask">{t('nextCode')}</span> : <LiveCode account={account} />}
      <span class="visually-hidden">{empty ? '' : t('copyHint')}</span>
    </button>
  );
}

/** The first letter of the name; for a moment after each copy a tick, which completes the mark of Countersign. */
function Letter({ account, copies }: { readonly account: AccountView; readonly copies: number }) {
  const [letter = '?'] = titleOf(account);
  return (
    <>
      {letter.toLocaleUpperCase()}
      {copies > 0 && (
        <span class="tick" key={copies}>
          <Icon name="check" />
        </span>
      )}
    </>
  );
}
