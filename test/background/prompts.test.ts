/** What is made of a page's prompts: where a code is held out, and what our own pages are told of each field. */
import { expect, test } from 'vitest';
import { account } from '../accounts.ts';
import { fieldOf } from '../core/field/facts-of.ts';
import { emptyPage, prompt, sender, stage } from './stage.ts';

const sms = {
  key: 1,
  name: 'code',
  autocomplete: 'one-time-code',
  near: 'We have sent an SMS to your phone.',
};
const app = { key: 2, name: 'totp', label: 'Code from your authenticator app' };

test('for a code that was sent no code is held out, and the popup can still fill it', async () => {
  const { desk, page, ui, world } = await stage();
  const id = await desk.vault.add(account());
  world.page = { ...emptyPage, fields: [fieldOf(sms)] };
  expect(await page.report(world.page, sender())).toEqual([]);
  expect((await ui.page({}, null)).asks).toBe('code');
  expect(await ui.fill({ id }, null)).toBe('filled');
});

test('of several fields the one that an app gives the code for is taken', async () => {
  const { desk, page } = await stage();
  await desk.vault.add(account());
  const chips = await page.report({ ...emptyPage, fields: [fieldOf(sms), fieldOf(app)] }, sender());
  expect(chips).toMatchObject([{ kind: 'fill', field: 2 }]);
});

test('where a set-up ends, the account that waits for it is offered before the one that is in use', async () => {
  const { desk, page } = await stage();
  await desk.vault.add(account({ name: 'old' }));
  const pending = await desk.vault.add(account({ name: 'new', state: 'pending' }));
  const facts = prompt(
    { near: 'Scan the QR code with your app' },
    { pictures: 1, title: 'Set up two-factor' },
  );
  const [chip] = await page.report(facts, sender());
  const ticket = await desk.tickets.take(chip?.ticket ?? '', sender());
  expect(ticket?.account).toBe(pending);
});

test('our own pages are told of every field, with what was made of it and why', async () => {
  const { desk, ui, world } = await stage();
  await desk.vault.add(account());
  const zip = { key: 3, name: 'zip', label: 'ZIP code' };
  world.page = { ...emptyPage, fields: [fieldOf(app), fieldOf(zip)] };
  expect(await ui.explain({}, null)).toEqual({
    host: 'cloud.example',
    secure: true,
    accounts: 1,
    read: true,
    fields: [
      {
        called: 'Code from your authenticator app',
        boxes: 1,
        kind: 'single',
        channel: 'app',
        because: ['otp:own', 'otp:label', 'channel:app'],
      },
      { called: 'ZIP code', boxes: 1, kind: 'none', channel: 'unknown', because: ['veto:postal'] },
    ],
  });
  world.page = null;
  expect(await ui.explain({}, null)).toMatchObject({ read: false, fields: [] });
});
