import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import type { Notice } from '../state/model.ts';

/** How long a notice stands, in ms; one that can be undone stands longer. */
const STANDS = { plain: 4_000, undo: 12_000 };

/** Says what was done, also to screen readers, and offers to undo it. */
export function NoticeBar() {
  const notice = useApp().model.notice.value;
  return (
    <div class="notices" role="status">
      {notice !== null && <Toast key={notice.id} notice={notice} />}
    </div>
  );
}

function Toast({ notice }: { readonly notice: Notice }) {
  const { model } = useApp();
  const place = useRef<HTMLDivElement>(null);
  const { undo } = notice;
  useEffect(() => {
    const away = () => {
      // It waits for whoever is at it: with the pointer, or with the keyboard at its button.
      if (place.current?.matches(':hover, :focus-within') === true) timer = setTimeout(away, STANDS.plain);
      else if (model.notice.value === notice) model.notice.value = null;
    };
    let timer = setTimeout(away, undo === null ? STANDS.plain : STANDS.undo);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div class="toast" ref={place}>
      <span>{notice.text}</span>
      {undo !== null && (
        <button type="button" class="toast-undo" onClick={() => void undo()}>
          {t('undo')}
        </button>
      )}
    </div>
  );
}
