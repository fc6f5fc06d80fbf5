import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { AccountView, SiteView } from '../../messages/contract.ts';
import { t } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import type { Outcome } from '../state/context.ts';
import { nameOf } from '../state/names.ts';
import { useTask } from '../state/task.ts';
import { Check } from './check.tsx';
import { Problem } from './problem.tsx';

interface Shown {
  readonly inPages: boolean;
  readonly sites: readonly SiteView[];
}

/** What is offered in pages, on which of them nothing is, and what a person refused; each can be taken back. */
export function OfferSettings() {
  const { ports, setOffersInPages } = useApp();
  const task = useTask();
  const shown = useSignal<Shown | null>(null);
  const load = async () => {
    const { background } = ports;
    const [inPages, sites] = await Promise.all([background.offersInPages(), background.sites()]);
    shown.value = { inPages, sites };
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
      {shown.value !== null && <NeverList sites={shown.value.sites} onChanged={load} />}
      {shown.value !== null && <RefusedList sites={shown.value.sites} onChanged={load} />}
    </div>
  );
}

interface ListProps {
  readonly sites: readonly SiteView[];
  readonly onChanged: () => Promise<null>;
}

function NeverList({ sites, onChanged }: ListProps) {
  const { offerAgain } = useApp();
  const hosts = sites.filter(({ never }) => never).map(({ host }) => host);
  if (hosts.length === 0) return null;
  return (
    <section class="form">
      <h2>{t('settingsNever')}</h2>
      <ul class="entries">
        {hosts.map((host) => (
          <Entry
            key={host}
            host={host}
            end={t('settingsNeverEnd')}
            ends={t('settingsNeverEndOne', host)}
            onEnd={() => offerAgain(host)}
            onChanged={onChanged}
          />
        ))}
      </ul>
    </section>
  );
}

interface Refusal {
  readonly host: string;
  readonly account: AccountView;
}

function RefusedList({ sites, onChanged }: ListProps) {
  const { model, proposeAgain } = useApp();
  const accounts = new Map(model.accounts.value.map((account) => [account.id, account]));
  const refusals = sites.flatMap(({ host, refused }): readonly Refusal[] => {
    const there = refused.map((id) => accounts.get(id)).filter((account) => account !== undefined);
    return there.map((account) => ({ host, account }));
  });
  if (refusals.length === 0) return null;
  return (
    <section class="form">
      <h2>{t('settingsRefused')}</h2>
      <ul class="entries">
        {refusals.map(({ host, account }) => (
          <Entry
            key={`${host} ${account.id}`}
            host={host}
            account={nameOf(account)}
            end={t('settingsRefusedEnd')}
            ends={t('settingsRefusedEndOne', nameOf(account), host)}
            onEnd={() => proposeAgain(account, host)}
            onChanged={onChanged}
          />
        ))}
      </ul>
    </section>
  );
}

interface EntryProps {
  readonly host: string;
  readonly account?: string;
  /** What is on the button, and what is read out in its place. */
  readonly end: string;
  readonly ends: string;
  readonly onEnd: () => Outcome;
  readonly onChanged: () => Promise<null>;
}

function Entry({ host, account, end, ends, onEnd, onChanged }: EntryProps) {
  const task = useTask();
  const ended = async () => {
    const problem = await onEnd();
    await onChanged();
    return problem;
  };
  return (
    <li class="entry">
      {account === undefined ? (
        <bdi class="entry-host">{host}</bdi>
      ) : (
        <span class="names">
          <bdi class="issuer">{account}</bdi> <bdi class="entry-host">{host}</bdi>
        </span>
      )}
      <div class="row-actions">
        <button type="button" class="button small" onClick={() => void task.run(ended)}>
          {/* Not as a label, for a host does not stand in an attribute. */}
          <span aria-hidden="true">{end}</span>
          <span class="visually-hidden">{ends}</span>
        </button>
      </div>
      <Problem of={task} />
    </li>
  );
}
