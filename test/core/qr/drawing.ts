/** Draws QR codes as pages and cameras show them: turned, mirrored, inverted, with noise, compressed. */
import { encodeQR } from 'qr';
import { encode } from 'uqr';
import type { Pixels } from '../../../src/core/qr/decode.ts';
import type { Modules } from '../../../src/core/qr/modules.ts';

export interface Look {
  /** Pixels a module. */
  readonly scale: number;
  /** Degrees. */
  readonly angle: number;
  readonly mirrored: boolean;
  readonly inverted: boolean;
  /** Modules of the code's ground around it. */
  readonly quiet: number;
  readonly dark: number;
  readonly light: number;
}

export const PLAIN: Look = {
  scale: 4,
  angle: 0,
  mirrored: false,
  inverted: false,
  quiet: 4,
  dark: 0,
  light: 255,
};

export interface Making {
  /** Two encoders that know nothing of each other. */
  readonly by?: 'uqr' | 'qr';
  /** At least; the text may need a larger one. */
  readonly version?: number;
  readonly ecc?: 'L' | 'M' | 'Q' | 'H';
  readonly mask?: number;
}

const ECC = { L: 'low', M: 'medium', Q: 'quartile', H: 'high' } as const;

function modulesByQr(text: string, { version, ecc = 'M', mask }: Making): Modules {
  const options = {
    ecc: ECC[ecc],
    border: 1,
    encoding: 'byte',
    ...(mask === undefined ? {} : { mask }),
  } as const;
  const drawn = encodeQR(text, 'raw', options);
  const least = 17 + 4 * (version ?? 1) + 2;
  const enough =
    version !== undefined && drawn.length < least ? encodeQR(text, 'raw', { ...options, version }) : drawn;
  const rows = enough.slice(1, -1).map((row) => row.slice(1, -1));
  return { size: rows.length, dark: Uint8Array.from(rows.flat(), Number) };
}

export function modulesOf(content: string | number[], making: Making = {}): Modules {
  const { version, ecc = 'M', mask } = making;
  if (making.by === 'qr' && typeof content === 'string') return modulesByQr(content, making);
  const { data, size } = encode(content, {
    border: 0,
    ecc,
    boostEcc: false,
    ...(version === undefined ? {} : { minVersion: version }),
    ...(mask === undefined ? {} : { maskPattern: mask }),
  });
  return { size, dark: Uint8Array.from(data.flat(), Number) };
}

export function page(
  width: number,
  height: number,
  level: (x: number, y: number) => number = () => 255,
): Pixels {
  const luma = new Uint8Array(width * height);
  for (let at = 0; at < luma.length; at++) luma[at] = level(at % width, Math.floor(at / width));
  return { width, height, luma };
}

/** Within a pixel, as a browser smooths what it turns. */
const SAMPLES: readonly (readonly [number, number])[] = [
  [0.25, 0.25],
  [0.75, 0.25],
  [0.25, 0.75],
  [0.75, 0.75],
];

/** Draws a code with its middle at a point of a picture, over what is there. */
export function draw(on: Pixels, { size, dark }: Modules, at: { x: number; y: number }, look: Look): void {
  const [cos, sin] = [Math.cos((look.angle * Math.PI) / 180), Math.sin((look.angle * Math.PI) / 180)];
  const reach = Math.ceil(((size + 2 * look.quiet) * look.scale) / Math.SQRT2) + 1;
  /** The brightness at a point of the picture, or null beside the code. */
  const levelAt = (x: number, y: number): number | null => {
    const [dx, dy] = [(x - at.x) / look.scale, (y - at.y) / look.scale];
    const along = (cos * dx + sin * dy) * (look.mirrored ? -1 : 1) + size / 2;
    const down = cos * dy - sin * dx + size / 2;
    if (Math.min(along, down) < -look.quiet || Math.max(along, down) >= size + look.quiet) return null;
    const within = Math.min(along, down) >= 0 && Math.max(along, down) < size;
    const isDark = within && dark[Math.floor(down) * size + Math.floor(along)] === 1;
    return isDark === look.inverted ? look.light : look.dark;
  };
  for (let y = Math.max(0, Math.floor(at.y - reach)); y < Math.min(on.height, at.y + reach); y++) {
    for (let x = Math.max(0, Math.floor(at.x - reach)); x < Math.min(on.width, at.x + reach); x++) {
      const before = on.luma[y * on.width + x] ?? 0;
      let sum = 0;
      for (const [u, v] of SAMPLES) sum += levelAt(x + u, y + v) ?? before;
      on.luma[y * on.width + x] = Math.round(sum / 4);
    }
  }
}

/** A code alone, with its quiet zone, in a picture of its own. */
export function alone(content: string | number[], look: Partial<Look> = {}, making: Making = {}): Pixels {
  const whole = { ...PLAIN, ...look };
  const modules = modulesOf(content, making);
  const side = Math.ceil((modules.size + 2 * whole.quiet) * whole.scale);
  const picture = page(side, side, () => (whole.inverted ? whole.dark : whole.light));
  draw(picture, modules, { x: side / 2, y: side / 2 }, whole);
  return picture;
}

/** Numbers from 0 to 1 that look random and are the same each time (a linear congruential generator). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** With each pixel off by up to so many levels. */
export function noisy({ width, height, luma }: Pixels, amount: number, seed: number): Pixels {
  const random = chance(seed);
  const off = (level: number): number => level + Math.round((random() * 2 - 1) * amount);
  return { width, height, luma: luma.map((level) => Math.min(255, Math.max(0, off(level)))) };
}

/** What JPEG loses: blocks of eight by eight as cosines (ISO/IEC 10918-1 annex A.3), each rounded to a multiple. */
export function compressed({ width, height, luma }: Pixels, step: number): Pixels {
  const result = luma.slice();
  for (let top = 0; top + 8 <= height; top += 8) {
    for (let left = 0; left + 8 <= width; left += 8) {
      const block = Array.from({ length: 8 }, (_, y) => {
        const from = (top + y) * width + left;
        return Array.from(luma.subarray(from, from + 8), (level) => level - 128);
      });
      const rounded = cosines(cosines(block, FORWARD), FORWARD).map((row, v) =>
        row.map((part, u) => Math.round(part / (step * (1 + u + v))) * step * (1 + u + v)),
      );
      for (const [y, row] of cosines(cosines(rounded, BACKWARD), BACKWARD).entries()) {
        result.set(
          row.map((level) => Math.min(255, Math.max(0, Math.round(level + 128)))),
          (top + y) * width + left,
        );
      }
    }
  }
  return { width, height, luma: result };
}

const FORWARD = Array.from({ length: 8 }, (_, u) =>
  Array.from({ length: 8 }, (_, x) => {
    const scale = u === 0 ? Math.sqrt(1 / 8) : 0.5;
    return scale * Math.cos(((2 * x + 1) * u * Math.PI) / 16);
  }),
);
const BACKWARD = FORWARD.map((_, x) => FORWARD.map((row) => row[x] ?? 0));

/** The product with a matrix, transposed: twice makes both directions. */
function cosines(block: readonly number[][], matrix: readonly number[][]): number[][] {
  return block.map((_, at) =>
    matrix.map((row) => row.reduce((sum, factor, x) => sum + factor * (block[x]?.[at] ?? 0), 0)),
  );
}
