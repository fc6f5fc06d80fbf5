/** Who has opened the vault is let in: until when, and what is looked after at that time. */
import { catchUp } from './copy.ts';
import { VaultError } from './errors.ts';
import type { Factor } from './factor.ts';
import type { Bytes } from './format.ts';
import { deriveKeys } from './keys.ts';
import { forgetOlder, migrate } from './migrate.ts';
import { begin, isAbsent, type Parts } from './parts.ts';
import type { OpenSession } from './session-key.ts';
import { upgradeKdf } from './slots.ts';
import { openWith, type Opened, type OpenedVault } from './unlock.ts';

/** Begins the session, and wipes the key; before that brings up to date what `upgrade` knows of. */
export async function admit(
  parts: Parts,
  opened: OpenedVault,
  upgrade: () => Promise<void> = async () => undefined,
): Promise<void> {
  const { store, copy, anchor } = parts;
  await anchor.found(opened.header.id, opened.gen);
  await upgrade();
  await catchUp(store, copy, await deriveKeys(opened.vaultKey.slice()), opened);
  await begin(parts, opened);
}

/** Works with what the factor opens, and wipes it. */
export async function withFactor<T>(
  { store, kdf }: Parts,
  factor: Factor,
  work: (opened: Opened) => Promise<T>,
): Promise<T | 'wrong'> {
  const opened = await openWith(store, factor, kdf.argon2id);
  if (opened === null) return 'wrong';
  return work(opened).finally(() => opened.vaultKey.fill(0));
}

/** Opens it with a factor and lets in who has it, after moving it out of an older format if it lies there. */
export async function letIn(parts: Parts, factor: Factor): Promise<'open' | 'wrong'> {
  const moved = await migrate(parts, factor);
  if (moved === 'wrong') return moved;
  return withFactor(parts, factor, async (opened) => {
    await admit(parts, opened, () => upgradeKdf(parts, opened, factor));
    if (moved === 'nothing') await forgetOlder(parts);
    return 'open' as const;
  });
}

/** Whether it opens without a password. */
export async function isUnprotected({ store, older }: Parts): Promise<boolean> {
  for (const one of [store, ...older.map((each) => each.store)]) {
    const { header, slots } = await one.snapshot([]);
    if (header === undefined) continue;
    return slots.some((slot) => (slot as { readonly type?: unknown } | null)?.type === 'device');
  }
  return false;
}

/**
 * The session that there is, null without one. A vault without a password is never locked: it begins one, for
 * locked it would keep out nobody but its owner.
 */
export async function currentSession(parts: Parts): Promise<OpenSession | null> {
  const open = await parts.session.current();
  if (open !== null || !(await isUnprotected(parts))) return open;
  await letIn(parts, { type: 'device' });
  return parts.session.current();
}

/** Works only when the vault is open. `vaultKey` gives a key to wipe each time. */
export function whenOpen<T>(parts: Parts, work: (vaultKey: () => Bytes) => Promise<T>): Promise<T> {
  return parts.exclusive(async () => {
    const open = await currentSession(parts);
    if (open === null) throw new VaultError((await isAbsent(parts)) ? 'absent' : 'locked');
    return work(() => open.vaultKey());
  });
}
