/** Where the chip stands: beside its field, never on it. CSS pixels of the viewport. */

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const GAP = 6;

/** Right of the field where there is room, else below its right end, else above. */
export function placeFor(field: Area, chip: Size, viewport: Size): { left: number; top: number } {
  const middle = (field.top + field.bottom - chip.height) / 2;
  if (field.right + GAP + chip.width + GAP <= viewport.width) {
    return { left: Math.round(field.right + GAP), top: Math.round(middle) };
  }
  const left = Math.max(GAP, Math.min(field.right, viewport.width - GAP) - chip.width);
  const below = field.bottom + GAP;
  const top = below + chip.height <= viewport.height ? below : field.top - GAP - chip.height;
  return { left: Math.round(left), top: Math.round(top) };
}

/** What all of these take up together. */
export function around(areas: readonly Area[]): Area {
  return {
    left: Math.min(...areas.map(({ left }) => left)),
    top: Math.min(...areas.map(({ top }) => top)),
    right: Math.max(...areas.map(({ right }) => right)),
    bottom: Math.max(...areas.map(({ bottom }) => bottom)),
  };
}
