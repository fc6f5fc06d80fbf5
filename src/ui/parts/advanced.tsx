import type { Signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { OtpParameters } from '../../core/account.ts';
import { t } from '../../platform/text.ts';
import { usual } from '../state/parameters.ts';
import { algorithmName, kindText } from '../state/words.ts';
import { Choice, Field } from './form.tsx';

const KINDS = ['totp', 'hotp', 'steam'] as const;
const ALGORITHMS = ['SHA1', 'SHA256', 'SHA512'] as const;
const DIGITS = ['5', '6', '7', '8', '9', '10'] as const;

/** How the codes are made, for the few sites where that is not as usual. */
export function Advanced({ parameters }: { readonly parameters: Signal<OtpParameters> }) {
  const { kind } = parameters.value;
  const choose = (kind: OtpParameters['kind']) => {
    parameters.value = kind === 'steam' ? { ...usual, kind, digits: 5 } : { ...usual, kind };
  };
  return (
    <details class="advanced">
      <summary>{t('handAdvanced')}</summary>
      <div class="pair">
        <Choice
          label={t('handKind')}
          value={kind}
          onChoose={choose}
          options={KINDS.map((value) => ({ value, text: t(kindText[value]) }))}
        />
        {kind === 'totp' && <Period parameters={parameters} />}
      </div>
      {/* Steam's codes are of one sort only. */}
      {kind !== 'steam' && <AlgorithmAndDigits parameters={parameters} />}
    </details>
  );
}

function Period({ parameters }: { readonly parameters: Signal<OtpParameters> }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <Field
      type="number"
      label={t('handPeriod')}
      input={input}
      start={String(usual.period)}
      onInput={(typed) => (parameters.value = { ...parameters.value, period: Number(typed) })}
    />
  );
}

function AlgorithmAndDigits({ parameters }: { readonly parameters: Signal<OtpParameters> }) {
  const { algorithm, digits } = parameters.value;
  const set = (change: Partial<OtpParameters>) => (parameters.value = { ...parameters.value, ...change });
  return (
    <div class="pair">
      <Choice
        label={t('handAlgorithm')}
        value={algorithm}
        onChoose={(algorithm) => set({ algorithm })}
        options={ALGORITHMS.map((value) => ({ value, text: algorithmName[value] }))}
      />
      <Choice
        label={t('handDigits')}
        value={String(digits)}
        onChoose={(digits) => set({ digits: Number(digits) })}
        options={DIGITS.map((value) => ({ value, text: value }))}
      />
    </div>
  );
}
