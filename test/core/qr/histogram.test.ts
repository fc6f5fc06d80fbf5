import { describe, expect, it } from 'vitest';
import { histogramOf, otsu, quantile } from '../../../src/core/qr/histogram.ts';

describe('a histogram', () => {
  it('is parted in the middle of the gap between dark and light', () => {
    expect(otsu(histogramOf([20, 20, 20, 30, 200, 210]))).toBe(115.5 - 0.5);
    expect(otsu(histogramOf([150, 170]))).toBe(160 - 0.5 + 0.5);
  });

  it('gives the level that a share is not above', () => {
    const histogram = histogramOf(Uint8Array.from({ length: 101 }, (_, at) => at));
    expect(quantile(histogram, 0.5)).toBe(50);
    expect(quantile(histogram, 1)).toBe(100);
  });
});
