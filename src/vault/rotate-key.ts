/** Another vault key, for the factors that are shown, and the session with it. */
import { catchUp } from './copy.ts';
import type { Factor } from './factor.ts';
import type { Bytes, StoredSlot } from './format.ts';
import { deriveKeys, VAULT_KEY_BYTES } from './keys.ts';
import { begin, type Parts } from './parts.ts';
import { rotate } from './rotate.ts';
import { passwordHead, renewedHead, sealSlot } from './slot.ts';
import { isEnough } from './slots.ts';
import { openWith, type Opened, type OpenedVault } from './unlock.ts';

/** A factor and what it has opened. */
interface Shown extends Opened {
  readonly factor: Factor;
}

/** null when one of them opens nothing. */
async function openEach({ store, kdf }: Parts, factors: readonly Factor[]): Promise<readonly Shown[] | null> {
  const shown: Shown[] = [];
  for (const factor of factors) {
    const opened = await openWith(store, factor, kdf.argon2id);
    if (opened === null) {
      wipe(shown);
      return null;
    }
    shown.push({ ...opened, factor });
  }
  return shown;
}

function wipe(shown: readonly Shown[]): void {
  for (const { vaultKey } of shown) vaultKey.fill(0);
}

/** The same slots for another vault key, each with the id of the one before. */
async function sealAgain({ kdf, randomBytes }: Parts, shown: readonly Shown[], vaultKey: Bytes) {
  const slots = new Map<string, StoredSlot>();
  for (const { header, slot, factor } of shown) {
    const head = renewedHead(slot, kdf.parameters, randomBytes);
    slots.set(slot.id, await sealSlot(header, head, factor, vaultKey, kdf.argon2id, randomBytes));
  }
  return slots;
}

/** Seals everything under a new vault key, for the slots that `seal` makes for it, by the ids of those before. */
async function rotateFrom(
  parts: Parts,
  opened: OpenedVault,
  seal: (vaultKey: Bytes) => Promise<ReadonlyMap<string, StoredSlot>>,
): Promise<void> {
  const vaultKey = parts.randomBytes(VAULT_KEY_BYTES);
  try {
    const slots = await seal(vaultKey);
    const from = await deriveKeys(opened.vaultKey.slice());
    const to = await deriveKeys(vaultKey.slice());
    // Killed from here on, the vault is found locked, and not open with a key that no longer fits.
    await parts.session.end(null);
    await rotate(parts.store, from, to, slots, parts.randomBytes).catch(async (error: unknown) => {
      await begin(parts, opened);
      throw error;
    });
    await catchUp(parts.store, parts.copy, to, { ...opened, gen: opened.gen + 1 });
    await begin(parts, { ...opened, vaultKey });
  } finally {
    vaultKey.fill(0);
  }
}

/** Of an open vault. A `RangeError` without a factor that is no passkey. */
export async function rotateKey(parts: Parts, factors: readonly Factor[]): Promise<'rotated' | 'wrong'> {
  const shown = await openEach(parts, factors);
  if (shown === null) return 'wrong';
  try {
    const [opened] = shown;
    if (opened === undefined || !isEnough(shown.map(({ slot }) => slot))) throw new RangeError('no factor');
    await rotateFrom(parts, opened, (vaultKey) => sealAgain(parts, shown, vaultKey));
  } finally {
    wipe(shown);
  }
  return 'rotated';
}

/**
 * The first password of a vault without one. The device slot stays readable on the disk for as long as a browser
 * keeps what was deleted, and must not go on opening anything.
 */
export function setFirstPassword(parts: Parts, opened: Opened, password: string): Promise<void> {
  const { kdf, randomBytes } = parts;
  return rotateFrom(parts, opened, async (vaultKey) => {
    const head = passwordHead(kdf.parameters, randomBytes);
    const factor = { type: 'password', password } as const;
    const slot = await sealSlot(opened.header, head, factor, vaultKey, kdf.argon2id, randomBytes);
    return new Map([[opened.slot.id, slot]]);
  });
}
