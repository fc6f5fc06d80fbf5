import { t } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import { useTask } from '../state/task.ts';
import { Problem } from './problem.tsx';
import { Note } from './row-notes.tsx';

/** A heading over what concerns the page's site, and beside it the way to have nothing offered there. */
export function HereHeading({ title }: { readonly title: string }) {
  const { neverOffer, offerAgain, model } = useApp();
  const { binding, never } = model.page.value;
  const task = useTask();
  const pressed = (host: string) => void task.run(() => (never ? offerAgain(host) : neverOffer(host)));
  return (
    <>
      <div class="group-head">
        <h2>{title}</h2>
        {binding !== null && (
          <button type="button" class="link" onClick={() => pressed(binding)}>
            {t(never ? 'neverOff' : 'neverOn')}
          </button>
        )}
      </div>
      {never && <Note>{t('neverNote')}</Note>}
      <Problem of={task} />
    </>
  );
}
