/** From a symbol's modules to its text: format, codewords, error correction, segments (ISO/IEC 18004 section 7). */
import { type Block, blocksOf } from './blocks.ts';
import { codewordsOf, doubtsOf } from './codewords.ts';
import { formatsOf } from './format.ts';
import { type Modules, versionOf } from './modules.ts';
import { corrected } from './reed-solomon.ts';
import { textOfData } from './segments.ts';

export interface ModulesRead {
  readonly text: string;
  /** Seen in a mirror: rows and columns are exchanged. */
  readonly mirrored: boolean;
}

/** Null where they are too damaged to say, or say nothing. */
export function readModules(modules: Modules): ModulesRead | null {
  const text = readUpright(modules);
  if (text !== null) return { text, mirrored: false };
  const mirrored = readUpright(transposed(modules));
  return mirrored === null ? null : { text: mirrored, mirrored: true };
}

function transposed({ size, dark, doubt }: Modules): Modules {
  const turned = (of: Uint8Array): Uint8Array =>
    of.map((_, at) => of[(at % size) * size + Math.floor(at / size)] ?? 0);
  return { size, dark: turned(dark), ...(doubt === undefined ? {} : { doubt: turned(doubt) }) };
}

function readUpright(modules: Modules): string | null {
  const version = versionOf(modules.size);
  let known: Uint8Array | null = null;
  const doubts = (): Uint8Array => (known ??= doubtsOf(modules));
  for (const { level, mask } of formatsOf(modules)) {
    const codewords = codewordsOf(modules, mask);
    const blocks = blocksOf(version, level, codewords.length);
    const data = dataOf(codewords, blocks, doubts);
    const text = data === null ? null : textOfData(data, version);
    if (text !== null && text !== '') return text;
  }
  return null;
}

/** The data of all blocks, or null where one of them cannot be corrected. */
function dataOf(
  codewords: Uint8Array,
  blocks: readonly Block[],
  doubts: () => Uint8Array,
): Uint8Array | null {
  const data: number[] = [];
  for (const one of blocks) {
    const words = Uint8Array.from(one.places, (place) => codewords[place] ?? 0);
    const block = corrected(words, one.parity, one.spare) ?? withoutDoubtful(words, one, doubts());
    if (block === null) return null;
    data.push(...block.subarray(0, block.length - one.parity));
  }
  return Uint8Array.from(data);
}

/** Parts of the parity that are given to the most doubtful codewords, which so need not be found. */
const ERASED = [0.3, 0.5, 0.65];
/** What is erased checks nothing any more: so more is left over than of errors that are found. */
const MORE_SPARE = 2;

function withoutDoubtful(
  words: Uint8Array,
  { places, parity, spare }: Block,
  doubts: Uint8Array,
): Uint8Array | null {
  const doubtOf = (at: number): number => doubts[places[at] ?? 0] ?? 0;
  const ranked = [...words.keys()].toSorted((a, b) => doubtOf(b) - doubtOf(a));
  for (const part of ERASED) {
    const erasures = ranked.slice(0, Math.floor(parity * part));
    const block = corrected(words, parity, spare + MORE_SPARE, erasures);
    if (block !== null) return block;
  }
  return null;
}
