/** What became of one picture. */
import { lookForQrCodes, type Pixels } from '../../../src/core/qr/decode.ts';
import { readByJsqr } from '../../../src/core/qr/read-jsqr.ts';
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
  /** In milliseconds: ours, and plain jsqr's on the same pixels right after it. */
  readonly time: number;
  readonly jsqrTime: number | null;
}

/** Line ends and blanks around a text differ between what others noted down and what is in their codes. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}

export function judge(texts: readonly string[], { expected, neg, others = 0 }: Sidecar): Verdict {
  if (neg === true) return texts.length === 0 ? 'read' : 'false';
  if (expected === null) return texts.length === 0 ? 'missed' : 'read';
  const read = new Set(texts.map(plain));
  const wanted = new Set(expected.map(plain));
  if ([...read].filter((text) => !wanted.has(text)).length > others) return 'false';
  return [...wanted].every((text) => read.has(text)) ? 'read' : 'missed';
}

/** `withJsqr`: also how long jsqr alone takes, which on a hostile picture is long. */
export function scoreOf(picture: Picture, pixels: Pixels, withJsqr: boolean): Score {
  const start = performance.now();
  const { codes, tried, steps } = lookForQrCodes(pixels);
  const time = performance.now() - start;
  const texts = codes.map(({ text }) => text);
  const between = performance.now();
  if (withJsqr) readByJsqr(pixels);
  return {
    set: picture.set,
    name: picture.name,
    style: picture.sidecar.style ?? picture.set,
    verdict: judge(texts, picture.sidecar),
    texts,
    by: texts.length === 0 ? 'nothing' : (tried.at(-1) ?? 'nothing'),
    steps,
    time,
    jsqrTime: withJsqr ? performance.now() - between : null,
  };
}
