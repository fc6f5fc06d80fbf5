/** Whose word is the answer to a code that a frame was given. */
import { expect, test } from 'vitest';
import { account } from '../accounts.ts';
import { emptyPage, prompt, sender, stage } from './stage.ts';

const inFrame = { ...sender('https://cloud.example', 'doc-frame'), frame: 5 };
const sibling = { ...sender('https://cloud.example', 'doc-sibling'), frame: 6 };
const top = sender('https://cloud.example', 'doc-top');

/** A pending account whose code was given to a frame; `frames` are those that the tab has then. */
async function given(frames: readonly number[]) {
  const set = await stage();
  const id = await set.desk.vault.add(account({ state: 'pending' }));
  const [chip] = await set.page.report(prompt(), inFrame);
  await set.page.redeem({ ticket: chip?.ticket ?? '' }, inFrame);
  await set.page.submitted(undefined, inFrame);
  set.world.frames = frames.map((frame) => ({ tab: 1, frame, site: top.site }));
  const stateOf = async () => (await set.desk.vault.read(id)).overview.state;
  return { ...set, stateOf };
}

test('the frame answers for itself', async () => {
  const { page, stateOf } = await given([0, 5, 6]);
  await page.report(emptyPage, inFrame);
  expect(await stateOf()).toBe('active');
});

test('neither the page around it nor the frame beside it answers while it is there', async () => {
  const { page, stateOf } = await given([0, 5, 6]);
  await page.report(emptyPage, top);
  await page.report(emptyPage, sibling);
  expect(await stateOf()).toBe('pending');
});

test('once it is gone the page around it answers, and the frame beside it does not', async () => {
  const { page, stateOf } = await given([0, 6]);
  await page.report(emptyPage, sibling);
  expect(await stateOf()).toBe('pending');
  await page.report(emptyPage, top);
  expect(await stateOf()).toBe('active');
});

test('a page of another host that came in its place answers nothing', async () => {
  const { page, stateOf } = await given([0]);
  await page.report(emptyPage, sender('https://evil.example', 'doc-evil'));
  expect(await stateOf()).toBe('pending');
});

test('a code that the page itself was given is no frame’s to answer', async () => {
  const set = await stage();
  const id = await set.desk.vault.add(account({ state: 'pending' }));
  const [chip] = await set.page.report(prompt(), top);
  await set.page.redeem({ ticket: chip?.ticket ?? '' }, top);
  await set.page.submitted(undefined, top);
  await set.page.report(emptyPage, inFrame);
  expect((await set.desk.vault.read(id)).overview.state).toBe('pending');
});

test('what a frame shows does not mark the button of its tab', async () => {
  const set = await stage();
  await set.page.report(emptyPage, inFrame);
  expect(set.world.marks).toEqual([]);
  await set.page.report(emptyPage, top);
  expect(set.world.marks).toEqual([null]);
});
