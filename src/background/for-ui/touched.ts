/** What a person's doing does to the vault's deadline. */
import type { Account } from '../../core/account.ts';
import type { Desk } from '../desk.ts';
import { afterChange, keepDeadline } from '../lifecycle.ts';

/** A person did something: the vault stays open for another while. */
export async function touched(desk: Desk): Promise<void> {
  await desk.vault.touch();
  await keepDeadline(desk);
}

/** Changes one account on a person's word. */
export async function changeOne(desk: Desk, id: string, edit: (account: Account) => Account): Promise<null> {
  await desk.vault.change([id], edit);
  await touched(desk);
  await afterChange(desk);
  return null;
}
