import { assert, integer, nat, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { around, placesFor, type Area } from '../../src/content/place.ts';

const size = { width: 94, height: 28 };
const area = tuple(nat(2000), nat(2000), integer({ min: 20, max: 800 }), integer({ min: 16, max: 80 })).map(
  ([left, top, width, height]) => ({ left, top, right: left + width, bottom: top + height }),
);

const cover = (a: Area, b: Area): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

test('the chip stands on its field only where the field is wide enough for a code beside it', () => {
  assert(
    property(area, (field) => {
      for (const place of placesFor(field, size)) {
        if (cover(place, field)) expect(place.left - field.left).toBeGreaterThan(160);
      }
    }),
  );
});

test('every place is of the chip’s size, and none begins left of the page', () => {
  assert(
    property(area, (field) => {
      for (const { left, top, right, bottom } of placesFor(field, size)) {
        expect([right - left, bottom - top]).toEqual([size.width, size.height]);
        expect(left).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test('a row of boxes is one field', () => {
  const boxes = [10, 60, 110].map((left) => ({ left, top: 5, right: left + 40, bottom: 45 }));
  expect(around(boxes)).toEqual({ left: 10, top: 5, right: 150, bottom: 45 });
});
