/** The ways into a vault, and another vault key. */
import { catchUp } from './copy.ts';
import { VaultError } from './errors.ts';
import type { Factor, NewPasskey } from './factor.ts';
import type { PasskeySlot } from './format.ts';
import { deriveKeys } from './keys.ts';
import { begin, whenOpen, type Parts } from './parts.ts';
import { RECOVERY_CODE_BYTES, spellRecoveryCode } from './recovery-code.ts';
import { rotateKey } from './rotate-key.ts';
import { passkeyHead, recoveryHead, sealSlot } from './slot.ts';
import { changeSlots, isEnough, listSlots, setPassword, upgradeKdf, type KeptSlot } from './slots.ts';
import { readHeader, readSlot } from './stored.ts';
import { openWith, type Opened } from './unlock.ts';

/** What a passkey is asked with. */
type AskedPasskey = Pick<PasskeySlot, 'credentialId' | 'rpId' | 'salt'>;

/**
 * Whoever cuts, changes or takes away a key shows a factor first, also of an open vault: one that was left alone
 * must not get another key for somebody else. `wrong` is said of a factor that opens nothing.
 */
export interface Keyring {
  unlockWith(factor: Factor): Promise<'open' | 'wrong'>;
  /** The factor again, before something is shown. */
  checkWith(factor: Factor): Promise<boolean>;
  /** Those that can be asked, also while it is locked. Nothing has authenticated them yet. */
  passkeys(): Promise<readonly AskedPasskey[]>;
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
  /** Puts a password, which is not empty, in the place of the one before. No record is written again. */
  changePassword(factor: Factor, password: string): Promise<'changed' | 'wrong'>;
  /**
   * Seals everything under a new vault key, in one transaction: copies of the vault from before, and what opened
   * them, are then worth nothing for it. Only these factors open it from now on; one of them is no passkey.
   */
  rotateKey(factors: readonly Factor[]): Promise<'rotated' | 'wrong'>;
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

function whenShown<T>(
  parts: Parts,
  factor: Factor,
  work: (opened: Opened) => Promise<T>,
): Promise<T | 'wrong'> {
  return whenOpen(parts, () => withFactor(parts, factor, work));
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
      whenShown(parts, factor, async (opened) => {
        const code = spellRecoveryCode(randomBytes(RECOVERY_CODE_BYTES));
        const added = { type: 'recovery', code } as const;
        return { ...(await addSlot(parts, opened, recoveryHead(randomBytes), added, name)), code };
      }),
    addPasskey: (factor: Factor, passkey: NewPasskey, name: string) =>
      whenShown(parts, factor, (opened) => {
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
        await setPassword(parts, opened, password);
        return 'changed' as const;
      }),
    rotateKey: (factors: readonly Factor[]) => whenOpen(parts, () => rotateKey(parts, factors)),
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
  const { store, copy, anchor, exclusive } = parts;
  return {
    unlockWith: (factor) =>
      exclusive(() =>
        withFactor(parts, factor, async (opened) => {
          await anchor.found(opened.header.id, opened.gen);
          await upgradeKdf(parts, opened, factor);
          await catchUp(store, copy, await deriveKeys(opened.vaultKey.slice()), opened);
          await begin(parts, opened);
          return 'open' as const;
        }),
      ),
    checkWith: async (factor) => (await whenShown(parts, factor, async () => true)) === true,
    passkeys: () =>
      exclusive(async () => {
        const { header, slots } = await store.snapshot([]);
        readHeader(header);
        return slots.map(askedOf).filter((passkey) => passkey !== null);
      }),
    slots: () => whenOpen(parts, (vaultKey) => listSlots(parts, vaultKey())),
    ...adding(parts),
    ...changing(parts),
  };
}
