import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../platform/text.ts';
import { rescueFocus } from '../parts/focus.ts';
import { NoticeBar } from '../parts/notice-bar.tsx';
import { useApp } from '../state/app.ts';
import { Create } from './create.tsx';
import { Failed } from './failed.tsx';
import { Unlock } from './unlock.tsx';

/** `view`: what is shown of an open vault, by the route. */
export function Shell({ view }: { readonly view: ComponentType }) {
  const { back, model } = useApp();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const gone = new AbortController();
    if (place.current !== null) rescueFocus(place.current, gone.signal);
    return () => gone.abort();
  }, []);
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || model.route.value.view === 'list') return;
    // Else the browser would close the popup.
    event.preventDefault();
    back();
  };
  return (
    <div class="shell" ref={place} onKeyDown={pressed}>
      <Stage view={view} />
      <NoticeBar />
    </div>
  );
}

function Stage({ view: View }: { readonly view: ComponentType }) {
  const { model } = useApp();
  switch (model.stage.value) {
    case 'starting':
      return (
        <main class="gate" aria-busy="true">
          <p class="visually-hidden">{t('loading')}</p>
        </main>
      );
    case 'failed':
      return <Failed />;
    case 'absent':
      return <Create />;
    case 'locked':
      return <Unlock />;
    case 'open':
      return <View />;
  }
}
