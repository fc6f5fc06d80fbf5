import type { ComponentChildren, RefObject } from 'preact';
import { useId, useLayoutEffect } from 'preact/hooks';
import type { Task } from '../state/task.ts';

/** A form whose fields the browser neither completes nor writes into its session files. */
export function Form(props: { readonly onSubmit: () => void; readonly children: ComponentChildren }) {
  const submitted = (event: Event) => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <form class="form" autocomplete="off" noValidate onSubmit={submitted}>
      {props.children}
    </form>
  );
}

/** A field's element, for whoever submits the form. */
export type Input = RefObject<HTMLInputElement | null>;

interface FieldProps {
  readonly label: string;
  /** The value is read from here when the form is submitted; our state never has it. */
  readonly input: Input;
  readonly type?: 'text' | 'password' | 'number';
  /** Takes the focus when it appears. */
  readonly first?: boolean;
  /** The id of what explains it, or says what is wrong with it. */
  readonly describedBy?: string;
  readonly invalid?: boolean;
  /** What it begins with: never a secret, for it stands there without being asked for. */
  readonly start?: string;
  readonly onInput?: (value: string) => void;
}

export function Field(props: FieldProps) {
  const { label, input, type = 'text', first = false, start = '', onInput } = props;
  const id = useId();
  useLayoutEffect(() => {
    // Not as an attribute, which a name would be read from by whatever looks at the document.
    if (input.current !== null && start !== '') input.current.value = start;
    if (first) input.current?.focus();
  }, []);
  const attributes = {
    id,
    ref: input,
    // Else what is typed into an extension's tab is written in clear into the browser's session files.
    autocomplete: 'off',
    // Some browsers send the text that they check to a server.
    spellcheck: false,
    autocapitalize: 'off',
    'aria-describedby': props.describedBy,
    'aria-invalid': props.invalid ?? false,
    onInput: (event: Event & { readonly currentTarget: HTMLInputElement }) =>
      onInput?.(event.currentTarget.value),
  } as const;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {type === 'password' ? (
        <input {...attributes} type="password" />
      ) : (
        <input {...attributes} type="text" inputMode={type === 'number' ? 'numeric' : 'text'} />
      )}
    </div>
  );
}

interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: V; readonly text: string }[];
  readonly value: V;
  readonly onChoose: (value: V) => void;
}

export function Choice<V extends string>({ label, options, value, onChoose }: ChoiceProps<V>) {
  const id = useId();
  const chosen = (event: Event & { readonly currentTarget: HTMLSelectElement }) => {
    const option = options.find((option) => option.value === event.currentTarget.value);
    if (option !== undefined) onChoose(option.value);
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} autocomplete="off" onChange={chosen}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}

interface SubmitProps {
  readonly task: Task;
  readonly label: string;
  readonly busy: string;
}

/** Stays focusable while it works, so that the keyboard does not lose its place. */
export function Submit({ task, label, busy }: SubmitProps) {
  return (
    <button type="submit" class="button primary" aria-disabled={task.busy.value}>
      {task.busy.value ? busy : label}
    </button>
  );
}
