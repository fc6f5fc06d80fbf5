/**
 * Writing a code so that the page takes it: the prototype's value setter, which frameworks that shadow `value` on the
 * element do not see, then the one event that typing gives. A box at a time, with a frame between, since a
 * framework moves on and draws anew between two characters. Never an Enter, a click or a key: what is sent is
 * the person's to send.
 */
import { isInput, roomIn, type Entry } from './entry.ts';
import { holds, valueOf, type Boxes } from './read-field.ts';
import { sleep } from './sleep.ts';
import type { Tree } from './tree.ts';

/** Longer than a frame. In a tab behind others no frame ever comes. */
const FRAME_MS = 60;

/** By the first box of each: what we wrote there and it kept. */
const ours = new WeakMap<Entry, string>();

/**
 * Whether writing there would take nothing away that a person may want back. It is empty; it holds what we wrote, and all of that;
 * or what has the shape of a code (5 to 10 digits, spaces and dashes aside); or, in a row of boxes, a part of one: digits alone,
 * however few. Whoever clicks beside an old code wants a new one in its place, and half of one is left by a code that was
 * begun by hand, for a row is there for nothing else. Any other text stays, a letter in a row too.
 */
export function isFree(boxes: Boxes): boolean {
  const value = valueOf(boxes);
  if (holds(value) !== 'other' || ours.get(boxes[0]) === value) return true;
  return boxes.length > 1 && /^\d+$/.test(value);
}

type Find = () => Boxes | null;

/**
 * Writes a code; `find` finds the boxes anew, for the page may replace them on the way. Says whether it stayed. `append`: behind
 * what stands in a field of its own, whatever that is.
 */
export async function write(find: Find, code: string, append = false): Promise<boolean> {
  const boxes = find();
  if (append && boxes?.length === 1 && isInput(boxes[0])) return writeBehind(find, code);
  const text = boxes && fitting(boxes, code);
  if (!boxes || !text || !isFree(boxes)) return false;
  const took = await (boxes.length > 1 ? writeRow(find, text) : writeOne(find, text));
  const written = took ? find() : null;
  if (written !== null) ours.set(written[0], valueOf(written));
  return took;
}

/** The code as the field has room for it, with its separators or without; null when it has not. */
function fitting(boxes: Boxes, code: string): string | null {
  const bare = code.replace(/[\s-]/g, '');
  // Three boxes and three: how the page splits a code is not guessed at.
  if (boxes.length > 1) return bare.length === boxes.length ? bare : null;
  const room = roomIn(boxes[0]);
  return [code, bare].find(({ length }) => room < 0 || length <= room) ?? null;
}

async function writeOne(find: Find, text: string): Promise<boolean> {
  const entered = await focused(find, 0);
  // What came in its place when the cursor came may hold something of the person's.
  if (entered === undefined || !isFree([entered])) return false;
  put(entered, text);
  await frame();
  if (!tookIt(find, text)) {
    const box = await focused(find, 0);
    // The way into fields that mend their value on each input.
    if (box !== undefined) type(box, text);
    await frame();
  }
  if (!tookIt(find, text)) return false;
  changed(find()?.[0]);
  return true;
}

/** By field: the code that we put behind what stands in it, which is the one part of it that is ours to take away. */
const appended = new WeakMap<Entry, string>();

async function writeBehind(find: Find, code: string): Promise<boolean> {
  const box = await focused(find, 0);
  if (box === undefined || !isInput(box)) return false;
  const earlier = appended.get(box) ?? '';
  const before =
    earlier !== '' && box.value.endsWith(earlier) ? box.value.slice(0, -earlier.length) : box.value;
  const whole = before + code;
  if (box.maxLength >= 0 && whole.length > box.maxLength) return false;
  put(box, whole, code);
  await frame();
  // To the letter: of a password every one counts.
  const boxes = find();
  if (boxes !== null && valueOf(boxes) !== whole) return false;
  appended.set(box, code);
  changed(boxes?.[0]);
  return true;
}

/** Whether the field is there and holds the code, or ends with it. */
export function stillHolds(find: Find, code: string): boolean {
  const boxes = find();
  return boxes !== null && bareOf(valueOf(boxes)).endsWith(bareOf(code));
}

/** A page that took the code may have moved on already, and the field with it. */
function tookIt(find: Find, text: string): boolean {
  const boxes = find();
  return boxes === null || bareOf(valueOf(boxes)) === bareOf(text);
}

async function writeRow(find: Find, text: string): Promise<boolean> {
  for (let at = 0; at < text.length; at++) {
    const box = await focused(find, at);
    // Gone or closed half-way, it has not taken the code; after the last character the page may have moved on with it.
    if (box === undefined) return false;
    put(box, text.charAt(at));
    await frame();
    const boxes = find();
    // Some rows hand the rest on by themselves; writing it again would be a second code to them.
    if (boxes !== null && valueOf(boxes) === text) break;
  }
  const boxes = find();
  changed(boxes?.at(-1));
  return tookIt(find, text);
}

/** Looks, `FRAME_MS` apart, by which a box has to have opened: some pages take a while to believe the character before it. */
const LOOKS = 10;

/**
 * Puts the cursor into a box. Some widgets write wherever they last heard that the cursor was, and hear it a frame late;
 * some pages make a field anew when the cursor comes: the one that is there after that is answered. None is where it is
 * disabled, however it is written to: what the page keeps closed takes nothing from a person either.
 */
async function focused(find: Find, at: number): Promise<Entry | undefined> {
  for (let looks = 0; looks < LOOKS && isClosed(find()?.[at]); looks++) await sleep(FRAME_MS);
  const box = find()?.[at];
  if (box === undefined || isClosed(box)) return undefined;
  if (box.matches(':focus')) return box;
  box.focus();
  await frame();
  const now = find()?.[at];
  return isClosed(now) ? undefined : now;
}

/** By itself, or by the fieldset that it stands in. */
export function isClosed(box: Entry | undefined): boolean {
  return box?.matches(':disabled') === true;
}

/** @param data what was typed of it */
function put(box: Entry, value: string, data = value): void {
  if (!isInput(box)) {
    type(box, data);
    return;
  }
  Reflect.set(HTMLInputElement.prototype, 'value', value, box);
  box.dispatchEvent(
    new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data }),
  );
}

/** What typing does, from the browser itself, in place of all that stands there. */
function type(box: Entry, text: string): void {
  // The browser types wherever the cursor is, and a page may have taken it to a field of something else: what stands there would
  // be gone, and the code be told to whoever reads that.
  if ((box.getRootNode() as Tree).activeElement !== box) return;
  if (isInput(box)) box.select();
  else document.execCommand('selectAll');
  document.execCommand('insertText', false, text);
}

function changed(box: Entry | undefined): void {
  if (box !== undefined && isInput(box)) box.dispatchEvent(new Event('change', { bubbles: true }));
}

const bareOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

async function frame(): Promise<void> {
  await Promise.race([new Promise(requestAnimationFrame), sleep(FRAME_MS)]);
}
