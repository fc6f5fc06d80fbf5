import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import type { OtpParameters } from '../../core/account.ts';
import type { Source } from '../../messages/contract.ts';
import { t, type TextKey } from '../../platform/text.ts';
import { Advanced } from '../parts/advanced.tsx';
import { Field, Form, Submit, type Input } from '../parts/form.tsx';
import { Problem } from '../parts/problem.tsx';
import { ReadingView } from '../parts/reading-view.tsx';
import { usual } from '../state/parameters.ts';
import { useReading } from '../state/reading.ts';

/** By what the site shows beside its QR code. */
export function AddHand() {
  const reading = useReading();
  const fields = useFields();
  const parameters = useSignal(usual);
  const problemId = useId();
  const source = () => fields.source(parameters.value);
  const problem = reading.task.problem.value;
  const submit = async () => {
    const missing = fields.missing();
    if (missing === null) await reading.read(source());
    else await reading.task.run(async () => missing);
  };
  return (
    <ReadingView title={t('addHand')} reading={reading} source={source} field>
      <Form onSubmit={() => void submit()}>
        <Field
          first
          label={t('handIssuer')}
          input={fields.issuer}
          describedBy={problemId}
          invalid={problem === 'handNoName'}
        />
        <Field label={t('handName')} input={fields.name} />
        <Field
          label={t('handKey')}
          input={fields.key}
          describedBy={problemId}
          invalid={problem !== null && problem !== 'handNoName'}
        />
        <Advanced parameters={parameters} />
        <Problem of={reading.task} id={problemId} />
        <Submit task={reading.task} label={t('handNext')} busy={t('reading')} />
      </Form>
    </ReadingView>
  );
}

const typed = (field: Input): string => field.current?.value.trim() ?? '';

function useFields() {
  const issuer = useRef<HTMLInputElement>(null);
  const name = useRef<HTMLInputElement>(null);
  const key = useRef<HTMLInputElement>(null);
  const source = (parameters: OtpParameters): Source => ({
    from: 'hand',
    issuer: typed(issuer),
    name: typed(name),
    setupKey: typed(key),
    parameters,
  });
  const missing = (): TextKey | null => {
    if (typed(issuer) === '' && typed(name) === '') return 'handNoName';
    return typed(key) === '' ? 'handNoKey' : null;
  };
  return { issuer, name, key, source, missing };
}
