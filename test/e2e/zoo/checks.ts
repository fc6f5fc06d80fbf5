/**
 * What each expectation of the zoo means for the installed extension. A check ends when it has seen what is right, and throws
 * with what it saw in place of it.
 */
import type { Shape } from '../../../demo-site/shapes/shape.ts';
import { Chip } from '../pages/chip.ts';
import type { Popup } from '../pages/popup.ts';
import { until } from '../until.ts';
import type { Keeper } from './keeper.ts';

/** For what is there, or is not. */
const BRIEF = 2_500; // ms

/** @param patience ms */
type Check = (keeper: Keeper, shape: Shape, patience: number) => Promise<void>;

/** One click on the chip, and the page has the right code. */
const fill: Check = async (keeper, _, patience) => {
  const chip = new Chip(keeper.stage.page, patience);
  await chip.press();
  try {
    await until(
      'the page has the right code',
      async () => (await keeper.shape.held()).some(({ verdict }) => verdict === 'right'),
      patience,
    );
    keeper.nextCode();
  } catch (error) {
    await keeper.findNextCode();
    throw error;
  }
};

const fillRecovery: Check = async (keeper, _, patience) => {
  await new Chip(keeper.stage.page, patience).press();
  await until(
    'the page has a recovery code',
    async () => (await keeper.shape.held()).some(({ content }) => keeper.kept.includes(content)),
    patience,
  );
};

const leaveAlone: Check = async (keeper) => {
  await offersNothing(keeper);
  const { popup } = keeper;
  if ((await popup.fills()) !== null) throw new Error(`the popup would fill a ${await popup.fills()}`);
  if ((await popup.found()).length > 0) throw new Error('an account is found');
  if ((await popup.foundCodes()).length > 0) throw new Error('recovery codes are found');
};

const leaveToCopy: Check = async (keeper) => {
  await offersNothing(keeper);
  const { popup } = keeper;
  if ((await popup.fills()) !== null) throw new Error('the popup would fill a code');
  if ((await popup.accountsHere()).length !== 1) throw new Error('no code stands there to be copied');
};

/**
 * By the time that the popup has looked once, all of the extension's script is in the page; by the second time the background has
 * answered whatever that script had to tell, so that no chip is still to come.
 */
async function offersNothing({ shape, popup, stage }: Keeper): Promise<void> {
  for (let look = 0; look < 2; look += 1) {
    await shape.rests();
    await popup.reopen();
    await popup.hasLooked();
  }
  if (await new Chip(stage.page).isThere()) throw new Error('a chip stands there');
}

/** What the popup finds by itself; else what it finds when it is asked to read the page, its picture too. */
const find: Check = async (keeper, { finds = [] }, patience) => {
  const { popup } = keeper;
  // One that is not there yet, or changes, is found by looking again.
  await findsBySelf(popup, finds, finds.length > 1 ? patience : BRIEF).catch(() =>
    findsWhenAsked(keeper, finds),
  );
  const cards = await popup.found();
  const strange = cards.filter((facts) => !finds.some((name) => facts.includes(name)));
  // A key in words that is another one than the QR code's is found too, and said to be.
  if (finds.length > 0 && strange.length > 0 && !(await popup.warnsOfAnotherKey()))
    throw new Error(`found is also ${strange.join(', ')}`);
};

async function findsBySelf(popup: Popup, names: readonly string[], patience: number): Promise<void> {
  const seen = new Set<string>();
  await until(
    `found are ${names.join(' and ') || 'an account without a name'}`,
    async () => {
      await popup.reopen();
      await popup.hasLooked();
      const cards = await popup.found();
      for (const name of names) if (cards.some((facts) => facts.includes(name))) seen.add(name);
      return cards.length > 0 && seen.size === names.length;
    },
    patience,
  );
}

async function findsWhenAsked({ stage }: Keeper, names: readonly string[]): Promise<void> {
  const asked = await stage.popup();
  try {
    await asked.openWaysToAdd();
    await asked.readPage();
    await asked.hasRead();
    const cards = await asked.found();
    const missing = names.filter((name) => !cards.some((facts) => facts.includes(name)));
    if (cards.length === 0 || missing.length > 0)
      throw new Error(`not found, even when asked for: ${missing.join(' and ')}`);
  } finally {
    await asked.close();
    await stage.page.bringToFront();
  }
}

const findCodes: Check = async ({ popup }, { codes = [] }, patience) => {
  await until(
    `found are the codes ${codes.join(' ')}`,
    async () => {
      await popup.reopen();
      await popup.hasLooked();
      return (await popup.foundCodes()).join() === codes.join();
    },
    patience,
  );
};

export const checks: Readonly<Record<Shape['expectation'], Check>> = {
  fill,
  'fill-boxes': fill,
  'by-hand': leaveToCopy,
  quiet: offersNothing,
  nothing: leaveAlone,
  'recovery-field': fillRecovery,
  found: find,
  codes: findCodes,
};
