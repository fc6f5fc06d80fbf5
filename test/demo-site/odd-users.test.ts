import { expect, test } from 'vitest';
import { DoorClient } from '../../demo-site/control/client.ts';
import { providers, type ProviderId } from '../../demo-site/provider.ts';
import { usersOf } from '../../demo-site/providers/users.ts';
import { inBoxes } from './flows/steps.ts';
import { bobSecret, enterPassword, isSignedIn, signIn, TestSite } from './support/site.ts';

const ids = Object.keys(providers) as ProviderId[];

async function start(profile: ProviderId): Promise<{ site: TestSite; door: DoorClient }> {
  const site = await TestSite.start({ profile, seed: usersOf(profile), control: true });
  const { provider } = site;
  const fetch = async (url: string, init: RequestInit): Promise<Response> =>
    await provider.app.request(url, init);
  const door = new DoorClient({ url: 'http://localhost', token: provider.controlToken ?? '', fetch });
  return { site, door };
}

test.each(ids)('%s begins with those whom no way through the pages leads to soon', async (profile) => {
  const { door } = await start(profile);
  const dave = await door.user('dave');
  expect(dave.factorFailures).toBe(100);
  expect(dave.lockedUntil).toBe(Number.MAX_SAFE_INTEGER);
  const erin = await door.user('erin');
  expect([erin.twoFactor, erin.setups.length]).toEqual([null, 1]);
  const frank = await door.user('frank');
  expect(frank.twoFactor).toMatchObject({ algorithm: 'sha256', digits: 8, period: 60 });
  expect((await door.user('mallory')).twoFactor).toBeNull();
});

test('dave is told that waiting does not help, whatever he enters', async () => {
  const { site, door } = await start('cloudmc');
  const page = await signIn(site.browser(), 'dave', (await door.code('dave')).code);
  expect([page.status, page.text]).toEqual([429, expect.stringContaining('Contact support')]);
});

test('erin signs in without the authenticator that was never confirmed', async () => {
  const { site } = await start('cloudmc');
  expect(isSignedIn(await enterPassword(site.browser(), 'erin'))).toBe(true);
});

test.each(['cloudmc', 'metal'] as const)(
  'frank’s eight digits are asked for as such at %s',
  async (profile) => {
    const { site, door } = await start(profile);
    // RFC 6238, appendix B, with a period of 60 s: the step of T = 1111111109 there is this time's here.
    await door.freeze(2 * 1_111_111_109_000);
    const browser = site.browser();
    const page = await enterPassword(browser, 'frank');
    if (profile === 'metal') expect(page.html).toContain('Digit 8 of 8');
    else expect(page.html).toContain('maxlength="9"');
    const fields = profile === 'metal' ? inBoxes('68084774') : { code: '6808 4774' };
    expect(isSignedIn(await browser.post('/login/2fa', fields))).toBe(true);
  },
);

test('frank’s first six digits are not his code', async () => {
  const { site, door } = await start('cloudmc');
  const { code } = await door.code('frank');
  expect((await signIn(site.browser(), 'frank', code.slice(0, 6))).status).toBe(400);
});

test('The window is what was asked for: none on either side, or two', async () => {
  for (const [window, taken] of [
    [{ back: 0, ahead: 0 }, [0]],
    [{ back: 2, ahead: 2 }, [-2, -1, 0, 1, 2]],
  ] as const) {
    const site = await TestSite.start({ window });
    const accepted = [];
    for (let step = -3; step <= 3; step += 1) {
      if (isSignedIn(await signIn(site.browser(), 'bob', site.code(bobSecret, step)))) accepted.push(step);
    }
    expect(accepted).toEqual(taken);
  }
});
