import type { ComponentChildren } from 'preact';
import type { AccountView } from '../../messages/contract.ts';
import { t } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import type { Task } from '../state/task.ts';
import { plural } from '../state/language.ts';
import { Icon } from './icon.tsx';

/** After this long without a code that the site accepted, in ms, the set-up was most likely given up. */
const GIVEN_UP = 60 * 60_000;

/** From here on a person should know that the recovery codes come to an end. */
const FEW = 2;

interface NotesProps {
  readonly account: AccountView;
  readonly task: Task;
  readonly tabIndex: number;
}

/** What there is to say and to do about an account, under its row. */
export function RowNotes(props: NotesProps) {
  const { account } = props;
  return (
    <>
      <FillButton {...props} />
      {account.state === 'pending' && <Pending {...props} />}
      {account.state === 'off' && <Note warn>{t('offText')}</Note>}
      <RecoveryLeft account={account} />
      <NextCode {...props} />
    </>
  );
}

export function Note({
  warn = false,
  children,
}: {
  readonly warn?: boolean;
  readonly children: ComponentChildren;
}) {
  return (
    <p class={warn ? 'note warn' : 'note'}>
      {warn && <Icon name="warning" />}
      <span>{children}</span>
    </p>
  );
}

function FillButton({ account, task, tabIndex }: NotesProps) {
  const { fill, model } = useApp();
  const { asks } = model.page.value;
  const has = asks === 'recovery' ? (account.recovery?.left ?? 0) > 0 : asks === 'code';
  if (!account.here || account.state === 'off' || !has) return null;
  const label = t(asks === 'recovery' ? 'fillRecovery' : 'fillCode');
  return (
    <button
      type="button"
      class="button primary row-fill"
      tabIndex={tabIndex}
      aria-disabled={task.busy.value}
      onClick={() => void task.run(() => fill(account))}
    >
      {task.busy.value ? t('fillBusy') : label}
    </button>
  );
}

function Pending({ account, task, tabIndex }: NotesProps) {
  const { confirm, remove, ports } = useApp();
  const old = ports.now() - account.since > GIVEN_UP;
  return (
    <div class="row-pending">
      <Note warn={old}>{t(old ? 'pendingOld' : 'pendingText')}</Note>
      <div class="row-actions">
        <Small
          tabIndex={tabIndex}
          label={t('pendingWorks')}
          onClick={() => void task.run(() => confirm(account))}
        />
        <Small tabIndex={tabIndex} label={t('remove')} onClick={() => void task.run(() => remove(account))} />
      </div>
    </div>
  );
}

interface SmallProps {
  readonly label: string;
  readonly tabIndex: number;
  readonly onClick: () => void;
}

function Small({ label, tabIndex, onClick }: SmallProps) {
  return (
    <button type="button" class="button small" tabIndex={tabIndex} onClick={onClick}>
      {label}
    </button>
  );
}

export function recoveryText({ left, total }: { readonly left: number; readonly total: number }): string {
  return left === 0 ? t('recoveryNone') : plural('recoveryLeft', left, total);
}

/** On the site that they are for, and everywhere once there are few. */
function RecoveryLeft({ account }: { readonly account: AccountView }) {
  const { recovery, here } = account;
  if (recovery === null) return null;
  const few = recovery.left <= FEW;
  return few || here ? <Note warn={few}>{recoveryText(recovery)}</Note> : null;
}

/** The next code of a counter-based account that has shown one. */
export function NextCode({ account, task, tabIndex }: NotesProps) {
  const { nextCode, model } = useApp();
  if (!model.counted.value.has(account.id)) return null;
  return (
    <div class="row-actions">
      <Small
        tabIndex={tabIndex}
        label={t('nextCode')}
        onClick={() => void task.run(() => nextCode(account))}
      />
    </div>
  );
}
