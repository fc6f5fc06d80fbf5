import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { account } from '../accounts.ts';
import { stage } from './stage.ts';

const nothing = undefined;

test('an account whose record was tampered with is counted, hides no other, and comes back from the copy', async () => {
  const { ui, desk } = await stage();
  await desk.vault.add(account());
  const broken = await desk.vault.add(account({ name: 'bob' }));
  await tamperWith(broken);
  expect(await ui.damaged(nothing, null)).toMatchObject([
    { id: broken, why: 'damaged', named: { name: 'bob' } },
  ]);
  expect((await ui.accounts(nothing, null)).map(({ name }) => name)).toEqual(['alice']);
  expect(await ui.mend(nothing, null)).toBe(0);
  expect(await ui.accounts(nothing, null)).toHaveLength(2);
});

/** Turns one bit of what is stored of an account. */
async function tamperWith(id: string): Promise<void> {
  const database = await openDB('countersign');
  const record = (await database.get('records', id)) as { overview: { ct: Uint8Array } };
  record.overview.ct[0] = (record.overview.ct[0] ?? 0) ^ 1;
  await database.put('records', record);
  database.close();
}
