import { expect, test } from 'vitest';
import { DoorClient } from '../../../demo-site/control/client.ts';
import { createAllProviders } from '../../../demo-site/all-providers.ts';
import { cheap, enterPassword, isSignedIn } from '../support/site.ts';
import { openDoor, type Opened } from './support.ts';

const DAY = 24 * 3600 * 1000;

/** Carol has lost everything but her password, and asked for her account. */
async function withCase(): Promise<Opened> {
  const opened = await openDoor({ profile: 'infura' });
  const browser = opened.site.browser();
  await enterPassword(browser, 'carol');
  await browser.get('/login/recover');
  await browser.post('/login/recover', {});
  return opened;
}

test('A case goes from the mailbox through support and a day of waiting to an account without second factor', async () => {
  const { site, door } = await withCase();
  const [opened] = await door.cases();
  expect(opened).toMatchObject({ state: 'mailed', username: 'carol', confirmedAt: null, proof: null });
  const id = opened?.id ?? 0;
  expect(await door.verifyCase(id)).toMatchObject({ id, state: 'confirmed' });
  expect(await door.approveCase(id, 'invoice')).toMatchObject({ id, state: 'cooling', proof: 'invoice' });
  await door.advance(DAY - 1);
  expect((await door.user('carol')).twoFactor).not.toBeNull();
  await door.advance(1);
  expect((await door.user('carol')).twoFactor).toBeNull();
  expect(await door.cases()).toMatchObject([{ id, state: 'done' }]);
  expect(isSignedIn(await enterPassword(site.browser(), 'carol'))).toBe(true);
});

test('The door decides no case that support could not: unconfirmed, without a proof, or over', async () => {
  const { door } = await withCase();
  const [opened] = await door.cases();
  const id = opened?.id ?? 0;
  await expect(door.approveCase(id)).rejects.toMatchObject({ status: 409 });
  await door.verifyCase(id);
  await expect(door.verifyCase(id)).rejects.toMatchObject({ status: 409 });
  await expect(door.approveCase(id, 'a good feeling')).rejects.toMatchObject({ status: 400 });
  expect(await door.rejectCase(id)).toMatchObject({ state: 'rejected' });
  await expect(door.approveCase(id)).rejects.toMatchObject({ status: 409 });
  await expect(door.rejectCase(id + 1)).rejects.toMatchObject({ status: 404 });
  expect((await door.user('carol')).twoFactor).not.toBeNull();
});

test('The agent whom the door is for a moment is signed in no longer than that', async () => {
  const { site, door } = await withCase();
  const [opened] = await door.cases();
  await door.verifyCase(opened?.id ?? 0);
  await door.approveCase(opened?.id ?? 0);
  expect(site.rows('SELECT id FROM sessions')).toEqual([]);
});

test('Where there is nobody of support, nothing is decided', async () => {
  const { door } = await withCase();
  const carol = { username: 'carol', name: 'Carol', email: 'carol@example.com', password: 'x', about: '' };
  await door.reset([carol]);
  expect(await door.cases()).toEqual([]);
  await expect(door.rejectCase(1)).rejects.toMatchObject({ status: 404 });
});

test('Each of the providers that are served at once has a door of its own, under its own name', async () => {
  const all = await createAllProviders({ control: true, scrypt: cheap });
  try {
    const doorOf = (id: string) => {
      const url = all.sites.find(({ profile }) => profile.id === id)?.url ?? '';
      return new DoorClient({ url, token: all.controlToken ?? '' });
    };
    const [infura, metal] = [doorOf('infura'), doorOf('metal')];
    await infura.freeze('2030-01-01T00:00:00Z');
    expect((await infura.state()).profile).toBe('infura');
    expect((await infura.clock()).mode).toBe('frozen');
    expect((await metal.clock()).mode).toBe('real');
    await infura.reset();
    expect((await infura.clock()).mode).toBe('real');
    await expect(infura.mail(1)).rejects.toMatchObject({ status: 404 });
  } finally {
    await all.stop();
  }
});
