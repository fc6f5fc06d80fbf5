/** How a code gets into a page, and what is done where it does not: on pages of the zoo, with a person's own clicks. */
import { expect } from 'vitest';
import { Scratchpad } from './pages/scratchpad.ts';
import { onEachBrowser, type Stage } from './stage.ts';
import { until } from './until.ts';
import { Keeper } from './zoo/keeper.ts';

const FIELD = 'form input[data-watched]';

async function arrive(stage: Stage): Promise<Keeper> {
  const keeper = await Keeper.arrive(stage);
  await keeper.keepAccount(6);
  return keeper;
}

async function typeInto({ page }: Stage, text: string): Promise<void> {
  await page.locator(FIELD).click();
  await page.keyboard.type(text);
}

const contentOf = ({ page }: Stage): Promise<string> => page.$eval(FIELD, ({ value }) => value);

async function isRight({ shape }: Keeper): Promise<void> {
  await until('the page has the right code', async () =>
    (await shape.held()).some(({ verdict }) => verdict === 'right'),
  );
}

async function keepsWhatIsTyped(keeper: Keeper): Promise<void> {
  const { stage, shape } = keeper;
  await shape.visit('takes-recovery-too');
  await typeInto(stage, 'my notes');
  await stage.chip.press();
  await stage.chip.goes();
  expect(await contentOf(stage)).toBe('my notes');
}

async function offersToCopy(keeper: Keeper): Promise<void> {
  const { stage, shape } = keeper;
  // Boxes that undo what is typed, and take what is pasted.
  await shape.visit('boxes-paste-only');
  await stage.chip.press();
  await stage.chip.press();
  await new Scratchpad(stage.page, FIELD).paste();
  await isRight(keeper);
  keeper.nextCode();
}

async function sendsNothing(keeper: Keeper): Promise<void> {
  const { stage, shape } = keeper;
  await shape.visit('declared');
  await stage.chip.press();
  await isRight(keeper);
  // Of the counter 0 (RFC 4226, appendix D): none was spent on a field that was occupied.
  expect(await contentOf(stage)).toBe('755224');
  keeper.nextCode();
}

onEachBrowser(
  'what else is typed stays and costs no code, what a field does not keep can be copied, and nothing is sent',
  async (stage) => {
    const keeper = await arrive(stage);
    await keepsWhatIsTyped(keeper);
    await sendsNothing(keeper);
    await offersToCopy(keeper);
  },
  { serving: { clock: () => 0 }, beside: true },
);

async function putsBehindPassword(keeper: Keeper, id: string): Promise<void> {
  const { stage, shape } = keeper;
  await shape.visit(id);
  await typeInto(stage, 'Pass word 1');
  await stage.chip.press();
  const whole = await until(
    'the code stands behind it',
    async () => (await contentOf(stage)).match(/^Pass word 1\d{6}$/)?.[0],
  );
  expect(whole).toHaveLength(17);
  keeper.nextCode();
}

onEachBrowser(
  'on the sites that were chosen for it, a code goes behind the password, and the form is sent',
  async (stage) => {
    const keeper = await arrive(stage);
    await keeper.chooseForSite('siteAppend');
    await putsBehindPassword(keeper, 'appended-to-password');
    // Nothing on this one says that a code is wanted.
    await putsBehindPassword(keeper, 'sign-in');
    await keeper.shape.visit('sign-in');
    await stage.chip.appears();
    await keeper.chooseForSite('siteAppend', false);
    await stage.chip.goes();
    await keeper.chooseForSite('siteSubmit');
    await keeper.shape.visit('declared');
    await stage.chip.press();
    // What the site answers to a form that was sent: that its code is right, beside a field that is empty again.
    await until('the site has answered', async () => {
      const [held] = await keeper.shape.held();
      return held?.verdict === 'right' && held.content === '';
    });
  },
  { serving: { clock: () => 0 }, beside: true },
);
