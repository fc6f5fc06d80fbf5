import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Key, PasskeyView } from '../../messages/contract.ts';
import { t, type TextKey } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import { plural } from '../state/language.ts';
import { pageAt } from '../state/route.ts';
import { useTask, type Task } from '../state/task.ts';
import { passkeyText } from '../state/words.ts';
import { Field, Form, Submit, type Input } from './form.tsx';
import { Problem } from './problem.tsx';

type Typed = 'password' | 'recoveryCode' | 'pin';

const words: Record<Typed, { label: TextKey; instead: TextKey; empty: TextKey; wrong: TextKey }> = {
  password: {
    label: 'unlockPassword',
    instead: 'keyUsePassword',
    empty: 'unlockEmpty',
    wrong: 'wrongPassword',
  },
  recoveryCode: {
    label: 'keyRecoveryCode',
    instead: 'keyUseRecoveryCode',
    empty: 'keyEmpty',
    wrong: 'keyWrongRecoveryCode',
  },
  pin: { label: 'keyPin', instead: 'keyUsePin', empty: 'keyEmpty', wrong: 'keyWrongPin' },
};

/** What went wrong; `wrong` for a key that opens nothing; null when all is well. */
type KeyOutcome = Promise<TextKey | 'wrong' | null>;

interface KeyFormProps {
  /** What the button says, and what it says while it works. */
  readonly label: string;
  readonly busy: string;
  readonly onKey: (key: Key) => KeyOutcome;
  /** Where a PIN will do too. */
  readonly onPin?: (pin: string) => KeyOutcome;
  /** What the field is called when it asks for the password. */
  readonly passwordLabel?: TextKey;
  /** What is wrong with the fields above it, before a key is asked for. */
  readonly check?: () => TextKey | null;
  /** Fields above it; then the first of them takes the focus, not ours. */
  readonly children?: ComponentChildren;
}

/**
 * Asks for a key of the vault: the password, or whatever else opens it. What is typed is nowhere but in its field,
 * and gone with it.
 */
export function KeyForm(props: KeyFormProps) {
  const { children, label, busy } = props;
  const ways = useTyped(props.onPin !== undefined);
  const task = useTask();
  const input = useRef<HTMLInputElement>(null);
  const problemId = useId();
  const way = useSignal<Typed | null>(null);
  const chosen = way.value !== null && ways.includes(way.value) ? way.value : (ways[0] ?? null);
  const submit = async () => {
    const done = await task.run(() => answer(props, chosen, input.current?.value ?? ''));
    // What was typed stays, marked: the next key replaces it.
    if (!done) input.current?.select();
  };
  return (
    <Form onSubmit={() => void submit()}>
      {children}
      {chosen !== null && (
        <KeyField
          key={chosen}
          way={chosen}
          props={props}
          input={input}
          problemId={problemId}
          focus={children === undefined || way.value !== null}
          invalid={task.problem.value !== null}
        />
      )}
      <Problem of={task} id={problemId} />
      <Submit task={task} label={label} busy={busy} />
      <Others ways={ways.filter((other) => other !== chosen)} onChoose={(other) => (way.value = other)}>
        <PasskeyButton task={task} props={props} />
      </Others>
    </Form>
  );
}

async function answer(props: KeyFormProps, way: Typed | null, typed: string): Promise<TextKey | null> {
  const problem = props.check?.() ?? null;
  if (problem !== null) return problem;
  if (way === null) return worded(await props.onKey({ device: true }), 'failure_not_allowed');
  if (typed === '') return words[way].empty;
  const outcome =
    way === 'pin'
      ? await props.onPin?.(typed)
      : await props.onKey(way === 'password' ? { password: typed } : { recoveryCode: typed });
  return worded(outcome ?? null, words[way].wrong);
}

function worded(outcome: TextKey | 'wrong' | null, wrong: TextKey): TextKey | null {
  return outcome === 'wrong' ? wrong : outcome;
}

/** What can be typed in, best first; nothing for a vault without a password. */
function useTyped(pin: boolean): readonly Typed[] {
  const ways = useApp().model.ways.value;
  if (ways === null) return ['password'];
  const typed: readonly (Typed | false)[] = [
    pin && ways.pinTries > 0 && 'pin',
    ways.password && 'password',
    ways.recoveryCode && 'recoveryCode',
  ];
  return typed.filter((way) => way !== false);
}

interface KeyFieldProps {
  readonly way: Typed;
  readonly props: KeyFormProps;
  readonly input: Input;
  readonly problemId: string;
  readonly focus: boolean;
  readonly invalid: boolean;
}

function KeyField({ way, props, input, problemId, focus, invalid }: KeyFieldProps) {
  const tries = useApp().model.ways.value?.pinTries ?? 0;
  const { passwordLabel = 'unlockPassword' } = props;
  return (
    <>
      <Field
        first={focus}
        type="password"
        label={t(way === 'password' ? passwordLabel : words[way].label)}
        input={input}
        describedBy={problemId}
        invalid={invalid}
      />
      {way === 'pin' && invalid && <p class="hint">{plural('keyPinTries', tries)}</p>}
    </>
  );
}

interface OthersProps {
  readonly ways: readonly Typed[];
  readonly onChoose: (way: Typed) => void;
  readonly children: ComponentChildren;
}

function Others({ ways, onChoose, children }: OthersProps) {
  return (
    <div class="other-keys">
      {children}
      {ways.map((way) => (
        <button type="button" class="link" key={way} onClick={() => onChoose(way)}>
          {t(words[way].instead)}
        </button>
      ))}
    </div>
  );
}

/** In the full page the ceremony itself; elsewhere the way there, for the browser's dialog would close the popup. */
function PasskeyButton({ task, props }: { readonly task: Task; readonly props: KeyFormProps }) {
  const { model, ports } = useApp();
  const passkeys = model.ways.value?.passkeys ?? [];
  const available = usePasskeysAvailable();
  if (passkeys.length === 0 || !available) return null;
  const clicked = () => {
    if (ports.full) void task.run(() => answerByPasskey(props, passkeys, ports.passkeys));
    else void ports.openInTab(pageAt('list')).then(ports.close);
  };
  return (
    <button type="button" class="link" onClick={clicked}>
      {t('keyUsePasskey')}
    </button>
  );
}

async function answerByPasskey(
  props: KeyFormProps,
  asked: readonly PasskeyView[],
  passkeys: ReturnType<typeof useApp>['ports']['passkeys'],
): Promise<TextKey | null> {
  const problem = props.check?.() ?? null;
  if (problem !== null) return problem;
  const given = await passkeys.ask(asked);
  if (typeof given === 'string') return passkeyText[given];
  return worded(await props.onKey({ passkey: given.output }), 'keyWrongPasskey');
}

/** Whether this browser has passkeys for us; not, until it has said so. */
export function usePasskeysAvailable(): boolean {
  const { ports } = useApp();
  const available = useSignal(false);
  useLayoutEffect(() => {
    void ports.passkeys.available().then((is) => (available.value = is));
  }, []);
  return available.value;
}
