/** Codes by the site's clock, where this device's is wrong. */
import { describe, expect, test } from 'vitest';
import { codeAt } from '../../src/core/otp.ts';
import { account } from '../accounts.ts';
import { password, prompt, sender, stage } from './stage.ts';

const BEHIND = 95_000;

async function seated() {
  const set = await stage();
  const id = await set.desk.vault.add(account());
  const respond = (host: string, ahead = BEHIND, scheme = 'https') =>
    set.desk.clocks.heard({
      url: `${scheme}://${host}/login`,
      headers: [{ name: 'date', value: new Date(set.world.now + ahead).toUTCString() }],
      at: set.world.now,
    });
  const view = async () => (await set.ui.accounts(undefined, null)).find((one) => one.id === id);
  const { overview, secret } = account();
  const codeOf = (time: number) => codeAt(overview.parameters, secret.secret, time);
  return { ...set, id, respond, view, codeOf };
}

describe('after two responses of the account’s own site', () => {
  test('the codes are those of the site’s time, and it is said by how much', async () => {
    const { respond, view, ui, world, codeOf } = await seated();
    await respond('cloud.example');
    await respond('cloud.example');
    expect((await view())?.clockAhead).toBe(95);
    const [shown] = await ui.codes(undefined, null);
    expect(shown?.code).toBe(codeOf(world.now + BEHIND));
    expect(shown?.code).not.toBe(codeOf(world.now));
    // Its period is counted down by our clock.
    expect(shown?.from).toBeLessThanOrEqual(world.now);
    expect(shown?.until).toBeGreaterThan(world.now);
  });

  test('the page gets the same code, or is told in our time when to ask again', async () => {
    const { respond, page, world, codeOf } = await seated();
    world.now = 1_700_000_005_000;
    await respond('cloud.example');
    await respond('cloud.example');
    const [chip] = await page.report(prompt(), sender());
    const given = await page.redeem({ ticket: chip?.ticket ?? '' }, sender());
    expect(given).toMatchObject({ release: 'code', code: codeOf(world.now + BEHIND) });
    const [again] = await page.report(prompt(), sender('https://cloud.example', 'doc-1'));
    const second = await page.redeem({ ticket: again?.ticket ?? '' }, sender());
    expect(second).toMatchObject({ release: 'wait' });
    if (second.release === 'wait') {
      expect(second.until).toBeGreaterThan(world.now);
      expect(second.until).toBeLessThanOrEqual(world.now + 30_000);
    }
  });

  test('a worker that has just woken still knows', async () => {
    const { respond, wake, world, codeOf } = await seated();
    await respond('cloud.example');
    await respond('cloud.example');
    const [shown] = await wake().ui.codes(undefined, null);
    expect(shown?.code).toBe(codeOf(world.now + BEHIND));
  });
});

describe('nothing is learnt of the time from', () => {
  test.each([
    ['another host', 'evil.example', 'https'],
    ['another host of the same site', 'www.cloud.example', 'https'],
    ['the same host over a way that others can write on', 'cloud.example', 'http'],
  ])('%s', async (_, host, scheme) => {
    const { respond, view, memory } = await seated();
    await respond(host, BEHIND, scheme);
    await respond(host, BEHIND, scheme);
    expect((await view())?.clockAhead).toBe(0);
    expect(memory.get('clocks')).toBeUndefined();
  });

  test('any site while the vault is locked', async () => {
    const { respond, ui, view } = await seated();
    await ui.lock(undefined, null);
    await respond('cloud.example');
    await respond('cloud.example');
    await ui.unlock({ password }, null);
    expect((await view())?.clockAhead).toBe(0);
  });
});
