/** What is offered where: by asking on other hosts of an owner and where an issuer is at home, never where a person wants none. */
import { expect } from 'vitest';
import { inPopup, keepByHand } from './life.ts';
import { CloudMc } from './pages/cloudmc.ts';
import { onEachBrowser, type Stage } from './stage.ts';
import { DAVE } from './typed-accounts.ts';
import { until } from './until.ts';

onEachBrowser('a host that no account is bound to gets a code only after a yes', async (stage) => {
  const { chip, page, provider } = stage;
  await keepByHand(stage);
  await keepUnbound(stage, { ...DAVE, issuer: 'GitHub' });
  const hostOf = (name: string) => new URL(provider.originOf(name)).host;

  // Another host of the same owner.
  const login = new CloudMc(page, provider.originOf('login.cloudmc.example'));
  await login.signIn('bob');
  await login.seesPrompt();
  await inPopup(stage, async (popup) => {
    await popup.says(
      'proposeRelated',
      hostOf('login.cloudmc.example'),
      hostOf('cloudmc.example'),
      'CloudMC (bob)',
    );
    expect(await popup.fills()).toBeNull();
    // It was there for longer than what follows the yes takes.
    expect(await chip.isThere()).toBe(false);
    await popup.refusesHere('CloudMC (bob)');
    await popup.proposesAgain('CloudMC (bob)', hostOf('login.cloudmc.example'));
    await popup.usesHere('CloudMC (bob)');
    await popup.says('fillCode');
  });
  await chip.fills(login.codeField);
  await login.submitCode();
  await login.isSignedIn();

  // One where the issuer of an account is at home that nobody has bound yet; next to it one that only looks like it.
  const other = new CloudMc(page, provider.originOf('github.com'));
  const alike = new CloudMc(page, provider.originOf('xn--gthub-zsa.com'));
  await alike.signIn('bob');
  await alike.seesPrompt();
  await inPopup(stage, async (popup) => {
    await popup.says('cautionLookAlike', hostOf('xn--gthub-zsa.com'), 'github.com');
    await popup.seesNo(popup.word('proposeTitle'));
  });
  expect(await chip.isThere()).toBe(false);
  await other.signIn('bob');
  await other.seesPrompt();
  await inPopup(stage, async (popup) => {
    await popup.says('proposeIssuer', hostOf('github.com'), 'GitHub', `GitHub (${DAVE.name})`);
    expect(await chip.isThere()).toBe(false);
    await popup.usesHere(`GitHub (${DAVE.name})`);
    await popup.says('fillCode');
  });
  await chip.appears();
});

onEachBrowser(
  'nothing is offered where a person wants none, and of several accounts the last one stands first',
  async (stage) => {
    const { cloudmc, chip } = stage;
    await keepByHand(stage);
    await inPopup(stage, async (popup) => {
      await popup.openWaysToAdd();
      await popup.typeIn(DAVE);
      await popup.offerHere();
      await popup.keep();
    });
    await cloudmc.signIn('bob');
    await chip.appears();
    const popup = await stage.popup();
    await popup.neverOffersHere();
    await chip.goes();
    await until('the popup fills nothing', async () => (await popup.fills()) === null);
    expect(await popup.accountsHere()).toHaveLength(2);
    await popup.undo();
    await chip.appears();
    // In no page at all; the popup fills all the same.
    await popup.letsStandInPages(false);
    await chip.goes();
    await popup.letsStandInPages(true);
    await chip.appears();
    await popup.says('fillCode');
    expect((await popup.accountsHere())[0]).toContain('bob');
    await popup.fillsFrom(DAVE.name);
    await until('the code stands in the field', async () => (await cloudmc.codeInField()) || null);
    // It has closed itself, unless the code had to be waited for.
    await popup.close().catch(() => undefined);
    await inPopup(stage, async (again) => {
      await again.says('likelyLastUsed');
      expect((await again.accountsHere())[0]).toContain(DAVE.name);
    });
  },
);

/** An account of which nobody has said where it belongs. */
async function keepUnbound(stage: Stage, account: typeof DAVE): Promise<void> {
  await inPopup(stage, async (popup) => {
    await popup.openWaysToAdd();
    await popup.typeIn(account);
    await popup.keep();
  });
}
