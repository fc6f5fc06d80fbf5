import { describe, expect, test } from 'vitest';
import type { PageFacts } from '../../src/core/field/facts.ts';
import type { Chip } from '../../src/messages/contract.ts';
import { account } from '../accounts.ts';
import { password, prompt, recoveryPrompt, sender, stage } from './stage.ts';

/** The one chip that a page is offered. */
function only(chips: readonly Chip[]): Chip {
  const [chip, ...more] = chips;
  if (chip === undefined || more.length > 0) throw new Error(`${chips.length} chips`);
  return chip;
}

async function withAccount(overview = {}, codes: readonly string[] = [], now?: number) {
  const set = await stage(now);
  const id = await set.desk.vault.add(account(overview, codes));
  return { ...set, id };
}

describe('a chip at the prompt of the bound host', () => {
  test('gives one code, the one of this moment', async () => {
    const parameters = { kind: 'totp', algorithm: 'SHA1', digits: 8, period: 30 };
    // RFC 6238 appendix B: at 1111111111 the code is 14050471. Three seconds on, it is so still.
    const { page } = await withAccount({ parameters }, [], 1_111_111_113_000);
    const chip = only(await page.report(prompt(), sender()));
    expect(chip).toMatchObject({ kind: 'fill', field: 1 });
    const release = await page.redeem({ ticket: chip.ticket }, sender());
    expect(release).toEqual({
      release: 'code',
      code: '14050471',
      // The end of the half minute in which that second lies.
      until: 1_111_111_140_000,
      append: false,
      submit: false,
    });
  });

  test('gives none for a field in which something else stands, and spends none', async () => {
    const { page } = await withAccount();
    const first = only(await page.report(prompt({ holds: 'other' }), sender()));
    const occupied = { release: 'none', because: 'occupied' };
    expect(await page.redeem({ ticket: first.ticket, occupied: true }, sender())).toEqual(occupied);
    const second = only(await page.report(prompt(), sender()));
    expect(await page.redeem({ ticket: second.ticket }, sender())).toMatchObject({ release: 'code' });
  });

  test('is good once', async () => {
    const { page } = await withAccount();
    const { ticket } = only(await page.report(prompt(), sender()));
    await page.redeem({ ticket }, sender());
    expect(await page.redeem({ ticket }, sender())).toEqual({ release: 'none', because: 'refused' });
  });

  test('names no account, no host and no secret', async () => {
    const { page, id } = await withAccount();
    const told = JSON.stringify(await page.report(prompt(), sender()));
    for (const word of [id, 'alice', 'Cloud', 'cloud.example']) expect(told).not.toContain(word);
  });

  test('lets the next code wait for the next period, for the provider has spent this one', async () => {
    const { page, world } = await withAccount();
    const first = only(await page.report(prompt(), sender()));
    await page.redeem({ ticket: first.ticket }, sender());
    const second = only(await page.report(prompt(), sender('https://cloud.example', 'doc-2')));
    const wait = await page.redeem({ ticket: second.ticket }, sender('https://cloud.example', 'doc-2'));
    if (wait.release !== 'wait') throw new Error(wait.release);
    expect(wait.until % 30_000).toBe(0);
    world.now = wait.until;
    world.page = prompt();
    expect(
      await page.redeem({ ticket: wait.ticket }, sender('https://cloud.example', 'doc-2')),
    ).toMatchObject({
      release: 'code',
    });
  });

  const wentOn: readonly [string, PageFacts | null][] = [
    ['the same field wants a recovery code', recoveryPrompt()],
    ['the same field wants something else', prompt({ name: 'q', autocomplete: '', label: 'Search' })],
    ['another field wants a code', prompt({ key: 2 })],
    ['the page does not answer', null],
  ];
  test.each(wentOn)('gives none after a wait in which %s', async (_, now) => {
    const { page, world } = await withAccount();
    await page.redeem({ ticket: only(await page.report(prompt(), sender())).ticket }, sender());
    const again = sender('https://cloud.example', 'doc-2');
    const second = only(await page.report(prompt(), again));
    const wait = await page.redeem({ ticket: second.ticket }, again);
    if (wait.release !== 'wait') throw new Error(wait.release);
    world.now = wait.until;
    world.page = now;
    expect(await page.redeem({ ticket: wait.ticket }, again)).toEqual({
      release: 'none',
      because: 'refused',
    });
    // None was spent: where it is wanted again, it is given.
    world.page = 'as reported';
    const third = only(await page.report(prompt(), again));
    expect(await page.redeem({ ticket: third.ticket }, again)).toMatchObject({ release: 'code' });
  });

  test('is not kept back for a year after a clock that was a year ahead was set right', async () => {
    const { page, ui, world } = await withAccount({}, [], 1_731_536_010_000);
    await page.redeem({ ticket: only(await page.report(prompt(), sender())).ticket }, sender());
    world.now = 1_700_000_010_000;
    // A clock that goes back locks the vault.
    await ui.unlock({ password }, null);
    const again = sender('https://cloud.example', 'doc-2');
    const later = sender('https://cloud.example', 'doc-3');
    const second = only(await page.report(prompt(), again));
    expect(await page.redeem({ ticket: second.ticket }, again)).toMatchObject({ release: 'code' });
    const third = only(await page.report(prompt(), later));
    expect(await page.redeem({ ticket: third.ticket }, later)).toMatchObject({ release: 'wait' });
  });

  test.each(wentOn)('gives none when by the time of the click %s', async (_, now) => {
    const { page, world } = await withAccount();
    const { ticket } = only(await page.report(prompt(), sender()));
    world.page = now;
    expect(await page.redeem({ ticket }, sender())).toEqual({ release: 'none', because: 'refused' });
  });

  test('waits when the period is about to end', async () => {
    const { page, world } = await withAccount();
    world.now = 1_700_000_036_000 - (1_700_000_036_000 % 30_000) + 26_000;
    const { ticket } = only(await page.report(prompt(), sender()));
    expect(await page.redeem({ ticket }, sender())).toMatchObject({ release: 'wait' });
  });

  test.each([
    [1, 600, 'code'],
    [1, 700, 'wait'],
    [5, 3_300, 'code'],
    [5, 3_400, 'wait'],
    [15, 9_999, 'code'],
    [15, 10_001, 'wait'],
    [60, 54_999, 'code'],
    [60, 55_001, 'wait'],
  ])(
    'of a period of %i s waits with what is too short to be sent: %i ms on, %s',
    async (period, ms, then) => {
      const parameters = { kind: 'totp', algorithm: 'SHA1', digits: 6, period };
      const { page, world } = await withAccount({ parameters });
      world.now += 60_000 - (world.now % 60_000) + ms;
      const { ticket } = only(await page.report(prompt(), sender()));
      expect(await page.redeem({ ticket }, sender())).toMatchObject({ release: then });
    },
  );

  test('of a long period waits to its end with a ticket that is still good then', async () => {
    const parameters = { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 780 };
    const { page, world } = await withAccount({ parameters });
    world.now += 780_000 - (world.now % 780_000);
    await page.redeem({ ticket: only(await page.report(prompt(), sender())).ticket }, sender());
    const wait = await page.redeem({ ticket: only(await page.report(prompt(), sender())).ticket }, sender());
    if (wait.release !== 'wait') throw new Error(wait.release);
    world.now = wait.until;
    expect(await page.redeem({ ticket: wait.ticket }, sender())).toMatchObject({ release: 'code' });
  });

  test('spends one step among redemptions at the same moment', async () => {
    const { page, world } = await withAccount();
    const keys = [1, 2, 3, 4];
    const tickets = await Promise.all(
      keys.map(async (key) => only(await page.report(prompt({ key }), sender())).ticket),
    );
    world.page = { ...prompt(), fields: keys.flatMap((key) => prompt({ key }).fields) };
    const releases = await Promise.all(tickets.map(async (ticket) => page.redeem({ ticket }, sender())));
    expect(releases.map(({ release }) => release).toSorted()).toEqual(['code', 'wait', 'wait', 'wait']);
  });

  test('survives the end of the worker between any two steps', async () => {
    const set = await withAccount();
    const { ticket } = only(await set.wake().page.report(prompt(), sender()));
    expect(await set.wake().page.redeem({ ticket }, sender())).toMatchObject({ release: 'code' });
    set.world.now += 60_000;
    await set.wake().page.report(prompt({ holds: 'nothing' }), sender('https://cloud.example', 'doc-2'));
    expect(await set.wake().desk.vault.list()).toHaveLength(1);
  });
});

describe('a ticket', () => {
  const thieves: readonly [string, ReturnType<typeof sender>][] = [
    ['another host', sender('https://evil.example')],
    ['the same host on another port', sender('https://cloud.example:8443')],
    ['another document of the host', sender('https://cloud.example', 'doc-2')],
    ['another tab', sender('https://cloud.example', 'doc-1', 2)],
    ['the host without encryption', sender('http://cloud.example')],
  ];

  test.each(thieves)('is worth nothing to %s, and stays good for its own', async (_, thief) => {
    const { page } = await withAccount();
    const { ticket } = only(await page.report(prompt(), sender()));
    expect(await page.redeem({ ticket }, thief)).toEqual({ release: 'none', because: 'refused' });
    expect((await page.redeem({ ticket }, sender())).release).toBe('code');
  });

  test('is worth nothing after five minutes', async () => {
    const { page, world } = await withAccount();
    const { ticket } = only(await page.report(prompt(), sender()));
    world.now += 5 * 60_000;
    expect(await page.redeem({ ticket }, sender())).toMatchObject({ release: 'none' });
  });

  test('is worth nothing after a lock, even when the vault is open again', async () => {
    const { page, ui } = await withAccount();
    const { ticket } = only(await page.report(prompt(), sender()));
    await ui.lock(undefined, null);
    await expect(page.redeem({ ticket }, sender())).resolves.toMatchObject({ release: 'none' });
    await ui.unlock({ password }, null);
    expect(await page.redeem({ ticket }, sender())).toMatchObject({ release: 'none' });
  });

  test('is worth nothing once the account was removed', async () => {
    const { page, ui, id } = await withAccount();
    const { ticket } = only(await page.report(prompt(), sender()));
    await ui.remove({ id }, null);
    expect(await page.redeem({ ticket }, sender())).toMatchObject({ release: 'none' });
  });

  test('that was guessed is none', async () => {
    const { page } = await withAccount();
    for (const ticket of ['', 'constructor', '__proto__', crypto.randomUUID()]) {
      expect(await page.redeem({ ticket }, sender())).toEqual({ release: 'none', because: 'refused' });
    }
  });

  test('is one of few: a page that reports without end keeps only its newest', async () => {
    const { page, memory } = await withAccount();
    for (let key = 1; key <= 50; key++) await page.report(prompt({ key }), sender());
    expect(Object.keys(memory.get('tickets') as object).length).toBeLessThanOrEqual(8);
  });
});

describe('nothing is offered', () => {
  const elsewhere = [
    'https://c1oud.example',
    'https://cloud.example.evil.example',
    'https://login.cloud.example',
  ];
  test.each([...elsewhere, 'http://cloud.example'])('on %s', async (origin) => {
    const { page } = await withAccount();
    expect(await page.report(prompt(), sender(origin))).toEqual([]);
  });

  test('while the vault is locked', async () => {
    const { page, ui } = await withAccount();
    await ui.lock(undefined, null);
    expect(await page.report(prompt(), sender())).toEqual([]);
  });

  test('for an account in the trash', async () => {
    const { page } = await withAccount({ state: 'trashed', trashedFrom: 'active' });
    expect(await page.report(prompt(), sender())).toEqual([]);
  });

  test('into a field that holds the code that was just given', async () => {
    const { page } = await withAccount();
    const { ticket } = only(await page.report(prompt(), sender()));
    await page.redeem({ ticket }, sender());
    expect(await page.report(prompt({ holds: 'code' }), sender())).toEqual([]);
  });

  test('to a report that is not of its form', async () => {
    const { page } = await withAccount();
    await expect(page.report({ fields: 'all' } as never, sender())).rejects.toMatchObject({
      name: 'NotAllowed',
    });
  });
});

test('several accounts of a host are chosen among in our own interface', async () => {
  const { page, desk, world } = await withAccount();
  await desk.vault.add(account({ name: 'bob' }));
  const chip = only(await page.report(prompt(), sender()));
  expect(chip.kind).toBe('choose');
  expect(await page.redeem({ ticket: chip.ticket }, sender())).toMatchObject({ release: 'none' });
  const again = only(await page.report(prompt(), sender()));
  await page.open({ ticket: again.ticket }, sender());
  expect(world.asked).toContain('popup');
});

test('only the ticket of a chip that leads to the popup opens it', async () => {
  const { page, world } = await withAccount();
  const { ticket } = only(await page.report(prompt(), sender()));
  await page.open({ ticket }, sender());
  await page.open({ ticket: 'guessed' }, sender());
  expect(world.asked).not.toContain('popup');
});

test('what is copied at a chip goes off the clipboard again, where the page was given a code', async () => {
  const { page, memory, world } = await withAccount();
  world.mayLook = true;
  await page.copied({ code: '123456' }, sender());
  expect(memory.get('copied')).toBeUndefined();
  const { ticket } = only(await page.report(prompt(), sender()));
  await page.redeem({ ticket }, sender());
  await page.copied({ code: '123456' }, sender());
  expect(Object.keys(memory.get('copied') as object)).toEqual(['text']);
});

describe('a recovery prompt', () => {
  test('is given the next unused recovery code, and never a code of the clock', async () => {
    const { page } = await withAccount({}, ['11112222', '33334444']);
    const chip = only(await page.report(recoveryPrompt(), sender()));
    expect(chip.kind).toBe('fill-recovery');
    expect(await page.redeem({ ticket: chip.ticket }, sender())).toEqual({
      release: 'code',
      code: '11112222',
      until: null,
      append: false,
      submit: false,
    });
  });

  test('that asks for a code of the clock by the time of the click is given neither', async () => {
    const { page, world } = await withAccount({}, ['11112222']);
    const { ticket } = only(await page.report(recoveryPrompt(), sender()));
    world.page = prompt();
    expect(await page.redeem({ ticket }, sender())).toEqual({ release: 'none', because: 'refused' });
  });

  test('is offered nothing when no recovery codes are kept', async () => {
    const { page } = await withAccount();
    expect(await page.report(recoveryPrompt(), sender())).toEqual([]);
  });
});

test('a counter is committed before its code is seen', async () => {
  const { page, desk, id } = await withAccount({
    parameters: { kind: 'hotp', algorithm: 'SHA1', digits: 6, period: 30 },
  });
  const { ticket } = only(await page.report(prompt(), sender()));
  // RFC 4226 appendix D, counter 0.
  expect(await page.redeem({ ticket }, sender())).toMatchObject({ release: 'code', code: '755224' });
  expect((await desk.vault.read(id)).secret.counter).toBe(1);
});
