import { expect } from 'vitest';
import { keepByHand } from './life.ts';
import { Popup } from './pages/popup.ts';
import { onEachBrowser } from './stage.ts';
import { DAVE } from './typed-accounts.ts';

onEachBrowser(
  'V27: in a private window, where no page can open a database, the popup has what the background has',
  async (stage) => {
    await keepByHand(stage);
    const window = await stage.driven.privateWindow();
    if (window === null) throw new Error('no private window');
    // What the rule is about: here a page of ours that asked for the database itself would get none.
    const opened = await window.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const opening = indexedDB.open('control');
          opening.addEventListener('success', () => resolve('open'));
          opening.addEventListener('error', () => resolve(opening.error?.name ?? ''));
        }),
    );
    expect(opened).toBe('InvalidStateError');
    const popup = await Popup.in(window, stage.driven);
    await popup.unlock();
    await popup.sees('CloudMC');
    await popup.openWaysToAdd();
    await popup.typeIn(DAVE);
    await popup.keep();
    await popup.sees(DAVE.issuer);
  },
  { kinds: ['firefox'] },
);
