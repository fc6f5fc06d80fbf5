/** What became of one picture. */
import { type Look, lookForQrCodes, type Pixels } from '../../../src/core/qr/decode.ts';
import { readByJsqr } from '../../../src/core/qr/read-jsqr.ts';
import { isThereToo } from './known-misses.ts';
import type { Picture, Sidecar } from './pictures.ts';

export type Verdict = 'read' | 'missed' | 'false';

export interface Score {
  readonly set: string;
  readonly name: string;
  readonly style: string;
  readonly verdict: Verdict;
  readonly texts: readonly string[];
  /** By what it was read, or `nothing`. */
  readonly by: string;
  readonly steps: number;
  /** Of the processor, in milliseconds: ours, and plain jsqr's on the same pixels right after it. */
  readonly time: number;
  readonly jsqrTime: number | null;
}

/** Line ends and blanks around a text differ between what others noted down and what is in their codes. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}

/** `isGenuine` says of a text that the sidecar does not name whether it is in the picture all the same. */
export function judge(
  texts: readonly string[],
  { expected, neg, others = 0 }: Sidecar,
  isGenuine: (text: string) => boolean = () => false,
): Verdict {
  if (neg === true) return texts.length === 0 ? 'read' : 'false';
  if (expected === null) return texts.length === 0 ? 'missed' : 'read';
  const read = new Set(texts.map(plain));
  const wanted = new Set(expected.map(plain));
  if ([...read].filter((text) => !wanted.has(text) && !isGenuine(text)).length > others) return 'false';
  return [...wanted].every((text) => read.has(text)) ? 'read' : 'missed';
}

/** Not by the clock, which goes on while another process has the processor. */
function cpuTime(act: () => unknown): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** `withJsqr`: also how long jsqr alone takes, which on a hostile picture is long. */
export function scoreOf(picture: Picture, pixels: Pixels, withJsqr: boolean): Score {
  let look: Look = { codes: [], tried: [], steps: 0 };
  const time = cpuTime(() => (look = lookForQrCodes(pixels)));
  const { codes, tried, steps } = look;
  const texts = codes.map(({ text }) => text);
  return {
    set: picture.set,
    name: picture.name,
    style: picture.sidecar.style ?? picture.set,
    verdict: judge(texts, picture.sidecar, (text) => isThereToo(picture, text)),
    texts,
    by: texts.length === 0 ? 'nothing' : (tried.at(-1) ?? 'nothing'),
    steps,
    time,
    jsqrTime: withJsqr ? cpuTime(() => readByJsqr(pixels)) : null,
  };
}
