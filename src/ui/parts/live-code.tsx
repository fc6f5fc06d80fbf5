import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { AccountView, CodeView } from '../../messages/contract.ts';
import { t } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import { grouped } from '../state/parameters.ts';
import { timeOfDay } from '../state/language.ts';

/**
 * When the period began and how long it is, for the style sheet, which moves the ring and brings in the next
 * code without any script. An element that uses it has `from` as its key, so that it begins anew with a period.
 */
function useRun(code: CodeView | undefined) {
  const { ports } = useApp();
  return useMemo(
    () =>
      code === undefined
        ? {}
        : { '--period': `${code.until - code.from}ms`, '--elapsed': `${code.from - ports.now()}ms` },
    [code?.from, code?.until],
  );
}

interface RingProps {
  readonly code: CodeView | undefined;
  readonly children?: ComponentChildren;
}

/** How much of the period is left, around whatever stands in its middle. */
export function Ring({ code, children }: RingProps) {
  const run = useRun(code);
  return (
    <span class="ring" aria-hidden="true">
      <svg viewBox="0 0 36 36" focusable="false">
        <circle class="ring-track" cx="18" cy="18" r="16.5" />
        {code !== undefined && (
          <circle class="ring-left" key={code.from} style={run} cx="18" cy="18" r="16.5" pathLength="100" />
        )}
      </svg>
      <span class="ring-middle">{children}</span>
    </span>
  );
}

/** The code, until when it is good, and near its end the next one. */
export function LiveCode({ account }: { readonly account: AccountView }) {
  const { model } = useApp();
  const code = model.codes.value.get(account.id);
  const counted = model.counted.value.get(account.id);
  const shown = counted ?? code?.code;
  if (shown === undefined) return null;
  return (
    <span class="codes">
      <span class="code">{grouped(shown)}</span>
      {counted === undefined && code !== undefined && <Ending code={code} />}
    </span>
  );
}

function Ending({ code }: { readonly code: CodeView }) {
  const run = useRun(code);
  return (
    <>
      <span class="visually-hidden"> {t('codeUntil', timeOfDay(code.until))} </span>
      <span class="next" key={code.from} style={run}>
        {t('codeNext', grouped(code.next))}
      </span>
    </>
  );
}
