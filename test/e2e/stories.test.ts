/**
 * The whole stories that the five providers' pages tell, each by the installed extension, whose background is ended between any
 * two steps; in peace, CloudMC's is lived in `whole-life.test.ts`.
 */
import { expect } from 'vitest';
import type { ProviderId } from '../../demo-site/provider.ts';
import { type CloudMc, setupKeyOf } from './pages/cloudmc.ts';
import { CryptoCloud } from './pages/cryptocloud.ts';
import { Defguard } from './pages/defguard.ts';
import { Infura } from './pages/infura.ts';
import { Metal } from './pages/metal.ts';
import type { ProviderSite } from './pages/provider-site.ts';
import { serveProvider } from './provider.ts';
import { onEachBrowser, type Seat, type Stage } from './stage.ts';
import { Customer, PENDING } from './stories/customer.ts';
import { until } from './until.ts';

/** As long as support takes, and a little more. */
const DAY = 25 * 60 * 60_000; // ms

/** Each of them waits half of its time for the next code. */
const calm = { beside: true };

type Story = (stage: Stage, between: () => Promise<void>) => Promise<void>;

function tell(profile: ProviderId, title: string, story: Story): void {
  const play = (stage: Stage) => story(stage, () => stage.driven.killWorker());
  onEachBrowser(title, play, { ...calm, serving: { profile } });
}

tell('metal', 'Metal: a few recovery codes, and new ones after one is used', async (stage, between) => {
  const metal = new Metal(stage.page, stage.provider.origin);
  const alice = new Customer(stage, metal, 'alice', between);
  await alice.makesVault();
  await alice.signsInWithoutCode();
  await alice.beginsSetUp();
  await alice.confirmsSetUp();
  await alice.keepsCodes(5);
  await metal.signOut();
  await alice.signsInWithCode();
  await metal.signOut();
  await alice.signsInWithBackupCode();
  await alice.looks((popup) => popup.sees('4 of 5 recovery codes left'));
  await metal.regenerateCodes('alice');
  await alice.keepsCodes(5);
  await alice.disables();
  await alice.beginsSetUp('again');
  await alice.confirmsSetUp();
  await alice.keepsCodes(5);
});

tell('infura', 'Infura: the one backup code turns it off', async (stage, between) => {
  const infura = new Infura(stage.page, stage.provider.origin);
  const alice = new Customer(stage, infura, 'alice', between);
  await alice.makesVault();
  await alice.signsInWithoutCode();
  await alice.beginsSetUp();
  await alice.confirmsSetUp();
  const [first] = await alice.keepsCodes(1);
  await infura.signOut();
  await alice.signsInWithCode();
  await infura.signOut();
  await alice.signsInWithBackupCode();
  await infura.says('two-factor-off');
  await alice.looks((popup) => popup.sees('Turned off by recovery'));
  await alice.beginsSetUp('again');
  await alice.confirmsSetUp();
  const [second] = await alice.keepsCodes(1);
  expect(second).not.toBe(first);
  await alice.disables();
  await infura.signOut();
  await alice.signsInWithoutCode();
});

tell(
  'cryptocloud',
  'CryptoCloud: the key is the backup, and moves to another device',
  async (stage, between) => {
    const site = new CryptoCloud(stage.page, stage.provider.origin);
    const alice = new Customer(stage, site, 'alice', between);
    await alice.makesVault();
    await alice.signsInWithoutCode();
    await alice.beginsSetUp();
    await alice.confirmsSetUpAtOnce();
    await site.says('enabled');
    await alice.looks((popup) => popup.seesNo('Waiting for the site'));
    await site.signOut();
    await alice.signsInWithCode();
    let key = '';
    await alice.looks(async (popup) => {
      await popup.openDetails();
      await popup.sees('its only backup');
      key = await popup.setupKey();
    });

    const device = await stage.another();
    const there = new CryptoCloud(device.page, stage.provider.origin);
    const aliceThere = new Customer(device, there);
    await there.visit();
    await aliceThere.looks(async (popup) => {
      await popup.createVault();
      await popup.openWaysToAdd();
      await popup.typeIn({ issuer: 'CryptoCloud', name: 'alice', setupKey: key });
      await popup.offerHere();
      await popup.keep();
    });
    await aliceThere.signsInPatiently();

    await alice.disables();
    await alice.beginsSetUp('again');
    await alice.confirmsSetUpAtOnce();
    await site.says('enabled');
  },
);

tell('defguard', 'Defguard: everybody is signed out once it is on', async (stage, between) => {
  const defguard = new Defguard(stage.page, stage.provider.origin);
  const alice = new Customer(stage, defguard, 'alice', between);
  await alice.makesVault();
  await alice.signsInWithoutCode();
  await alice.beginsSetUp();
  await alice.confirmsSetUp();
  await alice.keepsCodes(8);
  await defguard.isSignedOutEverywhere();
  await alice.signsInWithCode();
  await defguard.signOut();
  await alice.signsInWithBackupCode();
  await alice.looks((popup) => popup.sees('7 of 8 recovery codes left'));
  await alice.disables();
  await alice.beginsSetUp('again');
  await alice.confirmsSetUp();
  await alice.keepsCodes(8);
  await defguard.isSignedOutEverywhere();
});

tell(
  'cloudmc',
  'CloudMC: after a backup code, another authenticator and new codes',
  async (stage, between) => {
    const { cloudmc } = stage;
    const alice = new Customer<CloudMc>(stage, cloudmc, 'alice', between);
    await alice.makesVault();
    await alice.signsInWithoutCode();
    await alice.beginsSetUp();
    await alice.confirmsSetUp();
    await alice.keepsCodes(8);
    await cloudmc.signOut();
    await alice.signsInWithCode();
    await cloudmc.signOut();
    await alice.signsInWithBackupCode();
    await alice.looks((popup) => popup.sees('7 of 8 recovery codes left'));
    await alice.disables();
    await alice.beginsSetUp('again');
    await alice.confirmsSetUp();
    await alice.keepsCodes(8);
    await cloudmc.regenerateCodes('alice');
    await alice.keepsCodes(8);
    await alice.disables();
    await cloudmc.signOut();
    await alice.signsInWithoutCode();
  },
);

onEachBrowser(
  'Defguard, in a browser that is closed and opened again on the way',
  async (stage) => {
    let alice = at(stage);
    await alice.makesVault();
    await alice.signsInWithoutCode();
    await alice.beginsSetUp();

    alice = at(await stage.restart());
    await alice.opensVault((popup) => popup.sees('Waiting for the site to accept a code'));
    // Its session has ended with the browser, and the set-up with its session: there is another secret now.
    await alice.signsInWithoutCode();
    await alice.beginsSetUp('again');
    await alice.confirmsSetUp();
    await alice.keepsCodes(8);
    await alice.site.isSignedOutEverywhere();

    alice = at(await stage.restart());
    await alice.opensVault((popup) => popup.sees('8 of 8 recovery codes left'));
    // What was given last is forgotten with the browser.
    await alice.signsInPatiently();
    await alice.site.signOut();
    await alice.signsInWithBackupCode();
    await alice.looks((popup) => popup.sees('7 of 8 recovery codes left'));

    alice = at(await stage.restart());
    await alice.opensVault((popup) => popup.sees('7 of 8 recovery codes left'));

    function at(seat: Seat): Customer<Defguard> {
      return new Customer(seat, new Defguard(seat.page, stage.provider.origin));
    }
  },
  { ...calm, serving: { profile: 'defguard' } },
);

onEachBrowser(
  'All five, whose set-ups still wait after the browser was closed and opened again',
  async (stage) => {
    const others = { metal: Metal, infura: Infura, cryptocloud: CryptoCloud, defguard: Defguard } as const;
    const serving = Object.keys(others).map((profile) => serveProvider({ profile: profile as ProviderId }));
    const served = await Promise.all(serving);
    try {
      const sites = Object.values(others).map((Site, at) => new Site(stage.page, served[at]?.origin ?? ''));
      const customers = [stage.cloudmc, ...sites].map((site) => new Customer<ProviderSite>(stage, site));
      await customers[0]?.makesVault();
      for (const customer of customers) {
        await customer.signsInWithoutCode();
        await customer.beginsSetUp();
      }
      const seat = await stage.restart();
      await new Customer(seat, seat.cloudmc).opensVault(async (popup) => {
        await until('five accounts are there', async () => (await popup.accounts()).length === 5);
        expect((await popup.text()).split(PENDING)).toHaveLength(6);
      });
    } finally {
      await Promise.all(served.map((provider) => provider.close()));
    }
  },
  calm,
);

onEachBrowser(
  'Infura, with neither device nor backup code: support gives the account back',
  async (stage) => {
    const infura = new Infura(stage.page, stage.provider.origin);
    const bob = new Customer(stage, infura, 'bob');
    await infura.visit();
    await bob.looks(async (popup) => {
      await popup.createVault();
      await popup.openWaysToAdd();
      await popup.typeIn({ issuer: 'Infura', name: 'bob', setupKey: setupKeyOf('bob') });
      await popup.offerHere();
      await popup.keep();
    });
    await infura.signIn('bob');
    await infura.recoverAccount();
    await bob.looks((popup) => popup.notesSupportCase());
    await infura.openCase();
    await infura.confirmOwnership();
    await infura.approveAsSupport();
    await infura.signIn('bob');
    await infura.seesPrompt();
    stage.provider.moveClock(DAY);
    await bob.signsInWithoutCode();
    await bob.looks(async (popup) => {
      await popup.sees('You asked the site’s support');
      await popup.endsSupportCase();
    });
  },
  { ...calm, serving: { profile: 'infura' } },
);
