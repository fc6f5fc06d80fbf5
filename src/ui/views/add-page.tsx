import { useEffect } from 'preact/hooks';
import type { Source } from '../../messages/contract.ts';
import { t } from '../../platform/text.ts';
import { Problem } from '../parts/problem.tsx';
import { ReadingView } from '../parts/reading-view.tsx';
import { useReading } from '../state/reading.ts';

/** What the page shows. */
export function AddPage() {
  return <FromPage source={{ from: 'page', screenshot: true }} />;
}

/** The picture that was chosen in the context menu; where it may not be read, what the page shows. */
export function AddPointed() {
  return <FromPage source={{ from: 'page', screenshot: true, pointed: true }} />;
}

function FromPage({ source }: { readonly source: Source }) {
  const reading = useReading();
  const read = () => void reading.read(source);
  useEffect(read, []);
  const busy = reading.task.busy.value;
  return (
    <ReadingView title={t('addPage')} reading={reading} source={() => source} fromPage>
      <p role="status" class="reading">
        {busy && t('pageReading')}
      </p>
      <Problem of={reading.task} />
      {reading.task.problem.value !== null && <p class="hint">{t('pageHint')}</p>}
      {!busy && (
        <button type="button" class="button" onClick={read}>
          {t('pageAgain')}
        </button>
      )}
    </ReadingView>
  );
}
