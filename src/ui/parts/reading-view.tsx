import type { ComponentChildren } from 'preact';
import type { Found, Source } from '../../messages/contract.ts';
import { t } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import type { Reading } from '../state/reading.ts';
import { home } from '../state/route.ts';
import { focused } from './focus.ts';
import { FoundCard } from './found-card.tsx';
import { Header } from './header.tsx';

interface ReadingViewProps {
  readonly title: string;
  readonly reading: Reading;
  readonly source: () => Source | null;
  readonly fromPage?: boolean;
  /** Whether a field of the form takes the focus. */
  readonly field?: boolean;
  readonly children: ComponentChildren;
}

/**
 * A way to add: its form, then what was read. The form stays in the document, hidden, while one looks at what was
 * read: so a typed secret is nowhere but in its field, and nothing is lost on the way back.
 */
export function ReadingView({
  title,
  reading,
  source,
  fromPage = false,
  field = false,
  children,
}: ReadingViewProps) {
  const previewing = reading.found.value.length > 0;
  return (
    <main class="view">
      <Header title={title} focus={!field} />
      <div class="body" hidden={previewing}>
        {children}
      </div>
      {previewing && <Preview {...{ reading, source, fromPage }} />}
    </main>
  );
}

type PreviewProps = Pick<ReadingViewProps, 'reading' | 'source'> & { readonly fromPage: boolean };

function Preview({ reading, source, fromPage }: PreviewProps) {
  const { go } = useApp();
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // One step back only: to the form, not out of it.
    event.stopPropagation();
    event.preventDefault();
    reading.discard();
  };
  // A picture may hold several: the view stays until the last of them.
  const kept = (found: Found) => {
    const rest = reading.found.value.filter((other) => other !== found);
    if (rest.length === 0) go(home);
    else reading.found.value = rest;
  };
  return (
    <div class="body" onKeyDown={pressed}>
      <h2 tabIndex={-1} ref={focused}>
        {t('previewTitle')}
      </h2>
      {reading.found.value.map((found) => (
        <FoundCard key={found.ref} {...{ found, source, fromPage }} onKept={() => kept(found)} />
      ))}
      <button type="button" class="button" onClick={reading.discard}>
        {t(fromPage ? 'cancel' : 'change')}
      </button>
    </div>
  );
}
