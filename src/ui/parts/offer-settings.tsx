import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import { useTask } from '../state/task.ts';
import { Check } from './check.tsx';
import { Problem } from './problem.tsx';

interface Shown {
  readonly inPages: boolean;
  /** Where nothing is offered. */
  readonly never: readonly string[];
}

/** What is offered in pages, and on which of them nothing is. */
export function OfferSettings() {
  const { ports, setOffersInPages } = useApp();
  const task = useTask();
  const shown = useSignal<Shown | null>(null);
  const load = async () => {
    const { background } = ports;
    const [inPages, sites] = await Promise.all([background.offersInPages(), background.sites()]);
    shown.value = { inPages, never: sites.filter(({ never }) => never).map(({ host }) => host) };
    return null;
  };
  useEffect(() => void task.run(load), []);
  const allow = async (allowed: boolean) => {
    await task.run(() => setOffersInPages(allowed));
    await load().catch(() => null);
  };
  return (
    <div class="form">
      {shown.value !== null && (
        <Check label={t('settingsInPages')} checked={shown.value.inPages} onChange={(to) => void allow(to)}>
          {t('settingsInPagesHint')}
        </Check>
      )}
      <Problem of={task} />
      {(shown.value?.never.length ?? 0) > 0 && (
        <NeverList hosts={shown.value?.never ?? []} onChanged={load} />
      )}
    </div>
  );
}

interface NeverListProps {
  readonly hosts: readonly string[];
  readonly onChanged: () => Promise<null>;
}

function NeverList({ hosts, onChanged }: NeverListProps) {
  return (
    <section class="form">
      <h2>{t('settingsNever')}</h2>
      <ul class="entries">
        {hosts.map((host) => (
          <NeverEntry key={host} host={host} onChanged={onChanged} />
        ))}
      </ul>
    </section>
  );
}

function NeverEntry({ host, onChanged }: { readonly host: string; readonly onChanged: () => Promise<null> }) {
  const { offerAgain } = useApp();
  const task = useTask();
  const again = async () => {
    const problem = await offerAgain(host);
    await onChanged();
    return problem;
  };
  return (
    <li class="entry">
      <bdi class="entry-host">{host}</bdi>
      <div class="row-actions">
        <button type="button" class="button small" onClick={() => void task.run(again)}>
          {/* Not as a label, for a host does not stand in an attribute. */}
          <span aria-hidden="true">{t('settingsNeverEnd')}</span>
          <span class="visually-hidden">{t('settingsNeverEndOne', host)}</span>
        </button>
      </div>
      <Problem of={task} />
    </li>
  );
}
