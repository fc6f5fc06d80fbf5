/**
 * Fields in which a set-up is ended: there the code of the new secret is wanted. Two signs of different kinds say it, or
 * a set-up key that stands on the page; one alone does not, for sign-in pages have pictures and speak of apps too.
 */
import type { Because } from './judgement.ts';
import { anyOf } from './text.ts';
import type { Texts } from './texts.ts';
import { appBrands, scanWords, setUpNames, setUpWords } from './vocabulary/near-by.ts';

const scan = anyOf(scanWords);
const words = anyOf(setUpWords);
const name = anyOf(setUpNames);
const brands = new RegExp(anyOf(appBrands), 'gu');

/** What is known of the page as a whole. */
export interface SetUpSigns {
  /** A set-up key or its address stands there, as text or in a QR code that was read. */
  readonly key: boolean;
  /** How many pictures are there that may be QR codes. */
  readonly pictures: number;
}

/** The signs of a set-up; none where they do not suffice. */
export function setUpIn(texts: Texts, { key, pictures }: SetUpSigns): readonly Because[] {
  const around = `${texts.near} . ${texts.around} . ${texts.page}`;
  const scanned = scan.test(around);
  const several = namesSeveral(around);
  const signs: Because[] = [];
  if (key) signs.push('set-up:key');
  if (scanned) signs.push('set-up:scan');
  if (pictures > 0 && (scanned || several)) signs.push('set-up:picture');
  if (several || words.test(around)) signs.push('set-up:words');
  if (name.test(`${texts.own} . ${texts.form}`)) signs.push('set-up:name');
  return key || signs.length >= 2 ? signs : [];
}

/** Only who is still to choose an app is told the names of several. */
function namesSeveral(text: string): boolean {
  const named = [...text.matchAll(brands)].map(([found]) => found);
  return new Set(named).size >= 2;
}
