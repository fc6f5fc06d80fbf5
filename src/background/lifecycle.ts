/** What happens around the vault when it opens, locks, or has changed. */
import { isPurgeable } from '../core/life/transitions.ts';
import type { LockSettings } from '../messages/contract.ts';
import type { LockReason } from '../vault/vault.ts';
import type { Desk } from './desk.ts';

/** After an unlock: pages may now be offered something, and the trash is emptied of what is past its days. */
export async function afterUnlock(desk: Desk): Promise<void> {
  await emptyOldTrash(desk);
  await desk.surroundings.wakeAt(await desk.vault.deadline());
  await followIdle(desk);
  await lookAgain(desk, await desk.surroundings.webTabs());
}

/**
 * The pages are asked before our views hear of it: once a person has read in these that all is done, the browser may end
 * us at any time, and nobody else would ask a page that has nothing new to tell.
 */
async function lookAgain(desk: Desk, tabs: readonly number[]): Promise<void> {
  const asked = tabs.map((tab) => desk.pages.again(tab));
  desk.surroundings.tellUi();
  await Promise.all(asked);
}

async function emptyOldTrash({ vault, now }: Desk): Promise<void> {
  if (await vault.isReadOnly()) return;
  const kept = await vault.list();
  const old = kept.filter(({ overview }) => isPurgeable(overview, now())).map(({ id }) => id);
  if (old.length > 0) await vault.purge(old);
}

/** After a lock, whoever or whatever locked: nothing that was offered can still be had, and every view is blank. */
async function afterLock(desk: Desk): Promise<void> {
  desk.decoder.forget();
  await desk.tickets.voidAll();
  desk.surroundings.tellUi();
  await desk.surroundings.wakeAt(null);
  await everyPage(desk, (tab) => desk.pages.withdraw(tab));
}

async function lockBecause(desk: Desk, because: LockReason): Promise<void> {
  await desk.vault.lock(because);
  await afterLock(desk);
}

/** A person said so. */
export async function lockNow(desk: Desk): Promise<void> {
  await lockBecause(desk, 'hand');
}

/** The deadline may have passed or moved: lock if it is time, else ask to be woken at the new one. */
export async function keepDeadline(desk: Desk): Promise<void> {
  const deadline = await desk.vault.deadline();
  if (deadline === null) await afterLock(desk);
  else await desk.surroundings.wakeAt(deadline);
}

/** As chosen, or else as is good for most. */
export async function lockSettings({ vault }: Desk): Promise<LockSettings> {
  return { lockOnIdleMinutes: 15, lockOnScreenLock: true, ...(await vault.settings()) };
}

/**
 * Asks to hear when nobody has used the computer for as long as the settings say. At each start of the background
 * too, for the browser may have gone back to its own interval.
 */
export async function followIdle(desk: Desk): Promise<void> {
  if ((await desk.vault.state()) !== 'open') return;
  const { lockOnIdleMinutes } = await lockSettings(desk);
  if (lockOnIdleMinutes !== null) desk.surroundings.hearOfIdleAfter(lockOnIdleMinutes * 60);
}

/** The computer is not used, or its screen was locked. */
export async function onIdleState(desk: Desk, state: 'idle' | 'locked'): Promise<void> {
  if ((await desk.vault.state()) !== 'open') return;
  const { lockOnIdleMinutes, lockOnScreenLock } = await lockSettings(desk);
  if (state === 'locked' && lockOnScreenLock) return lockBecause(desk, 'screen');
  if (lockOnIdleMinutes === null) return;
  // It may have been told of after the browser's own interval, which is shorter.
  if (await desk.surroundings.isIdleFor(lockOnIdleMinutes * 60)) await lockBecause(desk, 'idle');
  else await followIdle(desk);
}

/** After accounts have changed: our views and the page that they concern look again. */
export async function afterChange(desk: Desk): Promise<void> {
  const tab = await desk.surroundings.subjectTab();
  await lookAgain(desk, tab === null ? [] : [tab.id]);
}

/** After it was chosen what is offered where: every page looks again, for it may be one of those. */
export async function afterChoice(desk: Desk): Promise<void> {
  await lookAgain(desk, await desk.surroundings.webTabs());
}

async function everyPage(desk: Desk, act: (tab: number) => Promise<unknown>): Promise<void> {
  await Promise.all((await desk.surroundings.webTabs()).map(act));
}
