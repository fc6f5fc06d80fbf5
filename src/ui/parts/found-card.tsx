import { useRef } from 'preact/hooks';
import { displayName } from '../../core/labels.ts';
import type { Found, Source } from '../../messages/contract.ts';
import { t } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import { titleOf } from '../state/names.ts';
import { describe } from '../state/parameters.ts';
import { useTask } from '../state/task.ts';
import { warningText } from '../state/words.ts';
import { Fact, Facts } from './facts.tsx';
import type { Input } from './form.tsx';
import { Problem } from './problem.tsx';
import { Note } from './row-notes.tsx';

interface FoundCardProps {
  readonly found: Found;
  /** Where it was read from; asked only when it is kept, for a typed secret stays in its field until then. */
  readonly source: () => Source | null;
  readonly fromPage: boolean;
  readonly onKept: () => void;
}

/** All that is to be known about a setup code before it is kept, and the button that keeps it. */
export function FoundCard(props: FoundCardProps) {
  const { found, fromPage } = props;
  const { host } = useApp().model.page.value;
  const unusual = describe(found.parameters, false);
  return (
    <article class="card found">
      <h3>
        <bdi>{titleOf(found)}</bdi>
      </h3>
      <Facts>
        {found.issuer === '' && <Fact term={t('foundIssuer')}>{t('foundNoName')}</Fact>}
        <Fact term={t('foundAccount')}>{displayName(found.name) || t('foundNoName')}</Fact>
        {fromPage && host !== null && <Fact term={t('foundSite')}>{host}</Fact>}
        {unusual.length > 0 && <Fact term={t('foundCodes')}>{unusual.join(' · ')}</Fact>}
      </Facts>
      {found.warnings.map((warning) => (
        <Note warn key={warning}>
          {t(warningText[warning])}
        </Note>
      ))}
      {found.known === 'renewal' && <Note>{t('foundRenewal')}</Note>}
      {found.known === 'same' ? <Note>{t('foundSame')}</Note> : <Keep {...props} />}
    </article>
  );
}

function Keep({ found, source, fromPage, onKept }: FoundCardProps) {
  const { keep, model } = useApp();
  const task = useTask();
  const bind = useRef<HTMLInputElement>(null);
  const { host } = model.page.value;
  const clicked = async () => {
    const from = source();
    const bound = bind.current?.checked === true;
    if (await task.run(async () => (from === null ? 'foundGone' : keep(from, found, bound)))) onKept();
  };
  const label = t(found.known === 'renewal' ? 'foundKeepNew' : 'foundKeep');
  return (
    <>
      {!fromPage && host !== null && <Bind host={host} input={bind} />}
      <Problem of={task} />
      <button
        type="button"
        class="button primary"
        aria-disabled={task.busy.value}
        onClick={() => void clicked()}
      >
        {task.busy.value ? t('foundKeeping') : label}
      </button>
    </>
  );
}

interface BindProps {
  readonly host: string;
  readonly input: Input;
}

/** Off unless a person says so: bound to the wrong host, its codes would be offered to the wrong site. */
function Bind({ host, input }: BindProps) {
  return (
    <label class="check">
      <input type="checkbox" autocomplete="off" ref={input} />
      <span>
        {t('foundBind', host)}
        <small>{t('foundBindHint')}</small>
      </span>
    </label>
  );
}
