/** The settings, sealed like everything else: what is stored says nothing of how the vault is used. */
import { lengthPrefixed } from '../core/bytes.ts';
import { open, seal, type RandomBytes } from './box.ts';
import { damaged } from './errors.ts';
import { LABELS, type Bytes, type Config, type StoredConfig } from './format.ts';
import { decodeJson, encodeJson } from './json.ts';

export const CONFIG_DEFAULT: Config = { lockAfterMinutes: 15 };

function associatedData(vaultId: string, rev: number): Bytes {
  return lengthPrefixed(LABELS.config, vaultId, String(rev));
}

export async function sealConfig(
  key: CryptoKey,
  vaultId: string,
  rev: number,
  config: Config,
  randomBytes: RandomBytes,
): Promise<StoredConfig> {
  return { rev, box: await seal(key, encodeJson(config), associatedData(vaultId, rev), randomBytes) };
}

export async function openConfig(
  key: CryptoKey,
  vaultId: string,
  { rev, box }: StoredConfig,
): Promise<Config> {
  const plaintext = await open(key, box, associatedData(vaultId, rev));
  if (plaintext === null) throw damaged('config');
  return { ...CONFIG_DEFAULT, ...(decodeJson(plaintext) as Partial<Config>) };
}
