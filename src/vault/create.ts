import type { RandomBytes } from './box.ts';
import { CONFIG_DEFAULT, sealConfig } from './config.ts';
import type { Factor } from './factor.ts';
import { CIPHER, FORMAT, type Manifest, type StoredHeader } from './format.ts';
import type { Kdf } from './kdf.ts';
import { deriveKeys, VAULT_KEY_BYTES } from './keys.ts';
import { sealManifest } from './manifest.ts';
import { deviceHead, passwordHead, sealSlot } from './slot.ts';
import type { Store } from './store.ts';
import type { Opened } from './unlock.ts';
import { uuid } from './uuid.ts';

/** Makes an empty vault that opens with this factor: a password, which is not empty (a `RangeError`), or none. */
export async function create(
  store: Store,
  factor: Extract<Factor, { type: 'password' | 'device' }>,
  kdf: Kdf,
  randomBytes: RandomBytes,
): Promise<Opened> {
  const header: StoredHeader = { format: FORMAT, id: uuid(randomBytes), cipher: CIPHER };
  const vaultKey = randomBytes(VAULT_KEY_BYTES);
  const head = factor.type === 'device' ? deviceHead(randomBytes) : passwordHead(kdf.parameters, randomBytes);
  const slot = await sealSlot(header, head, factor, vaultKey, kdf.argon2id, randomBytes);
  const keys = await deriveKeys(vaultKey.slice());
  const manifest: Manifest = { gen: 1, recs: {}, slots: [slot.id], cfg: 1 };
  await store.commit({
    vault: header.id,
    after: null,
    header,
    slots: [slot],
    config: await sealConfig(keys.config, header.id, manifest.cfg, CONFIG_DEFAULT, randomBytes),
    manifest: await sealManifest(keys.manifest, header.id, manifest, randomBytes),
  });
  return { header, gen: manifest.gen, slot, vaultKey, config: CONFIG_DEFAULT };
}
