import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SiteChoices as Choices, SiteView } from '../../messages/contract.ts';
import { t, type TextKey } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import { useTask } from '../state/task.ts';
import { Check } from './check.tsx';
import { Problem } from './problem.tsx';

const WORDS: Readonly<Record<keyof Choices, readonly [label: TextKey, hint: TextKey]>> = {
  never: ['siteNever', 'siteNeverHint'],
  submit: ['siteSubmit', 'siteSubmitHint'],
  append: ['siteAppend', 'siteAppendHint'],
};
const ORDER = ['never', 'submit', 'append'] as const;

/** How Countersign behaves on each of these sites: it holds for all accounts there. */
export function SiteChoices({ hosts }: { readonly hosts: readonly string[] }) {
  const { chooseForSite, ports } = useApp();
  const task = useTask();
  const sites = useSignal<readonly SiteView[] | null>(null);
  const load = async () => {
    sites.value = await ports.background.sites();
    return null;
  };
  useEffect(() => void task.run(load), []);
  const choose = async (host: string, choices: Partial<Choices>) => {
    await task.run(() => chooseForSite(host, choices));
    // Also after a failure: what is shown has to be what holds.
    sites.value = await ports.background.sites().catch(() => sites.value);
  };
  if (hosts.length === 0 || sites.value === null) return null;
  return (
    <div class="sites">
      {hosts.map((host) => (
        <OneSite
          key={host}
          host={host}
          chosen={sites.value?.find((site) => site.host === host)}
          onChoose={(choices) => void choose(host, choices)}
        />
      ))}
      <Problem of={task} />
    </div>
  );
}

interface OneSiteProps {
  readonly host: string;
  readonly chosen: SiteView | undefined;
  readonly onChoose: (choices: Partial<Choices>) => void;
}

function OneSite({ host, chosen, onChoose }: OneSiteProps) {
  return (
    <details class="advanced">
      <summary>
        {t('siteOptions')} <bdi>{host}</bdi>
      </summary>
      <div class="site">
        {ORDER.map((choice) => (
          <Check
            key={choice}
            label={t(WORDS[choice][0])}
            checked={chosen?.[choice] ?? false}
            onChange={(checked) => onChoose({ [choice]: checked })}
          >
            {t(WORDS[choice][1])}
          </Check>
        ))}
      </div>
    </details>
  );
}
