import { expect, test } from 'vitest';
import { killAgainAndAgain } from '../soak/demo/kills.ts';

test('Killed in the midst of writes, the site with a data file has lost nothing that it acknowledged, and nothing is half there', async () => {
  const { faults, written } = await killAgainAndAgain(2, 7);
  expect(faults).toEqual([]);
  expect(written).toBeGreaterThan(10);
});
