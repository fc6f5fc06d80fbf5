/** What the bench runs in a page, beside it in a world of its own as a content script does: our reader, and then the classifier. */
import { createKeys } from '../../../src/content/keys.ts';
import { readPage } from '../../../src/content/read-page.ts';
import { classify } from '../../../src/core/field/classify.ts';
import type { PageFacts } from '../../../src/core/field/facts.ts';
import type { Judgement } from '../../../src/core/field/judgement.ts';

/** One field, or row of boxes, that the reader took for worth judging. */
export interface Judged extends Judgement {
  /** The corpus's own marks of its inputs, which the reader does not look at. */
  readonly fids: readonly string[];
}

/** What the reader saw on a page, and what was made of it. */
export interface JudgedPage {
  readonly facts: PageFacts;
  readonly judged: readonly Judged[];
}

function judgePage(): JudgedPage {
  for (const input of document.querySelectorAll('input')) bringOut(input);
  const { facts, fields } = readPage(createKeys(), false);
  const judged = classify(facts).map((judgement) => {
    const fids = (fields.get(judgement.key) ?? []).map((input) => input.dataset['fid'] ?? '');
    return { ...judgement, fids };
  });
  return { facts, judged };
}

/** The page's scripts would show a step, or enable a field, when its turn comes; here they do not run. */
function bringOut(input: HTMLInputElement): void {
  // One that is disabled and holds something is there to be read.
  if (input.value === '') input.disabled = false;
  for (let part: HTMLElement | null = input; part !== null; part = part.parentElement) {
    part.hidden = false;
    if (part.style.display === 'none') part.style.display = '';
    if (part.style.visibility === 'hidden') part.style.visibility = '';
    if (part instanceof HTMLFieldSetElement) part.disabled = false;
    if (part instanceof HTMLDialogElement) part.open = true;
  }
}

Object.assign(globalThis, { judgePage });
