/**
 * Sending the form of a field that was filled, where its person has said of the site that they want it sent: as Enter in the
 * field does it, by the form's first button, which the page may listen to and not to the form.
 */
import { cancels } from './cancels.ts';
import { closest, outer } from './dom.ts';
import { formAround, type Entry } from './entry.ts';
import { isClosed, stillHolds } from './fill.ts';
import type { Boxes } from './read-field.ts';
import { sleep } from './sleep.ts';

/** Some pages take a while to believe a code, and only then let its form be sent. */
const TRIES = 20;
const BETWEEN_MS = 100;

const BUTTONS = 'button:not([type=button],[type=reset]),input[type=submit],input[type=image]';

type SendingControl = HTMLButtonElement | HTMLInputElement;

/** Looks, `BETWEEN_MS` apart, in which a page that sends the code by itself is seen to do so. */
const LOOKS = 5;

type Find = () => Boxes | null;

export interface Sending {
  /** Whether the page sends the code by itself, which has just been written: waits for half a second to know. */
  isSent(code: string): Promise<boolean>;
  end(): void;
}

/**
 * Watches from before a field is filled whether the page itself sends what is written, on the last character, for a second one
 * is an attempt that the provider counts. A form says so; a script that asks the server says nothing, and is seen by
 * what it does meanwhile: it takes the field or its content away, closes it or the button, or says that the form is busy.
 */
export function watchSubmit(find: Find): Sending {
  // This event does not leave the tree of its form.
  const tree = formOf(find()?.[0])?.getRootNode() ?? document;
  const life = new AbortController();
  let sent = false;
  const note = (): void => {
    sent = true;
  };
  tree.addEventListener('submit', note, { capture: true, signal: life.signal });
  let couldBeSent = canBePressed(find);
  return {
    end: () => life.abort(),
    async isSent(code) {
      for (let looks = 0; looks < LOOKS && !sent; looks++) {
        await sleep(BETWEEN_MS);
        const can = canBePressed(find);
        sent ||= isTaken(find, code) || (couldBeSent && !can);
        couldBeSent ||= can;
      }
      life.abort();
      return sent;
    },
  };
}

function isTaken(find: Find, code: string): boolean {
  const boxes = find();
  if (boxes === null || !stillHolds(find, code) || boxes.some(isClosed)) return true;
  const form = formOf(boxes[0]);
  return form !== null && closest(form, '[aria-busy=true]') !== null;
}

function canBePressed(find: Find): boolean {
  const form = formOf(find()?.[0]);
  return form !== null && firstButton(form)?.disabled === false;
}

/** Sends the form of the field that `find` finds, once its button can be pressed; not at all if there is none. */
export async function submit(find: Find, code: string): Promise<void> {
  for (let tries = 0; tries < TRIES && !isTaken(find, code); tries++) {
    const form = formOf(find()?.[0]);
    if (form === null) return;
    const button = firstButton(form);
    if (button?.disabled !== true) {
      press(form, button);
      return;
    }
    await sleep(BETWEEN_MS);
  }
}

function press(form: HTMLFormElement, button: SendingControl | undefined): void {
  // Through the prototypes: a form answers to the names of its inputs, and many a button is named "submit".
  if (button === undefined) HTMLFormElement.prototype.requestSubmit.call(form);
  else if (!cancels(button)) HTMLElement.prototype.click.call(button);
}

/** From inside of a component, the form around the component. */
function formOf(field: Entry | undefined): HTMLFormElement | null {
  for (let at: Element | null = field ?? null; at instanceof HTMLElement; at = outer(at)) {
    const form = formAround(at);
    if (form !== null) return form;
  }
  return null;
}

/** The one that Enter presses (HTML, section 4.10.22.2), wherever in the tree it stands. */
function firstButton(form: HTMLFormElement): SendingControl | undefined {
  const tree = form.getRootNode() as Document | ShadowRoot;
  return [...tree.querySelectorAll<SendingControl>(BUTTONS)].find((button) => button.form === form);
}
