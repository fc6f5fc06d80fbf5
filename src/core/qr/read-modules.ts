/** From a symbol's modules to its text: format, codewords, error correction, segments (ISO/IEC 18004 section 7). */
import { type Block, blocksOf } from './blocks.ts';
import { codewordsOf } from './codewords.ts';
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

function transposed({ size, dark }: Modules): Modules {
  return { size, dark: dark.map((_, at) => dark[(at % size) * size + Math.floor(at / size)] ?? 0) };
}

function readUpright(modules: Modules): string | null {
  const version = versionOf(modules.size);
  for (const { level, mask } of formatsOf(modules)) {
    const codewords = codewordsOf(modules, mask);
    const data = dataOf(codewords, blocksOf(version, level, codewords.length));
    const text = data === null ? null : textOfData(data, version);
    if (text !== null && text !== '') return text;
  }
  return null;
}

/** The data of all blocks, or null where one of them cannot be corrected. */
function dataOf(codewords: Uint8Array, blocks: readonly Block[]): Uint8Array | null {
  const data: number[] = [];
  for (const { places, parity, spare } of blocks) {
    const block = corrected(
      Uint8Array.from(places, (place) => codewords[place] ?? 0),
      parity,
      spare,
    );
    if (block === null) return null;
    data.push(...block.subarray(0, block.length - parity));
  }
  return Uint8Array.from(data);
}
