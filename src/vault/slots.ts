/** Changes of the slots: each one transaction, in which no record is written. */
import { commit, type Change } from './commit.ts';
import { openConfig, sealConfig } from './config.ts';
import { catchUp } from './copy.ts';
import { VaultError } from './errors.ts';
import type { Factor } from './factor.ts';
import type { Bytes, KdfParameters, Manifest, StoredSlot } from './format.ts';
import { deriveKeys, type VaultKeys } from './keys.ts';
import type { Parts } from './parts.ts';
import { deviceHead, passwordHead, sealSlot } from './slot.ts';
import type { Snapshot } from './store.ts';
import { readSlotHead } from './stored.ts';
import type { Opened } from './unlock.ts';
import { verify, type Verified } from './verify.ts';

/** A slot as its owner sees it. */
export interface KeptSlot {
  readonly id: string;
  /** `unknown` for what a later Countersign has made. */
  readonly type: StoredSlot['type'] | 'unknown';
  /** '' when it has none. */
  readonly name: string;
}

const SLOT_TYPES = ['password', 'recovery', 'passkey', 'device'] as const;

function typeOf(value: unknown): KeptSlot['type'] {
  return SLOT_TYPES.find((type) => type === value) ?? 'unknown';
}

/** Of a slot as it is stored. */
export function slotType(slot: unknown): KeptSlot['type'] {
  return typeOf((slot as { readonly type?: unknown } | null)?.type);
}

function keptSlots(manifest: Manifest, slots: Snapshot['slots']): readonly KeptSlot[] {
  const names = new Map(Object.entries(manifest.names ?? {}));
  return slots.map((slot) => {
    const { id, type } = readSlotHead(slot);
    return { id, type: typeOf(type), name: names.get(id) ?? '' };
  });
}

export async function listSlots({ store }: Parts, vaultKey: Bytes): Promise<readonly KeptSlot[]> {
  const snapshot = await store.snapshot([]);
  const { manifest } = await verify(await deriveKeys(vaultKey), snapshot);
  return keptSlots(manifest, snapshot.slots);
}

/** Changes the slots in the way that `work` says when it is shown them; null for not at all. */
export async function changeSlots(
  { store, copy, randomBytes }: Parts,
  vaultKey: Bytes,
  work: (slots: readonly KeptSlot[], before: Verified, keys: VaultKeys) => Promise<Change> | Change | null,
): Promise<void> {
  const keys = await deriveKeys(vaultKey.slice());
  const snapshot = await store.snapshot([]);
  const before = await verify(keys, snapshot);
  const change = await work(keptSlots(before.manifest, snapshot.slots), before, keys);
  if (change === null) return;
  await commit(store, keys.manifest, before, change, randomBytes);
  // What no longer opens the vault must not go on opening a copy that has not followed.
  await catchUp(store, copy, keys, { header: before.header, gen: before.manifest.gen + 1 });
}

/** In the place of every password that there is. */
export function setPassword(parts: Parts, { vaultKey }: Opened, password: string): Promise<void> {
  const { kdf, randomBytes } = parts;
  return changeSlots(parts, vaultKey, async (slots, { header }) => {
    const head = passwordHead(kdf.parameters, randomBytes);
    const factor = { type: 'password', password } as const;
    const slot = await sealSlot(header, head, factor, vaultKey, kdf.argon2id, randomBytes);
    const replaced = slots.filter(({ type }) => type === 'password');
    return {
      slots: [slot],
      deletedSlots: replaced.map(({ id }) => id),
      names: new Map(replaced.map(({ name }) => [slot.id, name])),
    };
  });
}

/**
 * Puts a device slot in the place of every slot that there is, and of the PIN: the vault opens without a password
 * from now on.
 */
export async function removeProtection(parts: Parts, { vaultKey, header: { id } }: Opened): Promise<void> {
  const { kdf, randomBytes } = parts;
  await changeSlots(parts, vaultKey, async (slots, { header, config, manifest }, keys) => {
    const factor = { type: 'device' } as const;
    const slot = await sealSlot(header, deviceHead(randomBytes), factor, vaultKey, kdf.argon2id, randomBytes);
    const { pin: _pin, ...rest } = await openConfig(keys.config, header.id, config);
    return {
      slots: [slot],
      deletedSlots: slots.map((one) => one.id),
      config: await sealConfig(keys.config, header.id, manifest.cfg + 1, rest, randomBytes),
    };
  });
  await parts.pin.renew(id, vaultKey, undefined);
}

/** Whether somebody would still get in without a passkey: those get deleted by accident, with all others of a site. */
export function isEnough(slots: readonly Pick<KeptSlot, 'type'>[]): boolean {
  return slots.some(({ type }) => type === 'password' || type === 'recovery' || type === 'device');
}

function isBelow(kdf: KdfParameters, today: KdfParameters): boolean {
  return kdf.m <= today.m && kdf.t <= today.t && (kdf.m < today.m || kdf.t < today.t);
}

/**
 * Makes the slot that has opened anew when its key is derived more cheaply than today's. That this fails is no
 * reason to keep anybody out: the next unlocking tries again.
 */
export async function upgradeKdf(parts: Parts, opened: Opened, factor: Factor): Promise<void> {
  const { slot } = opened;
  if (slot.type !== 'password' || factor.type !== 'password') return;
  if (!isBelow(slot.kdf, parts.kdf.parameters)) return;
  try {
    await setPassword(parts, opened, factor.password);
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
  }
}
