import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isQuiet, wantsCode } from '../../core/field/judgement.ts';
import type { Explanation, FieldView } from '../../messages/contract.ts';
import { t } from '../../platform/text.ts';
import { Header } from '../parts/header.tsx';
import { Problem } from '../parts/problem.tsx';
import { useApp } from '../state/app.ts';
import { useTask } from '../state/task.ts';
import { becauseText, kindOfField } from '../state/why.ts';

/** Why nothing is offered on the page that one came from, or what is: each field of it in words. */
export function Why() {
  const { ports } = useApp();
  const task = useTask();
  const seen = useSignal<Explanation | null>(null);
  const load = async () => {
    seen.value = await ports.background.explain();
    return null;
  };
  useEffect(() => void task.run(load), []);
  return (
    <main class="view">
      <Header title={t('whyTitle')} />
      <div class="body">
        <p class="lead">{t('whyText')}</p>
        <Problem of={task} />
        {seen.value !== null && <Explained page={seen.value} />}
        <button type="button" class="button" onClick={() => void task.run(load)}>
          {t('whyAgain')}
        </button>
      </div>
    </main>
  );
}

function Explained({ page }: { readonly page: Explanation }) {
  const { host, fields } = page;
  if (host === null) return <p class="empty">{t('whyNoPage')}</p>;
  const reasons = reasonsOf(page, host);
  return (
    <>
      <h2>{t('whyOn', host)}</h2>
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      {fields.length > 0 && (
        <ul class="entries">
          {fields.map((field, at) => (
            <Looked key={at} field={field} />
          ))}
        </ul>
      )}
    </>
  );
}

/** What is said of the page as a whole. */
function reasonsOf({ secure, accounts, read, fields }: Explanation, host: string): readonly string[] {
  const reasons: string[] = [];
  if (!secure) reasons.push(t('whyInsecure', host));
  if (accounts === 0) reasons.push(t('whyNoAccount', host));
  if (!read) reasons.push(t('whyUnread', host));
  else if (fields.length === 0) reasons.push(t('whyNoField', host));
  return reasons;
}

function Looked({ field }: { readonly field: FieldView }) {
  const { called, boxes, kind, because } = field;
  return (
    <li class="entry">
      <span class="names">
        {/* The page's own words: text only, and never in an attribute. */}
        <bdi class="issuer">{called === '' ? t('whyUnnamed') : called}</bdi>{' '}
        {boxes > 1 && <span class="name">{t('whyBoxes', boxes)}</span>}
        <strong>{t(kindOfField[kind])}</strong>
        {because.map((reason) => (
          <small key={reason} class="hint">
            {t(becauseText[reason])}
          </small>
        ))}
        {wantsCode(field) && isQuiet(field) && <small class="hint">{t('whyQuiet')}</small>}
      </span>
    </li>
  );
}
