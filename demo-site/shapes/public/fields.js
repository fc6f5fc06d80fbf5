// Fields without a framework: the script believes what input events tell it.

import { isInput, report } from './state.js';

/** @type {WeakMap<Element, string>} */
const heard = new WeakMap();

/** @param {Element} field */
function contentOf(field) {
  return isInput(field) ? field.value : (field.textContent ?? '');
}

document.addEventListener('input', (event) => {
  const field = event.target;
  if (!(field instanceof Element)) return;
  heard.set(field, contentOf(field));
  if (isInput(field) && field.dataset['sends'] !== undefined && field.value.length === field.maxLength) {
    field.form?.requestSubmit();
  }
});

const watched = () => [...document.querySelectorAll('[data-watched]')];

report(
  () => watched().map(contentOf).join(''),
  () =>
    watched()
      .map((field) => heard.get(field) ?? '')
      .join(''),
);
