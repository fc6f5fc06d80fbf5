/** The manifest: what belongs to the vault, so that nothing can be taken out of it, put in or set back unseen. */
import { lengthPrefixed } from '../core/bytes.ts';
import { open, seal, type RandomBytes } from './box.ts';
import { damaged } from './errors.ts';
import { LABELS, type Bytes, type Manifest, type StoredManifest } from './format.ts';
import { decodeJson, encodeJson } from './json.ts';

function associatedData(vaultId: string, gen: number): Bytes {
  return lengthPrefixed(LABELS.manifest, vaultId, String(gen));
}

export async function sealManifest(
  key: CryptoKey,
  vaultId: string,
  manifest: Manifest,
  randomBytes: RandomBytes,
): Promise<StoredManifest> {
  const aad = associatedData(vaultId, manifest.gen);
  return { gen: manifest.gen, box: await seal(key, encodeJson(manifest), aad, randomBytes) };
}

export async function openManifest(
  key: CryptoKey,
  vaultId: string,
  { gen, box }: StoredManifest,
): Promise<Manifest> {
  const plaintext = await open(key, box, associatedData(vaultId, gen));
  if (plaintext === null) throw damaged('manifest');
  return decodeJson(plaintext) as Manifest;
}

/** The revision of a record, null for an id that the manifest does not know. */
export function revisionOf(manifest: Manifest, id: string): number | null {
  // Ids come from callers: `constructor` is none.
  return Object.hasOwn(manifest.recs, id) ? (manifest.recs[id] ?? null) : null;
}
