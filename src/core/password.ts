/**
 * How much guessing a password would cost, roughly and in the cautious direction.
 *
 * The password is cut into the parts that are cheapest to guess: common passwords, rows of keys and letters,
 * repetitions, dates, words, and what is left over letter by letter. Its limits: words are known by how they sound
 * and not from a dictionary, so a rare word counts like a common one and random letters that sound like one count
 * for less than they are worth; names, dates and sentences that mean something to somebody are not known at all.
 */
import { COMMON_PASSWORDS, ROWS, SIGNS_FOR_LETTERS } from './password-words.ts';

export type StrengthWord = 'very-weak' | 'weak' | 'fair' | 'strong' | 'very-strong';

export interface Strength {
  /** log2 of the guesses it would take, whole. */
  readonly bits: number;
  readonly word: StrengthWord;
}

/** One guess costs an Argon2id of 64 MiB: at ten thousand a second, 2^48 of them take a thousand years. */
const WORDS: readonly (readonly [below: number, word: StrengthWord])[] = [
  [28, 'very-weak'],
  [36, 'weak'],
  [48, 'fair'],
  [64, 'strong'],
];

const LEAST_LENGTH = 8;
/** More is not looked at: by then it is strong, or it repeats itself. */
const LONGEST = 64;

/** Shorter words are worth hardly less than their letters, and random letters are full of them. */
const LEAST_WORD = 4;
/** One of the two thousand words that are used most. */
const BITS_OF_A_WORD = 11;
/** Longer words, and several without a space. */
const BITS_OF_A_WORDS_LETTER = 1.8;
/** The sign between words when it is the same throughout: where it stands. */
const BITS_OF_A_SEPARATOR = 2;
/** Any day of a hundred years, in one of a few spellings. */
const BITS_OF_A_DATE = 17;

/** How many signs an attacker has to try for each place, by the kinds that occur anywhere in the password. */
function alphabetSize(password: string): number {
  const kinds: readonly (readonly [RegExp, number])[] = [
    [/\d/, 10],
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/[ -/:-@[-`{-~]/, 33],
    [/[^ -~]/, 100],
  ];
  return kinds.reduce((size, [kind, more]) => size + (kind.test(password) ? more : 0), 0);
}

/** Letters for the signs that are written for them, in lower case. */
function plain(part: string): string {
  return Array.from(part.toLowerCase(), (sign) => SIGNS_FOR_LETTERS[sign] ?? sign).join('');
}

/** No capitals, nothing but capitals, or one to begin with. */
const USUAL_CAPITALS = /^(?:\P{Lu}*|\P{Ll}*|\p{Lu}\P{Lu}*)$/u;

/** What the spelling adds: which letters are capitals, and which are signs. */
function spellingBits(part: string): number {
  const capitals = part.replace(/\P{Lu}/gu, '').length;
  const signs = Array.from(part).filter((sign) => sign in SIGNS_FOR_LETTERS).length;
  return Math.min(capitals, USUAL_CAPITALS.test(part) ? 1 : part.length) + signs;
}

function commonBits(part: string): number {
  const as = [part.toLowerCase(), plain(part)].map((spelling) => COMMON_PASSWORDS.indexOf(spelling));
  const rank = as.find((at) => at >= 0);
  return rank === undefined ? Infinity : Math.log2(rank + 2) + (as[0] === rank ? 0 : spellingBits(part));
}

/** abc, 4321, qwert: where it begins, which way it goes and how far. */
function rowBits(part: string): number {
  const lower = part.toLowerCase();
  const backwards = Array.from(lower).toReversed().join('');
  const isRow = part.length >= 3 && ROWS.some((row) => row.includes(lower) || row.includes(backwards));
  return isRow ? 6 + Math.log2(part.length) : Infinity;
}

/** aaa, xyzxyz: what is repeated, and how often. */
function repetitionBits(part: string, bitsOfOne: number): number {
  const unit = /^(.+?)\1+$/su.exec(part)?.[1];
  if (unit === undefined || part.length < 3) return Infinity;
  return unit.length * bitsOfOne + Math.log2(part.length / unit.length) + 1;
}

const DATE = /^(?:\d{1,2}[-./ ]?\d{1,2}[-./ ]?(?:19|20)?\d\d|(?:19|20)\d\d[-./ ]?\d{1,2}[-./ ]?\d{1,2})$/;

function dateBits(part: string): number {
  if (/^(?:19|20)\d\d$/.test(part)) return 7;
  return part.length >= 6 && DATE.test(part) ? BITS_OF_A_DATE : Infinity;
}

/** Mostly letters, a fifth of them vowels and never five consonants in a row: it can be spoken, so it is a word. */
function wordBits(part: string): number {
  const letters = part.replace(/\P{L}/gu, '');
  const vowels = letters.replace(/[bcdfghjklmnpqrstvwxz]/gi, '');
  const spoken = plain(part);
  const isWord =
    part.length >= LEAST_WORD &&
    letters.length * 2 > part.length &&
    vowels.length * 5 >= letters.length &&
    USUAL_CAPITALS.test(part) &&
    /^\p{L}+$/u.test(spoken) &&
    !/[bcdfghjklmnpqrstvwxz]{5}/.test(spoken);
  if (!isWord) return Infinity;
  return Math.max(BITS_OF_A_WORD, part.length * BITS_OF_A_WORDS_LETTER) + spellingBits(part);
}

/** Words begin and end where letters do, or at a capital: else every three random letters would be one. */
function isWordBorder(before: string | undefined, after: string | undefined): boolean {
  if (before === undefined || after === undefined) return true;
  return !/\p{L}/u.test(before) || !/\p{L}/u.test(after) || (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(after));
}

function oneBits(sign: string, password: readonly string[], bitsOfOne: number): number {
  const isSeparator = !/[\p{L}\p{N}]/u.test(sign) && password.indexOf(sign) !== password.lastIndexOf(sign);
  return isSeparator ? BITS_OF_A_SEPARATOR : bitsOfOne;
}

function partBits(
  signs: readonly string[],
  password: readonly string[],
  bitsOfOne: number,
  mayBeWord: boolean,
): number {
  const [first = ''] = signs;
  if (signs.length === 1) return oneBits(first, password, bitsOfOne);
  const part = signs.join('');
  const known = Math.min(commonBits(part), rowBits(part), repetitionBits(part, bitsOfOne), dateBits(part));
  return mayBeWord ? Math.min(known, wordBits(part)) : known;
}

/** The cheapest way to guess it in parts: of each beginning, by the cheapest of the shorter ones. */
function guessBits(password: string): number {
  const signs = Array.from(password).slice(0, LONGEST);
  const bitsOfOne = Math.log2(alphabetSize(password));
  const border = [...signs.keys(), signs.length].map((at) => isWordBorder(signs[at - 1], signs[at]));
  const cheapest = [0];
  for (let end = 1; end <= signs.length; end++) {
    const ways = cheapest.map((bits, start) => {
      const part = signs.slice(start, end);
      const word = border[start] === true && border[end] === true;
      return bits + partBits(part, signs, bitsOfOne, word);
    });
    cheapest.push(Math.min(...ways));
  }
  return cheapest.at(-1) ?? 0;
}

/** The strength of a password, by its NFKC, in which the vault derives its key. */
export function passwordStrength(password: string): Strength {
  const bits = Math.floor(guessBits(password.normalize('NFKC')));
  const word = WORDS.find(([below]) => bits < below)?.[1] ?? 'very-strong';
  return { bits, word };
}

/** Whether a vault may be locked with it: eight characters at least, and not one of the first to be tried. */
export function isAcceptable(password: string): boolean {
  const length = Array.from(password.normalize('NFKC')).length;
  return length >= LEAST_LENGTH && passwordStrength(password).word !== 'very-weak';
}
