import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findQrCodes, lookForQrCodes, MOST_WORK, readQrCodes } from '../../../src/core/qr/decode.ts';
import { KNOWN_MISSES } from '../../bench/qr/known-misses.ts';
import { judge, type Verdict } from '../../bench/qr/score.ts';
import { corpus } from '../../corpora.ts';
import { readPng } from '../../png.ts';
import { alone, draw, modulesOf, page, PLAIN } from './drawing.ts';
import { HOSTILE, HOSTILE_SIZES, ICONS, pageOfIcons } from './hostile.ts';

const URI = 'otpauth://totp/Example:ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example';

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));

describe('a QR code', () => {
  it.each([
    ['plain', {}],
    ['inverted', { inverted: true }],
    ['without quiet zone', { quiet: 0 }],
    ['inverted without quiet zone', { quiet: 0, inverted: true }],
    ['with modules of two pixels', { scale: 2 }],
    ['with modules of a pixel and a half', { scale: 1.5 }],
    ['with modules of a single pixel', { scale: 1 }],
    ['in two like greys', { dark: 150, light: 170, scale: 10 }],
    ['small in two like greys', { dark: 150, light: 170, scale: 3 }],
    ['larger than a screen', { scale: 40 }],
  ])(
    'is read: %s',
    (_, look) => {
      expect(readQrCodes(alone(URI, look))).toEqual([URI]);
    },
    20_000,
  );

  it.each([
    ['dark on a dark page', false, 0],
    ['light on a light page', true, 255],
  ])('without quiet zone on a page of its own colour is read: %s', (_, inverted, ground) => {
    const picture = page(500, 400, () => ground);
    draw(picture, modulesOf(URI), { x: 250, y: 200 }, { ...PLAIN, inverted, quiet: 0 });
    expect(readQrCodes(picture)).toEqual([URI]);
  });

  it.each([
    ['windows-1252', 'otpauth://totp/Café?secret=GEZDGNBV', [0xe9]],
    ['Shift_JIS', 'otpauth://totp/日本語?secret=GEZDGNBV', [0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea]],
  ])('is read in %s where its bytes are not UTF-8', (_, text, own) => {
    const [before = '', after = ''] = text.split(/[^ -~]+/);
    expect(readQrCodes(alone([...ascii(before), ...own, ...ascii(after)]))).toEqual([text]);
  });

  it('of bytes that are no text at all is read as some, and is no error', () => {
    const all = Array.from({ length: 256 }, (_, byte) => byte);
    const [text = ''] = readQrCodes(alone(all));
    expect(text).toHaveLength(256);
    expect(text.slice(0x20, 0x7f)).toBe(String.fromCharCode(...all.slice(0x20, 0x7f)));
  });

  it('is read beside others of the same text, each where it stands', () => {
    const picture = page(400, 200);
    for (const x of [100, 300]) draw(picture, modulesOf('A'), { x, y: 100 }, PLAIN);
    const corners = findQrCodes(picture).map((code) => Math.round(code.corners[0].x));
    expect(corners.toSorted((a, b) => a - b)).toEqual([58, 258]);
  });

  it('is read within another one, as a logo', () => {
    const picture = page(600, 600);
    const outer = modulesOf('outer', { version: 7, ecc: 'H' });
    draw(picture, outer, { x: 300, y: 300 }, { ...PLAIN, scale: 10 });
    draw(picture, modulesOf('inner'), { x: 300, y: 300 }, { ...PLAIN, scale: 4 });
    expect(readQrCodes(picture)).toEqual(['outer', 'inner']);
  });

  it.each([
    [70, 140, 255],
    [150, 217, 0],
  ])('in greys from %i to %i is read beside a plain one on a page of %i', (dark, light, ground) => {
    const picture = page(500, 250, () => ground);
    draw(picture, modulesOf('plain'), { x: 125, y: 125 }, PLAIN);
    draw(picture, modulesOf('grey'), { x: 375, y: 125 }, { ...PLAIN, dark, light });
    expect(readQrCodes(picture)).toEqual(['plain', 'grey']);
  });

  it('says by what it was read', () => {
    expect(lookForQrCodes(alone(URI)).tried).toEqual(['midpoint threshold']);
  });
});

describe('a picture', () => {
  it('that is none gives none, and never an error', () => {
    const luma = new Uint8Array(100);
    for (const [width, height] of [
      [10, 11],
      [0, 0],
      [-10, -10],
      [10.5, 10],
      [Number.NaN, 10],
      [2 ** 30, 2 ** 30],
    ] as const) {
      expect(lookForQrCodes({ width, height, luma })).toEqual({ codes: [], tried: [], steps: 0 });
    }
    expect(readQrCodes(page(1, 1))).toEqual([]);
    expect(readQrCodes({ width: 0, height: 5, luma: new Uint8Array() })).toEqual([]);
  });
});

describe.each(HOSTILE_SIZES)('of %i × %i pixels', (width, height) => {
  it.each(HOSTILE)(
    '%s costs no more than the cap, and says nothing',
    (name, level) => {
      const { codes, steps, tried } = lookForQrCodes(page(width, height, level));
      expect(codes).toEqual([]);
      expect(steps).toBeLessThanOrEqual(MOST_WORK);
      expect(steps).toBeGreaterThan(width * height); // looked at all the same
      // The readers behind the finder cannot be stopped: they are not even asked where it would cost too much.
      const asked = tried.some((attempt) => attempt.includes('jsqr'));
      const isCheap = width < 1000 || name.includes('as far apart');
      expect(asked && !isCheap).toBe(false);
    },
    30_000,
  );
});

it(`a code among ${ICONS} icons like finder patterns is read`, () => {
  expect(readQrCodes(pageOfIcons(URI))).toEqual([URI]);
});

/** The verdicts on every so-many-th picture of a set: enough to notice, few enough for every run of the tests. */
function verdicts(set: string, every: number): ReadonlyMap<string, Verdict> {
  const folder = corpus(`qr/${set}`);
  const files = folder === null ? [] : readdirSync(folder).filter((file) => file.endsWith('.png'));
  const verdicts = new Map<string, Verdict>();
  for (const file of files.filter((_, at) => at % every === 0)) {
    const path = join(folder ?? '', file);
    const picture = readPng(readFileSync(path));
    if (picture === null || !existsSync(`${path}.json`)) continue;
    const sidecar = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as Parameters<typeof judge>[1];
    verdicts.set(file.replace('.png', ''), judge(readQrCodes(picture), sidecar));
  }
  return verdicts;
}

describe('real pictures', () => {
  it.each([
    ['crop0', 2],
    ['crop16', 3],
    ['vp-modal-1280x800@1', 24],
    ['vp-icons-1920x1080@1', 14],
    ['zxing-qrcode-1', 2],
    ['zxing-qrcode-2', 2],
    ['zxing-qrcode-4', 4],
    ['zbar', 1],
  ])(
    'of %s are read, but for those that are known not to be, which are not',
    (set, every) => {
      const all = verdicts(set, every);
      const missed = [...all].filter(([, verdict]) => verdict !== 'read').map(([name]) => name);
      const known = (KNOWN_MISSES[set] ?? []).filter((name) => all.has(name));
      expect(missed).toEqual(known);
    },
    60_000,
  );
});
