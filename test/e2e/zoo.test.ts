/**
 * Every page of the demo site's zoo says what a correct authenticator does there. The installed extension is taken to all of
 * them, and does it, but for what `zoo/known-misses.ts` names.
 */
import { expect, test } from 'vitest';
import { shapes } from '../../demo-site/shapes/catalogue.ts';
import type { Group, Shape } from '../../demo-site/shapes/shape.ts';
import { onEachBrowser, type Stage } from './stage.ts';
import { PATIENCE } from './until.ts';
import { checks } from './zoo/checks.ts';
import { Keeper } from './zoo/keeper.ts';
import { missesIn } from './zoo/known-misses.ts';

/** For what is known to fail: were it mended, it would be there by then. */
const BRIEF = 2_500; // ms

const inGroups = (groups: readonly Group[], digits?: 8): readonly Shape[] =>
  shapes.filter((shape) => groups.includes(shape.group) && shape.digits === digits);

const pictures = inGroups(['pictures', 'hiding']);
const lists = inGroups(['lists']);
const fields = inGroups(['fields', 'boxes', 'frameworks', 'timing']);
const longCodes = inGroups(['fields', 'boxes'], 8);
const surroundings = inGroups(['frames', 'channels', 'others']);

test('every page of the zoo is on one of the ways', () => {
  const visited = [pictures, lists, fields, longCodes, surroundings].flat();
  expect(new Set(visited)).toEqual(new Set(shapes));
});

/** One way through the zoo: `visit` takes the extension to pages. */
type Way = (keeper: Keeper, visit: (all: readonly Shape[]) => Promise<void>) => Promise<void>;

function onEachPage(subject: string, way: Way): void {
  const play = async (stage: Stage) => {
    const known = missesIn(stage.kind);
    const misses = new Map<string, string>();
    const visited = new Set<string>();
    const keeper = await Keeper.arrive(stage);
    await way(keeper, async (all) => {
      for (const shape of all) {
        visited.add(shape.id);
        const seen = await missOn(keeper, shape, known.has(shape.id) ? BRIEF : PATIENCE);
        if (seen !== null) misses.set(shape.id, seen);
      }
    });
    const unknown = [...misses].filter(([id]) => !known.has(id));
    expect(unknown, 'wrong, and not known to be').toEqual([]);
    const mended = [...known].filter((id) => visited.has(id) && !misses.has(id));
    expect(mended, 'right, and still among the known misses').toEqual([]);
  };
  onEachBrowser(subject, play, { serving: { clock: () => 0 }, beside: true });
}

onEachPage('QR codes, keys and lists of the zoo are found', async (keeper, visit) => {
  await visit(pictures);
  await keeper.keepAccount(6);
  await visit(lists);
});

onEachPage('fields and boxes of the zoo get their code', async (keeper, visit) => {
  await keeper.keepAccount(6);
  await keeper.keepCodes('codes-digits');
  await visit(fields);
  await keeper.removeAccount();
  await keeper.keepAccount(8);
  await visit(longCodes);
});

onEachPage(
  'frames, other channels and other fields of the zoo get what is right there',
  async (keeper, visit) => {
    await keeper.keepAccount(6);
    await keeper.keepCodes('codes-digits');
    await visit(surroundings);
  },
);

/** What happened in place of what is right, or null. */
async function missOn(keeper: Keeper, shape: Shape, patience: number): Promise<string | null> {
  try {
    await keeper.shape.visit(shape.id);
    await keeper.shape.goOn();
    await checks[shape.expectation](keeper, shape, patience);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
