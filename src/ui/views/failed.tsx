import { t } from '../../platform/text.ts';
import { focused } from '../parts/focus.ts';
import { Mark } from '../parts/icon.tsx';
import { RestoreCopy } from '../parts/restore-copy.tsx';
import { useApp } from '../state/app.ts';
import { failureText } from '../state/words.ts';

/** The vault could not be asked, or does not pass its check. */
export function Failed() {
  const { model, refresh } = useApp();
  return (
    <main class="gate">
      <Mark />
      <h1 tabIndex={-1} ref={focused}>
        {t('failedTitle')}
      </h1>
      <p class="problem" role="alert">
        {t(failureText[model.failure.value])}
      </p>
      <button type="button" class="button primary" onClick={() => void refresh()}>
        {t('tryAgain')}
      </button>
      {model.failure.value === 'damaged' && <RestoreCopy />}
    </main>
  );
}
