// Fields that a framework holds: what it keeps is the truth, and the field is written back to it. Each is done here in as many lines
// as show what a filler has to reckon with; none of them is the framework.

import { isInput, report } from './state.js';

const held = [...document.querySelectorAll('[data-holds]')].filter((field) => isInput(field));

/** @type {Map<HTMLInputElement, string>} */
const state = new Map(held.map((field) => [field, '']));

const valueOfClass = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');

/** @param {HTMLInputElement} field */
function trueValue(field) {
  return String(valueOfClass?.get?.call(field));
}

/**
 * In the manner of React: the field gets a `value` of its own that remembers what scripts wrote. An input event that brings what
 * was remembered is no news. So `field.value = code` from the page's own world is never heard.
 * @param {HTMLInputElement} field
 */
function asReact(field) {
  let remembered = '';
  Object.defineProperty(field, 'value', {
    configurable: true,
    get: () => trueValue(field),
    set: (value) => {
      remembered = String(value);
      valueOfClass?.set?.call(field, value);
    },
  });
  field.addEventListener('input', () => {
    const value = trueValue(field);
    if (value === remembered) return;
    remembered = value;
    state.set(field, value);
  });
  // Whatever else the field holds after a task is put back to what is known.
  field.addEventListener('change', () => (field.value = state.get(field) ?? ''));
}

/**
 * In the manner of Preact: the state is written back when the next microtask renders.
 * @param {HTMLInputElement} field
 */
function asPreact(field) {
  field.addEventListener('input', () => {
    state.set(field, field.value);
    queueMicrotask(() => {
      const known = state.get(field) ?? '';
      if (field.value !== known) field.value = known;
    });
  });
}

/**
 * In the manner of Vue's v-model: deaf while a composition goes on, and written back with the next tick.
 * @param {HTMLInputElement} field
 */
function asVue(field) {
  let composing = false;
  field.addEventListener('compositionstart', () => (composing = true));
  field.addEventListener('compositionend', () => {
    composing = false;
    field.dispatchEvent(new Event('input'));
  });
  field.addEventListener('input', () => {
    if (composing) return;
    state.set(field, field.value);
    void Promise.resolve().then(() => (field.value = state.get(field) ?? ''));
  });
}

/**
 * In the manner of Svelte's bind:value: what an input event brings goes into the state, and the next flush writes the state back to
 * each field that it is drawn in. What a script wrote into another one, and has not told of yet, is gone with that.
 * @param {HTMLInputElement} field
 */
function asSvelte(field) {
  field.addEventListener('input', () => {
    state.set(field, field.value);
    queueMicrotask(() => {
      for (const [drawn, known] of state) if (drawn.value !== known) drawn.value = known;
    });
  });
}

/** v-model.lazy: only a change event counts. @param {HTMLInputElement} field */
function asLazy(field) {
  field.addEventListener('change', () => state.set(field, field.value));
}

/**
 * In the manner of Angular's reactive forms, which hear the event inside a zone and trim.
 * @param {HTMLInputElement} field
 */
function asAngular(field) {
  field.addEventListener('input', (event) => {
    if (event.target instanceof HTMLInputElement) state.set(field, event.target.value.trim());
    field.classList.add('ng-dirty');
  });
  field.addEventListener('blur', () => field.classList.add('ng-touched'));
}

/** Keeps the figures, and writes them back with a mark in the middle. @param {HTMLInputElement} field */
function asMask(field) {
  const mark = field.dataset['mark'] ?? ' ';
  field.addEventListener('input', () => {
    const figures = field.value.replaceAll(/\D/gu, '').slice(0, 6);
    state.set(field, figures);
    field.value = figures.length > 3 ? `${figures.slice(0, 3)}${mark}${figures.slice(3)}` : figures;
  });
}

/** Takes input that a person's key made and nothing else: `event.data` has to be one figure. @param {HTMLInputElement} field */
function asPicky(field) {
  field.addEventListener('beforeinput', (event) => {
    if (event.data !== null && !/^[0-9]+$/u.test(event.data)) event.preventDefault();
  });
  field.addEventListener('input', (event) => {
    const isTyped = event instanceof InputEvent && event.data !== null;
    if (isTyped) state.set(field, field.value);
    else field.value = state.get(field) ?? '';
  });
}

/** @type {Record<string, (field: HTMLInputElement) => void>} */
const manners = {
  react: asReact,
  preact: asPreact,
  vue: asVue,
  svelte: asSvelte,
  lazy: asLazy,
  angular: asAngular,
  mask: asMask,
  picky: asPicky,
};

for (const field of held) {
  manners[field.dataset['holds'] ?? '']?.(field);
  field.addEventListener('input', () => {
    const after = held[held.indexOf(field) + 1];
    if (held.length > 1 && trueValue(field) !== '') after?.focus();
  });
}

report(
  () => held.map(trueValue).join(''),
  () => held.map((field) => state.get(field) ?? '').join(''),
);
