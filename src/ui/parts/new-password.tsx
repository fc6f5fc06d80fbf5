import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { isAcceptable, passwordStrength, type StrengthWord } from '../../core/password.ts';
import { t, type TextKey } from '../../platform/text.ts';
import { strengthText } from '../state/words.ts';
import { Field, type Input } from './form.tsx';

/** A password that is being chosen: in its two fields, and nowhere else. */
export interface NewPassword {
  readonly password: Input;
  readonly repeat: Input;
  /** What is wrong with it. */
  readonly check: () => TextKey | null;
  readonly typed: () => string;
}

export function useNewPassword(): NewPassword {
  const password = useRef<HTMLInputElement>(null);
  const repeat = useRef<HTMLInputElement>(null);
  const typed = () => password.current?.value ?? '';
  const check = () => {
    if (!isAcceptable(typed())) return 'createTooWeak';
    return typed() === repeat.current?.value ? null : 'createDifferent';
  };
  return { password, repeat, check, typed };
}

interface NewPasswordFieldsProps {
  readonly of: NewPassword;
  readonly label?: TextKey;
  /** The id of what says what is wrong, and what that is. */
  readonly problemId?: string;
  readonly problem?: TextKey | null;
}

export function NewPasswordFields(props: NewPasswordFieldsProps) {
  const { of, label = 'createPassword', problemId = '', problem = null } = props;
  const word = useSignal<StrengthWord | null>(null);
  const strengthId = useId();
  const rate = (typed: string) => (word.value = typed === '' ? null : passwordStrength(typed).word);
  return (
    <>
      <Field
        first
        type="password"
        label={t(label)}
        input={of.password}
        onInput={rate}
        describedBy={`${strengthId} ${problemId}`.trim()}
        invalid={problem === 'createTooWeak'}
      />
      <Strength word={word.value} id={strengthId} />
      <Field
        type="password"
        label={t('createRepeat')}
        input={of.repeat}
        invalid={problem === 'createDifferent'}
        {...(problemId === '' ? {} : { describedBy: problemId })}
      />
    </>
  );
}

function Strength({ word, id }: { readonly word: StrengthWord | null; readonly id: string }) {
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
