import { describe, expect, it } from 'vitest';
import { groundsOf, lumaOn } from '../../../src/core/qr/luma.ts';
import { readQrCodes } from '../../../src/core/qr/decode.ts';
import { modulesOf } from './drawing.ts';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const NOTHING: Colour = [0, 0, 0, 0];
const BLACK: Colour = [0, 0, 0, 255];
const WHITE: Colour = [255, 255, 255, 255];

/** A code with a quiet zone, four pixels a module. */
function drawn(dark: Colour, light: Colour, quiet = light) {
  const { size, dark: modules } = modulesOf('Countersign');
  const side = (size + 8) * 4;
  const rgba = new Uint8ClampedArray(side * side * 4);
  for (let at = 0; at < side * side; at++) {
    const [x, y] = [Math.floor((at % side) / 4) - 4, Math.floor(at / side / 4) - 4];
    const isIn = Math.min(x, y) >= 0 && Math.max(x, y) < size;
    rgba.set(!isIn ? quiet : modules[y * size + x] === 1 ? dark : light, at * 4);
  }
  return { width: side, height: side, rgba };
}

describe('a picture that shines through', () => {
  it.each([
    ['black on nothing', BLACK, NOTHING, NOTHING],
    ['white on nothing', WHITE, NOTHING, NOTHING],
    ['nothing on white', NOTHING, WHITE, NOTHING],
    ['black and white, with nothing around', BLACK, WHITE, NOTHING],
    ['light on dark, with nothing around', WHITE, BLACK, NOTHING],
    ['half black on nothing', [0, 0, 0, 128] as Colour, NOTHING, NOTHING],
    ['half white on nothing', [255, 255, 255, 128] as Colour, NOTHING, NOTHING],
    ['a colour on nothing', [20, 110, 200, 255] as Colour, NOTHING, NOTHING],
    ['a pale colour on nothing', [150, 200, 255, 255] as Colour, NOTHING, NOTHING],
  ])('is read on the ground that is the likelier: %s', (_, dark, light, quiet) => {
    const { width, height, rgba } = drawn(dark, light, quiet);
    const [ground = 0, other] = groundsOf(rgba);
    expect(readQrCodes({ width, height, luma: lumaOn(rgba, ground) })).toEqual(['Countersign']);
    expect(other).toBe(255 - ground);
  });

  it('has one ground where nothing does', () => {
    expect(groundsOf(drawn(BLACK, WHITE).rgba)).toEqual([255]);
    expect(groundsOf(drawn(WHITE, BLACK).rgba)).toEqual([255]);
  });
});

it('brightness is weighed by how bright a colour looks', () => {
  const rgba = Uint8ClampedArray.of(...WHITE, ...BLACK, 255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255);
  expect([...lumaOn(rgba, 0)]).toEqual([255, 0, 76, 149, 28]);
});
