/** The ways into a vault, and another vault key. */
import { admit, isUnprotected, letIn, whenOpen, withFactor } from './admit.ts';
import { Contents } from './contents.ts';
import { VaultError } from './errors.ts';
import type { Factor, NewPasskey } from './factor.ts';
import type { PasskeySlot } from './format.ts';
import { deriveKeys } from './keys.ts';
import type { Parts } from './parts.ts';
import { pinKey } from './pin.ts';
import { RECOVERY_CODE_BYTES, spellRecoveryCode } from './recovery-code.ts';
import { rotateKey, setFirstPassword } from './rotate-key.ts';
import { passkeyHead, recoveryHead, sealSlot } from './slot.ts';
import {
  changeSlots,
  isEnough,
  listSlots,
  removeProtection,
  setPassword,
  slotType,
  type KeptSlot,
} from './slots.ts';
import { readHeader, readSlot } from './stored.ts';
import { openWithKey, type Opened, type OpenedVault } from './unlock.ts';

/** What a passkey is asked with. */
type AskedPasskey = Pick<PasskeySlot, 'credentialId' | 'rpId' | 'salt'>;

/**
 * Whoever cuts, changes or takes away a key shows a factor first, also of an open vault: one that was left alone
 * must not get another key for somebody else. `wrong` is said of a factor that opens nothing.
 *
 * A vault without a password opens with the factor `device`, by itself: it is never locked. It gets a password by
 * `changePassword`, and nothing else before that: a slot beside one that anybody opens would keep nobody out.
 */
export interface Keyring {
  unlockWith(factor: Factor): Promise<'open' | 'wrong'>;
  /** The factor again, before something is shown. */
  checkWith(factor: Factor): Promise<boolean>;
  /** Those that can be asked, also while it is locked. Nothing has authenticated them yet. */
  passkeys(): Promise<readonly AskedPasskey[]>;
  /** The kinds of slots that there are, also while it is locked. Nothing has authenticated them yet. */
  waysIn(): Promise<readonly KeptSlot['type'][]>;
  slots(): Promise<readonly KeptSlot[]>;
  /** '' for no name. */
  nameSlot(id: string, name: string): Promise<void>;
  /** The code is shown now or never. */
  addRecoveryCode(
    factor: Factor,
    name: string,
  ): Promise<{ readonly id: string; readonly code: string } | 'wrong'>;
  /** A `RangeError` for an output that is none. */
  addPasskey(factor: Factor, passkey: NewPasskey, name: string): Promise<{ readonly id: string } | 'wrong'>;
  /** `last` when only passkeys, or nothing, would be left; then it stays. An id that is not there is gone already. */
  removeSlot(factor: Factor, id: string): Promise<'removed' | 'last' | 'wrong'>;
  /**
   * Puts a password, which is not empty, in the place of the one before. No record is written again, except for the
   * first one of a vault without a password: that is another vault key.
   */
  changePassword(factor: Factor, password: string): Promise<'changed' | 'wrong'>;
  /**
   * Seals everything under a new vault key, in one transaction: copies of the vault from before, and what opened
   * them, are then worth nothing for it. Only these factors open it from now on; one of them is no passkey.
   */
  rotateKey(factors: readonly Factor[]): Promise<'rotated' | 'wrong'>;
  /** Whether it is a vault without a password, which whoever can read the profile can read. Also while it is locked. */
  isUnprotected(): Promise<boolean>;
  /** Makes it one: takes every slot away, and the PIN. Only for a person who has said that this is what they want. */
  removeProtection(factor: Factor): Promise<'unprotected' | 'wrong'>;
  /** A PIN, which is not empty, for the time between an unlocking and the end of the browser. See pin.ts. */
  setPin(factor: Factor, pin: string): Promise<'set' | 'wrong'>;
  removePin(): Promise<void>;
  /** Whether one is chosen; of an open vault. */
  hasPin(): Promise<boolean>;
  /** How many tries are left to `unlockWithPin` now; 0 when there is nothing to try. Also while it is locked. */
  pinTries(): Promise<number>;
  /** `none` when there was nothing to try: since the browser began nobody has opened it, or five were wrong. */
  unlockWithPin(pin: string): Promise<'open' | 'wrong' | 'none'>;
}

function whenShown<T>(
  parts: Parts,
  factor: Factor,
  work: (opened: Opened) => Promise<T>,
): Promise<T | 'wrong'> {
  return whenOpen(parts, () => withFactor(parts, factor, work));
}

/** The same, but nothing is added to a vault without a password. */
function whenProtected<T>(
  parts: Parts,
  factor: Factor,
  work: (opened: Opened) => Promise<T>,
): Promise<T | 'wrong'> {
  return whenShown<T | 'wrong'>(parts, factor, async (opened) =>
    opened.slot.type === 'device' ? 'wrong' : work(opened),
  );
}

/** Seals a slot for what is open, and adds it. Its id. */
async function addSlot(
  parts: Parts,
  { header, vaultKey }: Opened,
  head: Parameters<typeof sealSlot>[1],
  factor: Factor,
  name: string,
): Promise<{ readonly id: string }> {
  const { kdf, randomBytes } = parts;
  const slot = await sealSlot(header, head, factor, vaultKey, kdf.argon2id, randomBytes);
  await changeSlots(parts, vaultKey, () => ({ slots: [slot], names: new Map([[slot.id, name]]) }));
  return { id: slot.id };
}

function adding(parts: Parts) {
  const { randomBytes } = parts;
  return {
    addRecoveryCode: (factor: Factor, name: string) =>
      whenProtected(parts, factor, async (opened) => {
        const code = spellRecoveryCode(randomBytes(RECOVERY_CODE_BYTES));
        const added = { type: 'recovery', code } as const;
        return { ...(await addSlot(parts, opened, recoveryHead(randomBytes), added, name)), code };
      }),
    addPasskey: (factor: Factor, passkey: NewPasskey, name: string) =>
      whenProtected(parts, factor, async (opened) => {
        const added = { type: 'passkey', output: passkey.output } as const;
        return addSlot(parts, opened, passkeyHead(passkey, randomBytes), added, name);
      }),
  } satisfies Partial<Keyring>;
}

function changing(parts: Parts) {
  return {
    nameSlot: (id: string, name: string) =>
      whenOpen(parts, (vaultKey) =>
        changeSlots(parts, vaultKey(), (slots) =>
          slots.some((slot) => slot.id === id) ? { names: new Map([[id, name]]) } : null,
        ),
      ),
    removeSlot: (factor: Factor, id: string) =>
      whenShown(parts, factor, async ({ vaultKey }) => {
        const rest = (await listSlots(parts, vaultKey.slice())).filter((slot) => slot.id !== id);
        if (!isEnough(rest)) return 'last';
        await changeSlots(parts, vaultKey, (slots) =>
          slots.length === rest.length ? null : { deletedSlots: [id] },
        );
        return 'removed';
      }),
    changePassword: (factor: Factor, password: string) =>
      whenShown(parts, factor, async (opened) => {
        if (opened.slot.type === 'device') await setFirstPassword(parts, opened, password);
        else await setPassword(parts, opened, password);
        return 'changed' as const;
      }),
    rotateKey: (factors: readonly Factor[]) => whenOpen(parts, () => rotateKey(parts, factors)),
    removeProtection: (factor: Factor) =>
      whenShown(parts, factor, async (opened) => {
        await removeProtection(parts, opened);
        return 'unprotected' as const;
      }),
  } satisfies Partial<Keyring>;
}

/** Into the settings, and into the session with it. */
async function writePin(parts: Parts, { header, vaultKey }: OpenedVault, pin: string | null): Promise<void> {
  const { store, kdf, randomBytes } = parts;
  const key = pin === null ? undefined : await pinKey(pin, kdf, randomBytes);
  const contents = new Contents(store, await deriveKeys(vaultKey.slice()), randomBytes);
  await contents.changeConfig(({ pin: _pin, ...config }) =>
    key === undefined ? config : { ...config, pin: key },
  );
  await parts.pin.renew(header.id, vaultKey, key);
}

function pins(parts: Parts) {
  const { store, pin, exclusive } = parts;
  return {
    setPin: (factor: Factor, chosen: string) =>
      whenProtected(parts, factor, async (opened) => {
        if (chosen === '') throw new RangeError('empty PIN');
        await writePin(parts, opened, chosen);
        return 'set' as const;
      }),
    removePin: () =>
      whenOpen(parts, async (vaultKey) => {
        const opened = await openWithKey(store, vaultKey());
        await writePin(parts, opened, null).finally(() => opened.vaultKey.fill(0));
      }),
    hasPin: () =>
      whenOpen(parts, async (vaultKey) => {
        const { config, vaultKey: key } = await openWithKey(store, vaultKey());
        key.fill(0);
        return config.pin !== undefined;
      }),
    pinTries: () => exclusive(() => pin.tries()),
    unlockWithPin: (tried: string) =>
      exclusive(async () => {
        const vaultKey = await pin.open(tried);
        if (typeof vaultKey === 'string') return vaultKey;
        await admit(parts, await openWithKey(store, vaultKey));
        return 'open' as const;
      }),
  } satisfies Partial<Keyring>;
}

/** null for what is no passkey's slot, or a broken one: the others may open. */
function askedOf(value: unknown): AskedPasskey | null {
  try {
    const slot = readSlot(value, 'passkey');
    if (slot?.type !== 'passkey') return null;
    const { credentialId, rpId, salt } = slot;
    return { credentialId, rpId, salt };
  } catch (error) {
    if (error instanceof VaultError) return null;
    throw error;
  }
}

export function keyring(parts: Parts): Keyring {
  const { store, exclusive } = parts;
  return {
    unlockWith: (factor) => exclusive(() => letIn(parts, factor)),
    checkWith: async (factor) => (await whenShown(parts, factor, async () => true)) === true,
    passkeys: () =>
      exclusive(async () => {
        const { header, slots } = await store.snapshot([]);
        readHeader(header);
        return slots.map(askedOf).filter((passkey) => passkey !== null);
      }),
    waysIn: () =>
      exclusive(async () => {
        const { slots } = await store.snapshot([]);
        return slots.map(slotType);
      }),
    slots: () => whenOpen(parts, (vaultKey) => listSlots(parts, vaultKey())),
    ...adding(parts),
    ...changing(parts),
    ...pins(parts),
    isUnprotected: () => exclusive(() => isUnprotected(parts)),
  };
}
