import { useId, useRef } from 'preact/hooks';
import type { Source } from '../../messages/contract.ts';
import { t } from '../../platform/text.ts';
import { Field, Form, Submit } from '../parts/form.tsx';
import { Problem } from '../parts/problem.tsx';
import { ReadingView } from '../parts/reading-view.tsx';
import { useReading } from '../state/reading.ts';

/** By an otpauth URI. */
export function AddText() {
  const reading = useReading();
  const text = useRef<HTMLInputElement>(null);
  const problemId = useId();
  const source = (): Source => ({ from: 'text', text: text.current?.value ?? '' });
  return (
    <ReadingView title={t('addText')} reading={reading} source={source} field>
      <Form onSubmit={() => void reading.read(source())}>
        <Field
          first
          label={t('textLabel')}
          input={text}
          describedBy={problemId}
          invalid={reading.task.problem.value !== null}
        />
        <Problem of={reading.task} id={problemId} />
        <Submit task={reading.task} label={t('textRead')} busy={t('reading')} />
      </Form>
    </ReadingView>
  );
}
