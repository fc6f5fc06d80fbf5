import type { Model } from '../state/model.ts';

/**
 * The keyboard in the list: arrows, Home and End go through the rows, left and right through what a row offers;
 * `/` and whatever one types go to the search; Escape clears it; Ctrl+Z undoes.
 */
export function listKeys(event: KeyboardEvent, list: HTMLElement, model: Model): void {
  if (event.isComposing) return;
  const act = shortcut(event, list, model) ?? movement(event, list);
  if (act === null) return;
  event.preventDefault();
  act();
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement;

function shortcut(event: KeyboardEvent, list: HTMLElement, model: Model): (() => void) | null {
  const { key, target } = event;
  const search = list.querySelector<HTMLInputElement>('.search input');
  if (key === 'Escape' && model.query.value !== '') return () => (model.query.value = '');
  if (isField(target)) return null;
  if (key === '/') return () => search?.focus();
  const undo = model.notice.value?.undo;
  if (key === 'z' && (event.ctrlKey || event.metaKey) && undo) return () => void undo();
  // The key itself then arrives in the field that has the focus.
  if (/^[\p{L}\p{N}]$/u.test(key) && !event.ctrlKey && !event.metaKey && !event.altKey) search?.focus();
  return null;
}

function movement({ key, target }: KeyboardEvent, list: HTMLElement): (() => void) | null {
  const inField = isField(target);
  if (inField && key !== 'ArrowDown') return null;
  if (key === 'ArrowLeft' || key === 'ArrowRight') return within(key === 'ArrowRight' ? 1 : -1, target);
  const rows = [...list.querySelectorAll<HTMLElement>('.row-main, .more')];
  const at = rows.findIndex(
    (row) => row === target || row.closest('.row')?.contains(target as Node) === true,
  );
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[key];
  if (to === undefined || (at === -1 && !inField)) return null;
  if (to < 0) return () => list.querySelector<HTMLElement>('.search input')?.focus();
  return () => rows[Math.min(to, rows.length - 1)]?.focus();
}

/** To the next control of the same row. */
function within(step: 1 | -1, target: EventTarget | null): (() => void) | null {
  if (!(target instanceof HTMLElement)) return null;
  const controls = [...(target.closest('.row')?.querySelectorAll('button') ?? [])];
  const next = controls[controls.findIndex((control) => control === target) + step];
  return next === undefined ? null : () => next.focus();
}
