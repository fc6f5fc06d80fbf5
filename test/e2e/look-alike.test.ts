import { expect } from 'vitest';
import { Chip } from './pages/chip.ts';
import { CloudMc } from './pages/cloudmc.ts';
import { Popup } from './pages/popup.ts';
import { keepByHand } from './life.ts';
import { onEachBrowser } from './stage.ts';

onEachBrowser(
  'a look-alike host is offered nothing, and said to be one, while the real one is',
  async (stage) => {
    const { cloudmc, chip, driven, provider } = stage;
    await keepByHand(stage);

    // The same site to the last byte, on a host in which an l is a 1.
    const tab = await driven.newPage();
    const lookAlike = new CloudMc(tab, provider.originOf('c1oudmc.example'));
    await lookAlike.signIn('bob');
    await lookAlike.seesPrompt();
    const popup = await Popup.on(tab, driven);
    await popup.sees('bob');
    const { host } = new URL(provider.originOf('c1oudmc.example'));
    await popup.sees(`This page is on ${host}. That is not ${host.replace('1', 'l')}`);
    expect(await popup.text()).not.toMatch(/fill the code|on c?cloudmc/i);
    await popup.close();

    // It was there first, and for longer than the real host takes to be offered something.
    await cloudmc.signIn('bob');
    await chip.appears();
    expect(await new Chip(tab).isThere()).toBe(false);
    await chip.fills(cloudmc.codeField);
    await cloudmc.submitCode();
    await cloudmc.isSignedIn();
  },
);
