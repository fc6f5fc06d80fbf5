import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { enable, inPopup, signInWithBackupCode, signInWithCode } from './life.ts';
import {
  decodeBase32,
  everywhere,
  extensionStorage,
  searchProfile,
  spellingsOf,
  writtenAs,
} from './profile-search.ts';
import { keysInMemory, plant } from './profile-marks.ts';
import { onEachBrowser } from './stage.ts';

onEachBrowser(
  'V18: an account lives its whole life, and none of it can be read in the profile',
  async (stage) => {
    const { cloudmc, provider, driven, profile, page } = stage;
    const { setupKey } = await enable(stage);
    await cloudmc.signOut();
    await signInWithCode(stage);
    await cloudmc.signOut();
    await signInWithBackupCode(stage);
    await inPopup(stage, (popup) => popup.sees('7 of 8 recovery codes left'));

    const vaultKeys = await keysInMemory(stage);
    const marker = randomBytes(32);
    await plant(page, marker.toString('hex'));
    await inPopup(stage, (popup) => plant(popup.page, marker.toString('base64')));
    await driven.close();

    // Without these finds, that nothing else is found would prove nothing: once as a page, once as the extension.
    expect(searchProfile(profile, everywhere, spellingsOf('marker', marker))).not.toEqual([]);
    expect(searchProfile(profile, extensionStorage, spellingsOf('marker', marker))).not.toEqual([]);

    const secret = spellingsOf('secret', decodeBase32(setupKey));
    const keys = vaultKeys.flatMap((key) => spellingsOf('vault key', key));
    expect(vaultKeys).not.toEqual([]);
    expect(searchProfile(profile, everywhere, [...secret, ...keys])).toEqual([]);

    const names = ['CloudMC', 'alice', new URL(provider.origin).hostname];
    const texts = names.flatMap((name) => writtenAs(name, name));
    expect(searchProfile(profile, extensionStorage, texts)).toEqual([]);
  },
  { beside: true },
);

onEachBrowser(
  'the background is ended between any two steps, and everything goes on',
  async (stage) => {
    const { cloudmc, driven } = stage;
    const killed = () => driven.killWorker();
    await enable(stage, killed);
    await cloudmc.signOut();
    await signInWithCode(stage, killed);
    await cloudmc.signOut();
    await signInWithBackupCode(stage, killed);
    await killed();
    await inPopup(stage, (popup) => popup.sees('7 of 8 recovery codes left'));
  },
  { beside: true },
);
