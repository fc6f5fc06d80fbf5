/** Shows what stands further down, for pictures of the page to be taken, and then what was shown before. */
const STEP = 0.8; // of what is shown at once, so that nothing is cut in two each time

export function createScroll(): (request: { to: 'down' | 'up' }) => boolean {
  let before: number | null = null;
  return ({ to }) => {
    if (to === 'up') {
      if (before !== null) scrollTo({ top: before, behavior: 'instant' });
      before = null;
      return true;
    }
    const from = scrollY;
    before ??= from;
    scrollBy({ top: innerHeight * STEP, behavior: 'instant' });
    return scrollY > from;
  };
}
