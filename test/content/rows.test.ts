import { describe, expect, test } from 'vitest';
import { inRows, type Box } from '../../src/content/rows.ts';

const box = (said: Partial<Box> = {}): Box => ({
  type: 'text',
  maxLength: 1,
  next: false,
  declared: false,
  top: 100,
  width: 40,
  height: 40,
  ...said,
});

const lengths = (boxes: readonly Box[]): readonly number[] => inRows(boxes).map(({ length }) => length);
const many = (count: number, said: Partial<Box> = {}) => Array.from({ length: count }, () => box(said));

describe('a row is', () => {
  test.each<[string, readonly Box[]]>([
    ['boxes of one character', many(6)],
    ['boxes of one character on two lines', [...many(3), ...many(3, { top: 160 })]],
    ['boxes of which the first takes the whole code', [box({ maxLength: 6 }), ...many(5)]],
    ['boxes that each take the whole code', many(6, { maxLength: 6 })],
    ['narrow boxes of no length on one line', many(6, { maxLength: -1 })],
    [
      'wide boxes for digits with nothing between',
      [box({ maxLength: -1, width: 200 }), ...many(5, { maxLength: -1, width: 200, next: true })],
    ],
    [
      'wide boxes below each other, each declared for a code',
      [1, 2, 3, 4, 5, 6].map((line) => box({ top: line * 50, maxLength: -1, width: 200, declared: true })),
    ],
    [
      'boxes of which the last takes the whole code, on a line of its own',
      [...many(5, { width: 200, next: true }), box({ maxLength: 6, width: 200, top: 160, next: true })],
    ],
  ])('%s', (_, boxes) => {
    expect(lengths(boxes)).toEqual([6]);
  });
});

describe('no row are', () => {
  test.each<[string, readonly Box[]]>([
    ['the three parts of a date', many(3, { maxLength: 2 })],
    ['the four parts of a card number', many(4, { maxLength: 4, width: 160 })],
    ['fields of a form', many(5, { maxLength: -1, width: 240 })],
    ['narrow fields below each other', [100, 150, 200, 250].map((top) => box({ top, maxLength: -1 }))],
    ['fields of several types', ['text', 'tel', 'number', 'password'].map((type) => box({ type }))],
    ['the cells of a wide table', many(12)],
    ['two fields that are each declared for a code', many(2, { maxLength: -1, width: 200, declared: true })],
  ])('%s', (_, boxes) => {
    expect(lengths(boxes)).toEqual(boxes.map(() => 1));
  });
});

test('a row ends where another field begins, and every field is in one row, in its order', () => {
  const boxes = [box({ maxLength: 64, width: 300 }), ...many(6), box({ maxLength: -1, width: 300 })];
  expect(lengths(boxes)).toEqual([1, 6, 1]);
  expect(inRows(boxes).flat()).toEqual(boxes);
});
