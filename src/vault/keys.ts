/** The vault key VK and its subkeys: HKDF-SHA256, RFC 5869, one `info` for each purpose. */
import { utf8 } from '../core/bytes.ts';
import { LABELS, type Bytes } from './format.ts';

export const VAULT_KEY_BYTES = 32;

/** Not extractable: what holds them cannot give them away. */
export interface VaultKeys {
  readonly records: CryptoKey;
  readonly manifest: CryptoKey;
  readonly config: CryptoKey;
}

/** Derives the subkeys, and wipes the vault key that it was given. Cheap enough (0.2 ms) to keep none of them. */
export async function deriveKeys(vaultKey: Bytes): Promise<VaultKeys> {
  const base = crypto.subtle.importKey('raw', vaultKey, 'HKDF', false, ['deriveKey']);
  const subkey = async (label: string): Promise<CryptoKey> =>
    crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(label) },
      await base,
      { name: 'AES-GCM', length: 256 },
      false,
      ['encrypt', 'decrypt'],
    );
  try {
    const [records, manifest, config] = await Promise.all([
      subkey(LABELS.recordKey),
      subkey(LABELS.manifestKey),
      subkey(LABELS.configKey),
    ]);
    return { records, manifest, config };
  } finally {
    vaultKey.fill(0);
  }
}
