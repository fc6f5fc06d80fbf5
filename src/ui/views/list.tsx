import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { AccountView } from '../../messages/contract.ts';
import { t } from '../../platform/text.ts';
import { Damaged } from '../parts/damaged.tsx';
import { FoundOnPage } from '../parts/found-on-page.tsx';
import { HereHeading } from '../parts/never-here.tsx';
import { Proposals } from '../parts/proposals.tsx';
import { Reminders } from '../parts/reminders.tsx';
import { Row } from '../parts/row.tsx';
import { Toolbar } from '../parts/toolbar.tsx';
import { useApp } from '../state/app.ts';
import { plural } from '../state/language.ts';
import { listKeys } from './list-keys.ts';

/** How many rows are drawn at once: two screens full. More come when the end of them is reached. */
const STEP = 20;

/** The accounts: those of this page's site first, all of them searched as one types. */
export function List() {
  const { model, ports } = useApp();
  const place = useRef<HTMLElement>(null);
  useFirstFocus(place);
  const pressed = (event: KeyboardEvent) => {
    if (place.current !== null) listKeys(event, place.current, model);
  };
  return (
    <main class="list" ref={place} onKeyDown={pressed}>
      <h1 class={ports.full ? 'title' : 'visually-hidden'}>{t('listTitle')}</h1>
      <Toolbar />
      <div class="scroll" aria-busy={model.looking.value}>
        <Reminders />
        <Damaged />
        <FoundOnPage />
        <Proposals />
        {model.accounts.value.length > 0 ? <Accounts /> : <Empty />}
      </div>
    </main>
  );
}

/** To the row that one comes back to; else to what the page asks for; else to the search. */
function useFirstFocus(place: { readonly current: HTMLElement | null }): void {
  const { model } = useApp();
  useLayoutEffect(() => {
    const find = (selector: string) => place.current?.querySelector<HTMLElement>(selector);
    const active = model.active.value;
    const row = active === null ? null : find(`[data-id="${CSS.escape(active)}"] .row-main`);
    (row ?? find('.row-fill') ?? find('input') ?? find('.empty button'))?.focus();
  }, []);
}

function Empty() {
  const { go, model } = useApp();
  // With something to keep above it, the hint where to find something would only be in the way.
  if (model.found.value.length > 0) return null;
  return (
    <div class="empty">
      <h2>{t('emptyTitle')}</h2>
      <p>{t('emptyText')}</p>
      <button type="button" class="button" onClick={() => go({ view: 'add' })}>
        {t('emptyAdd')}
      </button>
    </div>
  );
}

function Accounts() {
  const { groups, model } = useApp();
  const { here, others } = groups.value;
  const shown = useSignal(STEP);
  const query = model.query.value;
  useEffect(() => {
    shown.value = STEP;
  }, [query]);
  if (here.length + others.length === 0) return <NoMatch query={query} />;
  const { host } = model.page.value;
  const site = host === null ? t('groupThisSite') : t('groupHere', host);
  const room = Math.max(0, shown.value - here.length);
  const rest = here.length + others.length - shown.value;
  const alone = here.length === 0 && model.found.value.length === 0;
  return (
    <>
      <p class="visually-hidden" role="status">
        {query !== '' && plural('searchFound', here.length + others.length)}
      </p>
      {here.length > 0 && <Group title={site} accounts={here.slice(0, shown.value)} here />}
      <Group title={alone ? null : t('groupOthers')} accounts={others.slice(0, room)} />
      {rest > 0 && <More rest={rest} onMore={() => (shown.value += STEP)} />}
    </>
  );
}

function NoMatch({ query }: { readonly query: string }) {
  const { model } = useApp();
  return (
    <div class="empty" role="status">
      <p>{t('searchNothing', query)}</p>
      <button type="button" class="button" onClick={() => (model.query.value = '')}>
        {t('searchClear')}
      </button>
    </div>
  );
}

interface GroupProps {
  readonly title: string | null;
  readonly accounts: readonly AccountView[];
  readonly here?: boolean;
}

function Group({ title, accounts, here = false }: GroupProps) {
  const stop = useStop();
  if (accounts.length === 0) return null;
  return (
    <section class={here ? 'group here' : 'group'}>
      {here && title !== null ? <HereHeading title={title} /> : title !== null && <h2>{title}</h2>}
      <ul>
        {accounts.map((account) => (
          <Row key={account.id} account={account} stop={account.id === stop} />
        ))}
      </ul>
    </section>
  );
}

/** The row at which Tab stops: where the arrows left off, or the first. */
function useStop(): string | undefined {
  const { groups, model } = useApp();
  const all = [...groups.value.here, ...groups.value.others];
  return (all.find(({ id }) => id === model.active.value) ?? all[0])?.id;
}

/** Draws more when it scrolls into view, or when the arrows or Tab come to it. */
function More({ rest, onMore }: { readonly rest: number; readonly onMore: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting === true) onMore();
    });
    if (button.current !== null) observer.observe(button.current);
    return () => observer.disconnect();
  }, [rest]);
  return (
    <button type="button" class="button more" ref={button} onClick={onMore}>
      {plural('showMore', Math.min(rest, STEP))}
    </button>
  );
}
