/** Pictures that are made here: what costs a reader the most, and a code among look-alikes. No corpus holds them. */
import { HOSTILE, HOSTILE_SIZES, ICONS, pageOfIcons } from '../../core/qr/hostile.ts';
import { page } from '../../core/qr/drawing.ts';
import type { Picture } from './pictures.ts';

const TEXT = 'otpauth://totp/Example:ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example';

export function madePictures(): readonly Picture[] {
  const hostile = HOSTILE_SIZES.flatMap(([width, height]) =>
    HOSTILE.map(([name, level]): Picture => {
      const pixels = () => Promise.resolve(page(width, height, level));
      return { set: `made-hostile-${width}x${height}`, name, sidecar: { expected: null, neg: true }, pixels };
    }),
  );
  const pixels = () => Promise.resolve(pageOfIcons(TEXT));
  return [...hostile, { set: 'made-icons', name: `${ICONS} icons`, sidecar: { expected: [TEXT] }, pixels }];
}
