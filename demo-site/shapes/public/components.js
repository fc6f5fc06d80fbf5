// Web components. Where a root is closed, only the component itself can tell what is in it.

import { isInput, report } from './state.js';

/** @type {HTMLInputElement[]} */
const fields = [];
/** @type {Map<HTMLInputElement, string>} */
const state = new Map();

/** @param {ParentNode} root */
function take(root) {
  for (const dialog of root.querySelectorAll('dialog')) dialog.showModal();
  for (const field of root.querySelectorAll('[data-watched]')) {
    if (!isInput(field)) continue;
    fields.push(field);
    field.addEventListener('input', () => {
      state.set(field, field.value);
      const after = fields[fields.indexOf(field) + 1];
      if (field.maxLength === 1 && field.value !== '') after?.focus();
    });
  }
}

/** Puts the template that stands in the element into a root of its own. */
class ShadowElement extends HTMLElement {
  connectedCallback() {
    const mode = this.getAttribute('data-root') === 'closed' ? 'closed' : 'open';
    const template = this.querySelector(':scope > template');
    if (!(template instanceof HTMLTemplateElement) || this.shadowRoot) return;
    const root = this.attachShadow({ mode });
    root.append(template.content.cloneNode(true));
    template.remove();
    take(root);
  }
}

/** Takes part in its form by itself: the form sends what the component says. */
class FormElement extends HTMLElement {
  static formAssociated = true;
  #internals = this.attachInternals();

  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    const template = this.querySelector('template');
    if (template) root.append(template.content.cloneNode(true));
    take(root);
    root.addEventListener('input', ({ target }) => {
      if (isInput(target)) this.#internals.setFormValue(target.value);
    });
  }
}

/** Moves its own light children into place late, as frameworks do that hydrate. */
class LateElement extends ShadowElement {
  /** @override */
  connectedCallback() {
    setTimeout(() => super.connectedCallback(), 600);
  }
}

customElements.define('shape-shadow', ShadowElement);
customElements.define('shape-form-field', FormElement);
customElements.define('shape-late', LateElement);
take(document);

report(
  () => fields.map(({ value }) => value).join(''),
  () => fields.map((field) => state.get(field) ?? '').join(''),
);
