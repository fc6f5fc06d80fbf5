/**
 * Codes that were drawn from letters and digits, and came out without a digit: of sixteen characters of base32 (RFC 4648) one in
 * thirty is so. Taken: three and more groups joined by hyphens, of one case and of twelve letters at least, and sixteen and more
 * capitals in a row. Refused: all that a language writes so too, two words and a hyphen, or words with spaces.
 */
const DRAWN = /^(?=.{14})(?:[A-Z]{16,}|[A-Z]{3,}(?:-[A-Z]{3,}){2,}|[a-z]{3,}(?:-[a-z]{3,}){2,})$/;

/** Whether a text without a digit looks like a code all the same, where the page calls it one. */
export const isDrawnInLetters = (text: string): boolean => DRAWN.test(text);

/** Whether it changes from lower to upper case twice, which no word does. */
export const isDrawnInCases = (text: string): boolean => /[a-z][A-Z].*[a-z][A-Z]/.test(text);
