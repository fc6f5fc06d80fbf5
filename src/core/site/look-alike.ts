/**
 * Hosts that look like one that an account is bound to, and are another owner's: spelled almost alike, in letters that
 * look alike, or with the name as a part of their own. A look-alike gets no code in any case, for it is not that very
 * host; this is to say so to the person who is about to type one.
 */
import { isOneStepAway } from './nearness.ts';
import { decodePunycode } from './punycode.ts';
import { sameSite, siteOf } from './site.ts';

/**
 * Characters beside the Latin letter that they look like, after marks are taken off: the common ones of Unicode's
 * confusables (UTS #39), and the digits that are written for letters.
 */
const LOOKS_LIKE: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'аa сc ԁd еe һh іi јj ӏl ոn оo рp ԛq ѕs ѵv ԝw хx уy вb кk мm нh тt гr пn ' +
    'αa εe ηn ιi κk νv οo ρp τt υu χx γy օo սu հh ցg ıi łl øo đd ɑa ɡg ꞁl ' +
    '0o 1l 3e 4a 5s 7t 8b 9g il'
  )
    .split(' ')
    .map((pair) => Array.from(pair))
    .map(([seen = '', letter = '']) => [seen, letter]),
);
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
];
/** Letters. Shorter names than the first are parts of too many others, and than the second one letter from them. */
const SHORTEST = 4;
const SHORTEST_MISSPELT = 6;
/** Parts of a name that are nobody's own. */
const GENERIC =
  /^(?:accounts?|admin|auth|bank|cloud|console|home|login|mail|online|portal|secure|shop|signin|store|support|webmail)$/;

/** The bound host that `host` looks like, or null; null too for hosts of the same owner. */
export function looksLike(host: string, bound: readonly string[]): string | null {
  if (bound.some((other) => sameSite(host, other))) return null;
  const labels = labelsOf(host);
  const parts = labels.flatMap((label) => [label, ...label.split('-')]).map(skeleton);
  const last = skeleton(labels.at(-1) ?? '');
  return bound.find((other) => isAlike(parts, last, other)) ?? null;
}

/** `parts` and `last` are skeletons of a name without its public suffix: of all its parts, and of its last label. */
function isAlike(parts: readonly string[], last: string, bound: string): boolean {
  const name = labelsOf(bound).at(-1) ?? '';
  if (name.length < SHORTEST || GENERIC.test(name)) return false;
  const wanted = skeleton(name);
  if (parts.includes(wanted)) return true;
  return name.length >= SHORTEST_MISSPELT && isOneStepAway(last, wanted);
}

/** A host's labels up to the one that its owner has registered, which is the last; none where there is no such. */
function labelsOf(host: string): readonly string[] {
  const site = siteOf(`https://${host}`);
  if (site === null || site.registrable === null) return [];
  const name = host.replace(/\.?(?::\d+)?$/, '');
  const suffix = site.registrable.slice(site.registrable.indexOf('.'));
  const labels = name.slice(0, -suffix.length).split('.');
  return labels.map((label) => (label.startsWith('xn--') ? decodePunycode(label.slice(4)) : label));
}

/** A name as the eye takes it: without marks, look-alikes as what they look like. */
function skeleton(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const folded = Array.from(bare, (character) => LOOKS_LIKE[character] ?? character).join('');
  return PAIRS.reduce((seen, [pair, letter]) => seen.replace(pair, letter), folded);
}
