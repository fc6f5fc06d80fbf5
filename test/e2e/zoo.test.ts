/**
 * Every page of the demo site's zoo says what a correct authenticator does there. The installed extension is taken to all of
 * them, and does it, but for what `zoo/known-misses.ts` names.
 */
import { expect } from 'vitest';
import { shapes } from '../../demo-site/shapes/catalogue.ts';
import type { Group, Shape } from '../../demo-site/shapes/shape.ts';
import { onEachBrowser } from './stage.ts';
import { checks } from './zoo/checks.ts';
import { Keeper } from './zoo/keeper.ts';
import { missesIn } from './zoo/known-misses.ts';

const PATIENCE = 10_000; // ms
/** For what is known to fail: were it mended, it would be there by then. */
const BRIEF = 2_500; // ms

const inGroups = (groups: readonly Group[], digits?: 8): readonly Shape[] =>
  shapes.filter((shape) => groups.includes(shape.group) && shape.digits === digits);

const setUps = inGroups(['pictures', 'hiding']);
const lists = inGroups(['lists']);
const fields = inGroups(['fields', 'boxes', 'frameworks', 'timing', 'frames', 'channels', 'others']);
const longCodes = inGroups(['fields', 'boxes'], 8);

onEachBrowser(
  'on every page of the zoo the extension does what is right there',
  async (stage) => {
    const known = missesIn(stage.kind);
    const misses = new Map<string, string>();
    const keeper = await Keeper.arrive(stage);
    const visit = async (all: readonly Shape[]) => {
      for (const shape of all) {
        const seen = await missOn(keeper, shape, known.has(shape.id) ? BRIEF : PATIENCE);
        if (seen !== null) misses.set(shape.id, seen);
      }
    };
    await visit(setUps);
    await keeper.keepAccount(6);
    await visit(lists);
    await keeper.keepCodes('codes-digits');
    await visit(fields);
    await keeper.removeAccount();
    await keeper.keepAccount(8);
    await visit(longCodes);
    const visited = [...setUps, ...lists, ...fields, ...longCodes];
    expect(new Set(visited)).toEqual(new Set(shapes));
    const unknown = [...misses].filter(([id]) => !known.has(id));
    expect(unknown, 'wrong, and not known to be').toEqual([]);
    const mended = [...known].filter((id) => !misses.has(id));
    expect(mended, 'right, and still among the known misses').toEqual([]);
  },
  { serving: { clock: () => 0 }, timeout: 600_000 },
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
