// Fields that come late, are replaced, or wait for somebody: each part of the page names in data-when what happens to it.

import './fields.js';

/** Long enough for a page to be looked at once before. */
const LATE = 900;

/** @param {HTMLElement} part */
function fill(part) {
  const template = part.querySelector('template');
  if (template) part.replaceChildren(template.content.cloneNode(true));
}

/** @type {Record<string, (part: HTMLElement) => void>} */
const happenings = {
  late: (part) => void setTimeout(() => fill(part), LATE),
  click: (part) => {
    document.querySelector('[data-shows]')?.addEventListener('click', () => fill(part));
  },
  fade: (part) => void setTimeout(() => part.classList.add('seen'), LATE),
  unhide: (part) => void setTimeout(() => (part.hidden = false), LATE),
  enable: (part) => {
    setTimeout(() => {
      for (const field of part.querySelectorAll('input')) field.disabled = false;
    }, LATE);
  },
  replace: (part) => {
    setTimeout(() => {
      for (const field of part.querySelectorAll('input')) field.replaceWith(field.cloneNode());
    }, LATE);
  },
  'replace-on-focus': (part) => {
    part.addEventListener('focusin', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.dataset['made'] !== undefined) return;
      const made = target.cloneNode();
      if (!(made instanceof HTMLInputElement)) return;
      made.dataset['made'] = '';
      target.replaceWith(made);
      made.focus();
    });
  },
  route: (part) => {
    document.querySelector('[data-shows]')?.addEventListener('click', () => {
      history.pushState(null, '', '#second-step');
      document.title = 'Two-factor authentication';
      fill(part);
    });
  },
  dialog: (part) => {
    document.querySelector('[data-shows]')?.addEventListener('click', () => {
      if (part instanceof HTMLDialogElement) part.showModal();
    });
  },
  wizard: (part) => {
    const steps = [...part.querySelectorAll('section')];
    part.addEventListener('click', ({ target }) => {
      if (!(target instanceof HTMLElement) || target.dataset['next'] === undefined) return;
      const at = steps.findIndex((step) => !step.hidden);
      for (const [index, step] of steps.entries()) step.hidden = index !== at + 1;
    });
    if (part instanceof HTMLDialogElement) part.showModal();
  },
  wipe: (part) => {
    setTimeout(() => {
      for (const field of part.querySelectorAll('input')) field.value = '';
    }, LATE);
  },
};

for (const part of document.querySelectorAll('[data-when]')) {
  if (part instanceof HTMLElement) happenings[part.dataset['when'] ?? '']?.(part);
}
