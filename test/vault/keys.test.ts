import { expect, it } from 'vitest';
import { utf8 } from '../../src/core/bytes.ts';
import { open, seal } from '../../src/vault/box.ts';
import { deriveKeys } from '../../src/vault/keys.ts';
import { randomBytes } from './world.ts';

it('derives three keys of which none opens what another sealed, and none can be taken out', async () => {
  const keys = Object.values(await deriveKeys(randomBytes(32))) as CryptoKey[];
  expect(keys).toHaveLength(3);
  for (const sealing of keys) {
    await expect(crypto.subtle.exportKey('raw', sealing)).rejects.toThrow();
    const box = await seal(sealing, utf8('secret'), utf8('place'), randomBytes);
    const opened = await Promise.all(keys.map((opening) => open(opening, box, utf8('place'))));
    expect(opened.map((plaintext) => plaintext !== null)).toStrictEqual(keys.map((key) => key === sealing));
  }
});

it('wipes the vault key that it derived them from', async () => {
  const vaultKey = randomBytes(32);
  await deriveKeys(vaultKey);
  expect(vaultKey).toStrictEqual(new Uint8Array(32));
});
