import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { account } from '../accounts.ts';
import { password, stage } from './stage.ts';

const nothing = undefined;

test.each(['overview', 'secret'] as const)(
  'an account whose %s was tampered with is named, hides no other, and comes back from the copy',
  async (half) => {
    const { ui, desk } = await stage();
    const good = await desk.vault.add(account());
    const broken = await desk.vault.add(account({ name: 'bob' }));
    await tamperWith(broken, half);
    expect(await ui.damaged(nothing, null)).toMatchObject([
      { id: broken, why: 'damaged', named: { name: 'bob' } },
    ]);
    const readable = await ui.codes(nothing, null);
    expect(readable.map(({ id }) => id)).toEqual([good]);
    expect((await ui.accounts(nothing, null)).map(({ id }) => id)).toContain(good);
    expect(await ui.exportPlain({ proof: { password } }, null)).toMatchObject({ accounts: 1 });
    expect(await ui.mend(nothing, null)).toBe(0);
    expect(await ui.codes(nothing, null)).toHaveLength(2);
  },
);

/** Turns one bit of what is stored of an account. */
async function tamperWith(id: string, half: 'overview' | 'secret'): Promise<void> {
  const database = await openDB('countersign');
  const record = (await database.get('records', id)) as Record<typeof half, { ct: Uint8Array }>;
  record[half].ct[0] = (record[half].ct[0] ?? 0) ^ 1;
  await database.put('records', record);
  database.close();
}
