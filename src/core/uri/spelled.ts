/**
 * Texts that are spelled like a setup key: what of a page is told, and what is then read, must not be two rules, for what is
 * told of ordinary sentences takes the place of the key.
 */
const FEWEST = 16;
const MOST = 128;
const FEWEST_LETTERS = 6;

/** An onion service is called by base32 too, and so are the keys of Amazon's services. */
const PIECE =
  /(?<![\p{L}\p{N}+/=_.-])(?!AKIA|ASIA)(?:[A-Z2-7]{16,}|[a-z2-7]{16,})(?![\p{L}\p{N}+/_-]|\.\p{L})/gu;
const BETWEEN = '[ \\u00a0\\u2009-]';
const [upper, lower] = ['[A-Z2-7]', '[a-z2-7]'].map(
  (letter) => `${letter}{3,8}(?:${BETWEEN}${letter}{1,8}(?![\\p{L}\\p{N}])){2,}`,
);
const GROUPED = new RegExp(`(?<![\\p{L}\\p{N}])(?:${upper}|${lower})`, 'gu');

/** Whatever is spelled like a key, without its spaces. */
export function spelledIn(text: string): readonly string[] {
  const inOne = text.match(PIECE) ?? [];
  const inGroups = [...text.matchAll(GROUPED)].filter((run) => isSetApart(run)).map(([run]) => run);
  return [...inOne, ...inGroups.filter(inLikeGroups)]
    .map((key) => key.replace(/[^A-Za-z2-7]/g, ''))
    .filter((key) => key.length >= FEWEST && key.length <= MOST && new Set(key).size >= FEWEST_LETTERS);
}

/** Small letters in groups look like words: where others stand before or after them, nobody can tell them apart. */
function isSetApart({ 0: run, index, input }: RegExpExecArray): boolean {
  if (run !== run.toLowerCase()) return run === run.toUpperCase();
  const before = input.slice(0, index).trimEnd();
  const after = input.slice(index + run.length).trimStart();
  return !/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after);
}

/** The last may be shorter. */
function inLikeGroups(run: string): boolean {
  const lengths = run.split(/[^A-Za-z2-7]/).map(({ length }) => length);
  const [first = 0, last = 0] = [lengths[0], lengths.at(-1)];
  return lengths.slice(0, -1).every((length) => length === first) && last <= first;
}
