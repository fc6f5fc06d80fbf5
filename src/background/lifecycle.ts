/** What happens around the vault when it opens, locks, or has changed. */
import { isPurgeable } from '../core/life/transitions.ts';
import type { Desk } from './desk.ts';

/** After an unlock: pages may now be offered something, and the trash is emptied of what is past its days. */
export async function afterUnlock(desk: Desk): Promise<void> {
  const kept = await desk.vault.list();
  const old = kept.filter(({ overview }) => isPurgeable(overview, desk.now())).map(({ id }) => id);
  if (old.length > 0) await desk.vault.purge(old);
  await desk.surroundings.wakeAt(await desk.vault.deadline());
  desk.surroundings.tellUi();
  await everyPage(desk, (tab) => desk.pages.again(tab));
}

/** After a lock, whoever or whatever locked: nothing that was offered can still be had, and every view is blank. */
export async function afterLock(desk: Desk): Promise<void> {
  desk.decoder.forget();
  await desk.tickets.voidAll();
  desk.surroundings.tellUi();
  await desk.surroundings.wakeAt(null);
  await everyPage(desk, (tab) => desk.pages.withdraw(tab));
}

/** The deadline may have passed or moved: lock if it is time, else ask to be woken at the new one. */
export async function keepDeadline(desk: Desk): Promise<void> {
  const deadline = await desk.vault.deadline();
  if (deadline === null) await afterLock(desk);
  else await desk.surroundings.wakeAt(deadline);
}

/** After accounts have changed: our views and the pages that they concern look again. */
export async function afterChange(desk: Desk): Promise<void> {
  desk.surroundings.tellUi();
  const tab = await desk.surroundings.subjectTab();
  if (tab !== null) await desk.pages.again(tab.id);
}

async function everyPage(desk: Desk, act: (tab: number) => Promise<unknown>): Promise<void> {
  await Promise.all((await desk.surroundings.webTabs()).map(act));
}
