import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../platform/text.ts';
import { rescueFocus } from '../parts/focus.ts';
import { NoticeBar } from '../parts/notice-bar.tsx';
import { useApp } from '../state/app.ts';
import { Account } from './account.tsx';
import { Add } from './add.tsx';
import { AddBy } from './add-by.tsx';
import { Create } from './create.tsx';
import { Failed } from './failed.tsx';
import { List } from './list.tsx';
import { Settings } from './settings.tsx';
import { Unlock } from './unlock.tsx';

export function Shell() {
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
      <Stage />
      <NoticeBar />
    </div>
  );
}

function Stage() {
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

function View() {
  const route = useApp().model.route.value;
  switch (route.view) {
    case 'list':
      return <List />;
    case 'add':
      return <Add />;
    case 'add-by':
      return <AddBy key={route.way} way={route.way} />;
    case 'account':
      return <Account key={route.id} id={route.id} />;
    case 'settings':
      return <Settings />;
  }
}
