/**
 * Writing a code so that the page takes it: the prototype's value setter, which frameworks that shadow `value` on the
 * element do not see, then the one event that typing gives. A box at a time, with a frame between, since a
 * framework moves on and draws anew between two characters. Never an Enter, a click or a key: what is sent is
 * the person's to send.
 */
import { holds, type Boxes } from './read-field.ts';
import { sleep } from './sleep.ts';

/** Longer than a frame. In a tab behind others no frame ever comes. */
const FRAME_MS = 60;

/** Whether writing there would take nothing away that a person typed: it is empty, or holds a code. */
export function isFree(boxes: Boxes): boolean {
  return holds(valueOf(boxes)) !== 'other' || (boxes.length > 1 && /^\d+$/.test(valueOf(boxes)));
}

/** Writes a code; `find` finds the boxes anew, for the page may replace them on the way. Says whether it stayed. */
export async function write(find: () => Boxes, code: string): Promise<boolean> {
  const boxes = find();
  const text = fitting(boxes, code);
  if (text === null || !isFree(boxes)) return false;
  if (boxes.length > 1) return writeRow(find, text);
  const [box] = boxes;
  return box !== undefined && writeOne(box, text);
}

/** The code as the field has room for it, with its separators or without; null when it has not. */
function fitting(boxes: Boxes, code: string): string | null {
  const [first] = boxes;
  const bare = code.replace(/[\s-]/g, '');
  if (first === undefined) return null;
  // Three boxes and three: how the page splits a code is not guessed at.
  if (boxes.length > 1) return bare.length === boxes.length ? bare : null;
  const room = first.maxLength < 0 ? Infinity : first.maxLength;
  return [code, bare].find(({ length }) => length <= room) ?? null;
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

async function writeRow(find: () => Boxes, text: string): Promise<boolean> {
  let last: HTMLInputElement | undefined;
  for (let at = 0; at < text.length; at++) {
    const box = find()[at];
    if (box === undefined) return last?.isConnected === false;
    put(box, text.charAt(at));
    last = box;
    await frame();
    // Some rows hand the rest on by themselves; writing it again would be a second code to them.
    if (valueOf(find()) === text) break;
  }
  if (last !== undefined) changed(last);
  return last?.isConnected === false || valueOf(find()) === text;
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

const valueOf = (boxes: Boxes): string => boxes.map(({ value }) => value).join('');

const bareOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

async function frame(): Promise<void> {
  await Promise.race([new Promise(requestAnimationFrame), sleep(FRAME_MS)]);
}
