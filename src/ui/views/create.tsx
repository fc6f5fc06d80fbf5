import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { isAcceptable, passwordStrength } from '../../core/password.ts';
import { t, type TextKey } from '../../platform/text.ts';
import { Field, Form, Submit } from '../parts/form.tsx';
import { Icon, Mark } from '../parts/icon.tsx';
import { Problem } from '../parts/problem.tsx';
import { useApp } from '../state/app.ts';
import { useTask } from '../state/task.ts';

type Word = ReturnType<typeof passwordStrength>['word'];

const strengthText: Record<Word, TextKey> = {
  'very-weak': 'strength_very_weak',
  weak: 'strength_weak',
  fair: 'strength_fair',
  strong: 'strength_strong',
  'very-strong': 'strength_very_strong',
};

/** The first run: a password is chosen, and with it the vault is made. */
export function Create() {
  return (
    <main class="gate">
      <Mark />
      <h1>{t('createTitle')}</h1>
      <p class="lead">{t('createText')}</p>
      <CreateForm />
    </main>
  );
}

function CreateForm() {
  const { create } = useApp();
  const task = useTask();
  const password = useRef<HTMLInputElement>(null);
  const repeat = useRef<HTMLInputElement>(null);
  const word = useSignal<Word | null>(null);
  const strengthId = useId();
  const problemId = useId();
  const submit = async () => {
    const typed = password.current?.value ?? '';
    if (!isAcceptable(typed)) return 'createTooWeak';
    if (typed !== repeat.current?.value) return 'createDifferent';
    return create(typed);
  };
  const rate = (typed: string) => (word.value = typed === '' ? null : passwordStrength(typed).word);
  const wrong = task.problem.value;
  return (
    <Form onSubmit={() => void task.run(submit)}>
      <Field
        first
        type="password"
        label={t('createPassword')}
        input={password}
        onInput={rate}
        describedBy={`${strengthId} ${problemId}`}
        invalid={wrong === 'createTooWeak'}
      />
      <Strength word={word.value} id={strengthId} />
      <Field
        type="password"
        label={t('createRepeat')}
        input={repeat}
        describedBy={problemId}
        invalid={wrong === 'createDifferent'}
      />
      <p class="note warn">
        <Icon name="warning" />
        <span>{t('createWarning')}</span>
      </p>
      <Problem of={task} id={problemId} />
      <Submit task={task} label={t('createButton')} busy={t('createBusy')} />
    </Form>
  );
}

function Strength({ word, id }: { readonly word: Word | null; readonly id: string }) {
  return (
    <div class={`strength ${word ?? 'none'}`} id={id} role="status">
      <span class="strength-bar" aria-hidden="true">
        <span />
      </span>
      <span class="visually-hidden">{word !== null && `${t('strength_label')}: `}</span>
      <span>{word !== null && t(strengthText[word])}</span>
    </div>
  );
}
