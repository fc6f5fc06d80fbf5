/**
 * Recovery codes: which list on a page is one of them, which code is next, and how many are left.
 *
 * A list is judged as a whole. Taken: different codes of one shape, one or two where the page calls them recovery
 * codes, at least three where they are only expected; in groups of letters and digits (`12345678`, `abcd-ef12`, `A1B2 C3D4 E5F6`), perhaps numbered. Refused:
 * words, for they have no digits (but see `letters.ts`); dates, prices and telephone numbers, for their groups are of different
 * lengths, too short, or begin alike, as everything does that was counted up instead of drawn.
 *
 * What cannot be told apart by its looks (eight-digit order numbers) has to be by its page: by its words, or by the
 * code that its site has just accepted; and a person sees the list before it is kept.
 */
import type { RecoveryCode } from '../account.ts';
import { plain } from '../field/text.ts';
import { says } from '../field/words.ts';
import { isDrawnInCases, isDrawnInLetters } from './letters.ts';
import { NUMBERING } from './numbering.ts';

/** Like words that stand together on a page. */
export interface WordList {
  readonly words: readonly string[];
  /** The text before it, and what the page calls itself. */
  readonly near: string;
}

/** One alone is drawn from at least so many letters and digits, whatever the page calls it. */
const SHORTEST_ALONE = 8;
const FEWEST = 3;
/** Providers do hand out six digits each; but so few of them are as likely to be codes of an authenticator. */
const FEWEST_OF_SHORT_NUMBERS = 5;

/** Groups of three and more, all joined by the same sign. */
const CODE = /^[a-z\d]{3,}(?:([ -])[a-z\d]{3,}(?:\1[a-z\d]{3,})*)?$/i;

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

function clean(item: string): string {
  return item.normalize('NFKC').trim().replace(NUMBERING, '').trim().replace(/\s+/g, ' ');
}

function groupsOf(code: string): readonly string[] {
  return code.split(/[ -]/);
}

/** Its groups are of one length; a UUID is the one spelling in use whose are not. */
function isCodeLike(text: string): boolean {
  if (text.length < 6 || text.length > 40 || !CODE.test(text)) return false;
  return UUID.test(text) || new Set(groupsOf(text).map((group) => group.length)).size === 1;
}

/** Where the signs stand that join the groups, and how long it is. */
function shapeOf(code: string): string {
  return code.replace(/[a-z\d]/gi, 'x');
}

/** Drawn at random, most codes hold a digit; or they change their case as no word does. */
function looksDrawn(codes: readonly string[], named: boolean): boolean {
  const isDrawn = (code: string): boolean =>
    /\d/.test(code) || isDrawnInCases(code) || (named && isDrawnInLetters(code));
  return codes.filter(isDrawn).length * 2 > codes.length;
}

/** Where most are numbers all are: a word as long as they are (`Download`) is no code. */
function areOfOneKind(codes: readonly string[]): boolean {
  const numbers = codes.filter((code) => /^[\d -]+$/.test(code)).length;
  return numbers === codes.length || numbers * 2 <= codes.length;
}

/** Telephone numbers of one area, and whatever a database counts, begin with the same three characters. */
function beginAlike(codes: readonly string[]): boolean {
  return new Set(codes.map((code) => code.slice(0, 3))).size === 1;
}

const isYear = (group: string): boolean => /^(?:19|20)\d\d$/.test(group);

/**
 * `June 2024`: a year in every one of several is no accident. In a single code one group in a few thousand comes out so: it is
 * a date if there is nothing else than a month beside it.
 */
function areDates(codes: readonly string[]): boolean {
  if (codes.length > 1) return codes.every((code) => groupsOf(code).some(isYear));
  const groups = codes.flatMap(groupsOf);
  return (
    groups.length === 2 && groups.some(isYear) && groups.every((group) => /^(?:[a-z]+|\d{4})$/i.test(group))
  );
}

function areEnough(codes: readonly string[], named: boolean): boolean {
  if (codes.every((code) => /^\d{6,7}$/.test(code))) return codes.length >= FEWEST_OF_SHORT_NUMBERS;
  if (codes.length >= FEWEST) return true;
  return named && codes.length > 0 && codes.every((code) => code.length >= SHORTEST_ALONE);
}

function isRecoveryList(codes: readonly string[], named: boolean): boolean {
  return (
    areEnough(codes, named) &&
    codes.every(isCodeLike) &&
    new Set(codes).size === codes.length &&
    new Set(codes.map(shapeOf)).size === 1 &&
    looksDrawn(codes, named) &&
    areOfOneKind(codes) &&
    !(codes.length > 1 && beginAlike(codes)) &&
    !areDates(codes)
  );
}

/**
 * The codes of the longest list that is one of recovery codes, freed of their numbering; null when none is. Where
 * they are `expected`, for the site has just accepted a code, they need no name.
 */
export function findRecoveryCodes(lists: readonly WordList[], expected: boolean): readonly string[] | null {
  const found = lists.flatMap(({ words, near }) => {
    const codes = words.map(clean).filter((item) => item !== '');
    const named = says.recovery.test(plain(near));
    return (named || expected) && isRecoveryList(codes, named) ? [codes] : [];
  });
  return found.toSorted((left, right) => right.length - left.length)[0] ?? null;
}

/** The first code that is still good. */
export function unusedCode(codes: readonly RecoveryCode[]): string | null {
  return codes.find(({ usedAt }) => usedAt === null)?.code ?? null;
}

/** The same codes, this one used at `at` (ms since the epoch) unless it was before. */
export function markUsed(codes: readonly RecoveryCode[], code: string, at: number): readonly RecoveryCode[] {
  return codes.map((kept) => (kept.code === code && kept.usedAt === null ? { code, usedAt: at } : kept));
}

/** null when none were ever kept, which is not the same as none left. */
export function countCodes(codes: readonly RecoveryCode[]): { left: number; total: number } | null {
  if (codes.length === 0) return null;
  return { left: codes.filter(({ usedAt }) => usedAt === null).length, total: codes.length };
}
