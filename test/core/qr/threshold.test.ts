import { describe, expect, it } from 'vitest';
import { MEAN, MIDPOINT, threshold } from '../../../src/core/qr/threshold.ts';
import { alone, draw, modulesOf, page, PLAIN } from './drawing.ts';

/** With the noise of a camera. */
const surface = (level: number) => page(50, 33, (x, y) => level + ((x * 7 + y) % 5));

describe.each([MIDPOINT, MEAN])('the $by of the blocks around', (rule) => {
  it('parts a code from its ground whatever the two greys are', () => {
    const plain = threshold(alone('Countersign', { scale: 5 }), rule).dark;
    expect(threshold(alone('Countersign', { scale: 5, dark: 110, light: 150 }), rule).dark).toEqual(plain);
  });

  it('parts it under a shadow that makes its light darker than its dark elsewhere', () => {
    const lit = alone('Countersign', { scale: 5 });
    const shadowed = {
      ...lit,
      luma: lit.luma.map(
        (level, at) => (0.2 + (0.8 * (at % lit.width)) / lit.width) * (40 + (level * 215) / 255),
      ),
    };
    const [there, here] = [threshold(shadowed, rule).dark, threshold(lit, rule).dark];
    const wrong = there.filter((dark, at) => dark !== here[at]).length;
    expect(wrong / here.length).toBeLessThan(0.04);
  });

  it('takes a plain surface for all light or all dark, noise or not', () => {
    expect(new Set(threshold(surface(240), rule).dark)).toEqual(new Set([0]));
    expect(new Set(threshold(surface(20), rule).dark)).toEqual(new Set([1]));
  });
});

function hidesBeside(ground: number, dark: number, light: number): boolean {
  const picture = page(400, 400, () => ground);
  draw(picture, modulesOf('Countersign'), { x: 200, y: 200 }, { ...PLAIN, dark, light });
  return threshold(picture, MIDPOINT).hides;
}

describe('a threshold in blocks of 16', () => {
  it('says when it may have lost sight of something: a grey code on a page much brighter or darker', () => {
    expect(hidesBeside(255, 70, 140)).toBe(true);
    expect(hidesBeside(0, 150, 217)).toBe(true);
  });

  it('says nothing of the kind of a code as pages show it', () => {
    expect(hidesBeside(255, 0, 255)).toBe(false);
    expect(hidesBeside(0, 0, 255)).toBe(false);
    expect(hidesBeside(200, 40, 230)).toBe(false);
  });
});
