// Rows of boxes, each behaving in the way that its data-row names.

import { isInput, report } from './state.js';

const row = document.querySelector('[data-row]');
const how = row instanceof HTMLElement ? row.dataset['row'] : undefined;

/** What the row's own script has been told, box by box. @type {string[]} */
const state = [];

const boxes = () => [...(row?.querySelectorAll('input') ?? [])];

/** @param {HTMLInputElement} box @param {string} digit */
function hear(box, digit) {
  state[boxes().indexOf(box)] = digit;
}

/** @param {HTMLInputElement} box */
function next(box) {
  const all = boxes();
  return all[all.indexOf(box) + 1];
}

/** @param {HTMLInputElement} box */
function goOn(box) {
  if (box.value !== '') next(box)?.focus();
}

/** @param {number} from @param {string} digits */
function spread(from, digits) {
  for (const [at, box] of boxes().slice(from).entries()) {
    const digit = digits.charAt(at);
    if (digit === '') return;
    box.value = digit;
    hear(box, digit);
    box.focus();
  }
}

/** @type {Record<string, (box: HTMLInputElement) => void>} */
const ways = {
  plain: (box) => hear(box, box.value),
  drawn: (box) => {
    hear(box, box.value);
    for (const [at, drawn] of [...(row?.querySelectorAll('span') ?? [])].entries()) {
      drawn.textContent = box.value.charAt(at);
    }
  },
  advance: (box) => {
    hear(box, box.value);
    goOn(box);
  },
  'last-only': (box) => {
    box.value = box.value.slice(-1);
    hear(box, box.value);
    goOn(box);
  },
  spread: (box) => {
    if (box.value.length > 1) spread(boxes().indexOf(box), box.value);
    else hear(box, box.value);
    goOn(box);
  },
  enable: (box) => {
    hear(box, box.value);
    const after = next(box);
    if (after && box.value !== '') after.disabled = false;
    goOn(box);
  },
  rebuild: (box) => {
    hear(box, box.value);
    const at = boxes().indexOf(box);
    for (const old of boxes()) {
      const made = document.createElement('input');
      for (const { name, value } of old.attributes) made.setAttribute(name, value);
      made.value = old.value;
      old.replaceWith(made);
    }
    boxes()[at + 1]?.focus();
  },
};
ways['paste-only'] = (box) => {
  box.value = state[boxes().indexOf(box)] ?? '';
};
ways['paste'] = ways['plain'] ?? (() => undefined);
ways['keys'] = ways['advance'] ?? (() => undefined);

/** @param {Element | null} field */
function mirror(field) {
  if (isInput(field)) field.value = state.join('');
}

function sendIfFull() {
  if (!(row instanceof HTMLElement) || row.dataset['sends'] === undefined) return;
  if (boxes().every(({ value }) => value !== '')) row.closest('form')?.requestSubmit();
}

row?.addEventListener('input', ({ target }) => {
  if (!isInput(target)) return;
  ways[how ?? '']?.(target);
  mirror(document.querySelector('[data-mirror]'));
  sendIfFull();
});

row?.addEventListener('paste', (event) => {
  if (
    !['paste', 'paste-only'].includes(how ?? '') ||
    !(event instanceof ClipboardEvent) ||
    !isInput(event.target)
  )
    return;
  event.preventDefault();
  spread(boxes().indexOf(event.target), event.clipboardData?.getData('text') ?? '');
});

row?.addEventListener('keydown', (event) => {
  if (how !== 'keys' || !(event instanceof KeyboardEvent) || !isInput(event.target)) return;
  // As such widgets do: a keydown that was made up without a key ends as this word in the box.
  const key = event.key === '' ? 'Unidentified' : event.key;
  if (key !== 'Unidentified' && !/^[0-9]$/u.test(key)) return;
  event.preventDefault();
  event.target.value = key;
  hear(event.target, key);
  goOn(event.target);
});

if (how === 'enable') for (const box of boxes().slice(1)) box.disabled = true;

report(
  () =>
    boxes()
      .map(({ value }) => value)
      .join(''),
  () => state.join(''),
);
