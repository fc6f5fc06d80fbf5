/** How often each brightness from 0 to 255 occurs; parts of a level are cut off. */
export function histogramOf(levels: Iterable<number> & ArrayLike<number>): Uint32Array {
  const histogram = new Uint32Array(256);
  for (let at = 0; at < levels.length; at++) {
    const level = Math.floor(levels[at] ?? 0);
    histogram[level] = (histogram[level] ?? 0) + 1;
  }
  return histogram;
}

/**
 * The level that parts dark from light with the greatest variance between them; in the middle of a gap between both
 * (Otsu, "A Threshold Selection Method from Gray-Level Histograms", 1979).
 */
export function otsu(histogram: Uint32Array): number {
  const count = histogram.reduce((sum, each) => sum + each, 0);
  const total = histogram.reduce((sum, each, level) => sum + each * level, 0);
  let [best, first, last, dark, darkSum] = [-1, 127, 127, 0, 0];
  for (const [level, each] of histogram.entries()) {
    dark += each;
    darkSum += each * level;
    const light = count - dark;
    if (dark === 0 || light === 0) continue;
    const variance = dark * light * (darkSum / dark - (total - darkSum) / light) ** 2;
    if (variance > best * (1 + 1e-7)) [best, first, last] = [variance, level, level];
    else if (variance >= best * (1 - 1e-7)) last = level;
  }
  return (first + last) / 2 + 0.5;
}

/** The level that a share of all, from 0 to 1, is not above. */
export function quantile(histogram: Uint32Array, share: number): number {
  const wanted = share * histogram.reduce((sum, each) => sum + each, 0);
  let seen = 0;
  return histogram.findIndex((each) => (seen += each) >= wanted && seen > 0);
}
