/** Whether what a person has pressed leads away from a form and not on: then the form goes unanswered. */
import { attribute, tidy } from './dom.ts';
import { cancelStems } from './stems.ts';

/** Stems, at the beginning of what it is called, in the languages that pages are read in; and the signs for it. */
const CANCEL = new RegExp(`^(?:${cancelStems.join('|')}|[×✕✖x]$)`, 'i');

export function cancels(pressed: Element): boolean {
  const control = pressed.closest('button,a,[role=button],[role=link],input[type=button],input[type=reset]');
  if (control === null) return false;
  const value = control instanceof HTMLInputElement ? control.value : control.textContent;
  return [attribute(control, 'aria-label'), attribute(control, 'title'), value].some((text) =>
    CANCEL.test(tidy(text, 40)),
  );
}
