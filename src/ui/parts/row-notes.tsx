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
      <Likely account={account} />
      {account.state === 'pending' && <Pending {...props} />}
      {account.state === 'off' && <Off {...props} />}
      <Hint {...props} />
      <SupportCase {...props} />
      <ClockOff account={account} />
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
  const { asks, likely } = model.page.value;
  const has = asks === 'recovery' ? (account.recovery?.left ?? 0) > 0 : asks === 'code';
  if (!account.here || account.state === 'off' || !has) return null;
  const label = t(asks === 'recovery' ? 'fillRecovery' : 'fillCode');
  return (
    <button
      type="button"
      // Of several, the one that is likely meant stands out.
      class={likely === null || likely.account === account.id ? 'button primary row-fill' : 'button row-fill'}
      tabIndex={tabIndex}
      aria-disabled={task.busy.value}
      onClick={() => void task.run(() => fill(account))}
    >
      {task.busy.value ? t('fillBusy') : label}
    </button>
  );
}

/** Why it stands first. */
function Likely({ account }: { readonly account: AccountView }) {
  const { likely } = useApp().model.page.value;
  if (likely?.account !== account.id) return null;
  return <Note>{t(likely.because === 'named' ? 'likelyNamed' : 'likelyLastUsed')}</Note>;
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

/** The site no longer asks for its codes. */
function Off({ account, task, tabIndex }: NotesProps) {
  const { confirm } = useApp();
  return (
    <div class="row-pending">
      <Note warn>{t(account.because === 'switched-off' ? 'offByHand' : 'offText')}</Note>
      <div class="row-actions">
        <Small
          tabIndex={tabIndex}
          label={t('offIsOn')}
          onClick={() => void task.run(() => confirm(account))}
        />
      </div>
    </div>
  );
}

/** What the page says of the account, for the person to say whether it is so. */
function Hint({ account, task, tabIndex }: NotesProps) {
  const { switchedOff, supportCase, model } = useApp();
  const { hint } = model.page.value;
  if (hint?.account !== account.id) return null;
  const isOff = hint.says === 'off';
  const act = () => (isOff ? switchedOff(account) : supportCase(account, true));
  return (
    <div class="row-pending">
      <Note>{t(isOff ? 'hintOff' : 'hintSupport')}</Note>
      <div class="row-actions">
        <Small
          tabIndex={tabIndex}
          label={t(isOff ? 'hintOffYes' : 'hintSupportYes')}
          onClick={() => void task.run(act)}
        />
      </div>
    </div>
  );
}

/** The reminder of a support case, until the person closes it. */
function SupportCase({ account, task, tabIndex }: NotesProps) {
  const { switchedOff, supportCase } = useApp();
  if (account.supportCase === null) return null;
  const day = new Date(account.supportCase).toLocaleDateString();
  return (
    <div class="row-pending">
      <Note warn>{t('supportText', day)}</Note>
      <div class="row-actions">
        {account.state === 'active' && (
          <Small
            tabIndex={tabIndex}
            label={t('supportOff')}
            onClick={() => void task.run(() => switchedOff(account))}
          />
        )}
        <Small
          tabIndex={tabIndex}
          label={t('supportClose')}
          onClick={() => void task.run(() => supportCase(account, false))}
        />
      </div>
    </div>
  );
}

/** Why the code differs from the one that another device shows. */
function ClockOff({ account: { clockAhead, here } }: { readonly account: AccountView }) {
  if (!here || clockAhead === 0) return null;
  return <Note>{t(clockAhead > 0 ? 'clockBehind' : 'clockAhead', Math.abs(clockAhead))}</Note>;
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
