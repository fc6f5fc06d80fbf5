import { useSignal } from '@preact/signals';
import type { AccountView } from '../../messages/contract.ts';
import { t } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import { subtitleOf, titleOf } from '../state/names.ts';
import type { Task } from '../state/task.ts';
import { Icon } from './icon.tsx';
import { LiveCode, Ring } from './live-code.tsx';

interface RowMainProps {
  readonly account: AccountView;
  readonly task: Task;
  readonly tabIndex: number;
}

/** Name and code in one button, which copies; for a counter-based account without a code yet it makes one. */
export function RowMain({ account, task, tabIndex }: RowMainProps) {
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
