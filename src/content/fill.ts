/**
 * Writing a code so that the page takes it: the prototype's value setter, which frameworks that shadow `value` on the
 * element do not see, then the one event that typing gives. A box at a time, with a frame between, since a
 * framework moves on and draws anew between two characters. Never an Enter, a click or a key: what is sent is
 * the person's to send.
 */
import { holds, valueOf, type Boxes } from './read-field.ts';
import { sleep } from './sleep.ts';

/** Longer than a frame. In a tab behind others no frame ever comes. */
const FRAME_MS = 60;

/** Whether writing there would take nothing away that a person typed: it is empty, or holds a code or part of one. */
export function isFree(boxes: Boxes): boolean {
  return holds(valueOf(boxes)) !== 'other' || (boxes.length > 1 && /^\d+$/.test(valueOf(boxes)));
}

/** Writes a code; `find` finds the boxes anew, for the page may replace them on the way. Says whether it stayed. */
export async function write(find: () => Boxes | null, code: string): Promise<boolean> {
  const boxes = find();
  const text = boxes && fitting(boxes, code);
  if (!boxes || !text || !isFree(boxes)) return false;
  if (boxes.length > 1) return writeRow(find, text);
  const box = enter(find, 0);
  return box !== undefined && isFree([box]) && writeOne(box, text);
}

/** Puts the cursor into a box, and answers the one where it then is: some pages replace a field when the cursor comes. */
function enter(find: () => Boxes | null, at: number): HTMLInputElement | undefined {
  find()?.[at]?.focus();
  return find()?.[at];
}

/** The code as the field has room for it, with its separators or without; null when it has not. */
function fitting(boxes: Boxes, code: string): string | null {
  const bare = code.replace(/[\s-]/g, '');
  // Three boxes and three: how the page splits a code is not guessed at.
  if (boxes.length > 1) return bare.length === boxes.length ? bare : null;
  const { maxLength } = boxes[0];
  return [code, bare].find(({ length }) => maxLength < 0 || length <= maxLength) ?? null;
}

async function writeOne(box: HTMLInputElement, text: string): Promise<boolean> {
  put(box, text);
  await frame();
  if (!tookIt(box, text)) {
    box.focus();
    box.select();
    // What typing does, from the browser itself: the way into fields that mend their value on each input.
    document.execCommand('insertText', false, text);
    await frame();
  }
  if (!tookIt(box, text)) return false;
  changed(box);
  return true;
}

/** A page that took the code may have moved on already, and the field with it. */
function tookIt(box: HTMLInputElement, text: string): boolean {
  return !box.isConnected || bareOf(box.value) === bareOf(text);
}

async function writeRow(find: () => Boxes | null, text: string): Promise<boolean> {
  let box: HTMLInputElement | undefined;
  const isDone = (): boolean => {
    const boxes = find();
    return boxes === null ? box?.isConnected === false : valueOf(boxes) === text;
  };
  for (let at = 0; at < text.length; at++) {
    box = enter(find, at);
    if (box === undefined) return false;
    put(box, text.charAt(at));
    await frame();
    // Some rows hand the rest on by themselves; writing it again would be a second code to them.
    if (isDone()) break;
  }
  if (box !== undefined) changed(box);
  return isDone();
}

function put(box: HTMLInputElement, data: string): void {
  box.focus();
  Reflect.set(HTMLInputElement.prototype, 'value', data, box);
  box.dispatchEvent(
    new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data }),
  );
}

function changed(box: HTMLInputElement): void {
  box.dispatchEvent(new Event('change', { bubbles: true }));
}

const bareOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

async function frame(): Promise<void> {
  await Promise.race([new Promise(requestAnimationFrame), sleep(FRAME_MS)]);
}
