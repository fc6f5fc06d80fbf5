/**
 * The slots of an open vault. Whoever changes them shows a factor first: an open vault that was left alone must
 * not get a second key cut for somebody else.
 */
import { commit, type Change } from './commit.ts';
import type { Factor } from './factor.ts';
import type { Bytes, KdfParameters, StoredSlot } from './format.ts';
import { deriveKeys, VAULT_KEY_BYTES } from './keys.ts';
import { VaultError } from './errors.ts';
import { begin, whenOpen, type Parts } from './parts.ts';
import { rotate } from './rotate.ts';
import { passwordHead, renewedHead, sealSlot } from './slot.ts';
import type { Snapshot } from './store.ts';
import { readSlotHead } from './stored.ts';
import { openWith, type Opened } from './unlock.ts';
import { verify, type Verified } from './verify.ts';

/** Changes the slots; `work` says how, from what there is. */
async function changeSlots(
  { store, randomBytes }: Parts,
  { vaultKey }: Pick<Opened, 'vaultKey'>,
  work: (before: Verified, slots: Snapshot['slots']) => Promise<Change>,
): Promise<void> {
  const keys = await deriveKeys(vaultKey.slice());
  const snapshot = await store.snapshot([]);
  const before = await verify(keys, snapshot);
  await commit(store, keys.manifest, before, await work(before, snapshot.slots), randomBytes);
}

function setPassword(parts: Parts, opened: Opened, password: string): Promise<void> {
  const { kdf, randomBytes } = parts;
  return changeSlots(parts, opened, async ({ header }, slots) => {
    const head = passwordHead(kdf.parameters, randomBytes);
    const factor = { type: 'password', password } as const;
    const slot = await sealSlot(header, head, factor, opened.vaultKey, kdf.argon2id, randomBytes);
    const passwords = slots.map(readSlotHead).filter(({ type }) => type === 'password');
    return { slots: [slot], deletedSlots: passwords.map(({ id }) => id) };
  });
}

function isBelow(kdf: KdfParameters, today: KdfParameters): boolean {
  return kdf.m <= today.m && kdf.t <= today.t && (kdf.m < today.m || kdf.t < today.t);
}

/**
 * Makes the slot that has opened anew when its key is derived more cheaply than today's. That this fails is no
 * reason to keep anybody out: the next unlocking tries again.
 */
export async function upgradeKdf(
  parts: Parts,
  opened: Opened,
  factor: Extract<Factor, { type: 'password' }>,
): Promise<void> {
  if (!isBelow(opened.slot.kdf, parts.kdf.parameters)) return;
  try {
    await setPassword(parts, opened, factor.password);
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
  }
}

/** Works with what the factor opens, and wipes it. */
async function withFactor<T>(
  { store, kdf }: Parts,
  factor: Factor,
  work: (opened: Opened) => Promise<T>,
): Promise<T | 'wrong'> {
  const opened = await openWith(store, factor, kdf.argon2id);
  if (opened === null) return 'wrong';
  return work(opened).finally(() => opened.vaultKey.fill(0));
}

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

/** The same slots for another vault key. */
async function sealAgain({ kdf, randomBytes }: Parts, shown: readonly Shown[], vaultKey: Bytes) {
  const slots: StoredSlot[] = [];
  for (const { header, slot, factor } of shown) {
    const head = renewedHead(slot, kdf.parameters, randomBytes);
    slots.push(await sealSlot(header, head, factor, vaultKey, kdf.argon2id, randomBytes));
  }
  return slots;
}

async function rotateFrom(parts: Parts, opened: Opened, slots: readonly StoredSlot[], vaultKey: Bytes) {
  const from = await deriveKeys(opened.vaultKey.slice());
  const to = await deriveKeys(vaultKey.slice());
  // Killed from here on, the vault is found locked, and not open with a key that no longer fits.
  await parts.session.end();
  try {
    await rotate(parts.store, from, to, slots, parts.randomBytes);
  } catch (error) {
    await begin(parts, opened);
    throw error;
  }
  await begin(parts, { ...opened, vaultKey });
}

async function rotateKey(parts: Parts, shown: readonly Shown[]): Promise<void> {
  const [first] = shown;
  if (first === undefined) throw new RangeError('no factor');
  const vaultKey = parts.randomBytes(VAULT_KEY_BYTES);
  try {
    await rotateFrom(parts, first, await sealAgain(parts, shown, vaultKey), vaultKey);
  } finally {
    vaultKey.fill(0);
  }
}

export function keyring(parts: Parts) {
  return {
    changePassword: (factor: Factor, password: string) =>
      whenOpen(parts, () =>
        withFactor(parts, factor, async (opened) => {
          await setPassword(parts, opened, password);
          return 'changed' as const;
        }),
      ),
    rotateKey: (factors: readonly Factor[]) =>
      whenOpen(parts, async () => {
        const shown = await openEach(parts, factors);
        if (shown === null) return 'wrong';
        await rotateKey(parts, shown).finally(() => wipe(shown));
        return 'rotated';
      }),
  };
}
