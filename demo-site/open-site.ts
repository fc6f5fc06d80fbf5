import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import type { Control } from './control/control.ts';
import type { Clock, Engine, Random } from './engine/engine.ts';
import { Hasher, type ScryptCost } from './engine/hashing.ts';
import { openKey } from './engine/key.ts';
import { type OtpWindow, usualWindow } from './engine/otp.ts';
import { Sealer } from './engine/seal.ts';
import { seed as seedUsers, type KnownHashes, type SeedUser } from './engine/seed.ts';
import { Store } from './engine/store.ts';
import type { ProviderProfile } from './providers/profile.ts';
import { usersOf } from './providers/users.ts';
import { createApp } from './routes/app.ts';
import type { SiteEnv } from './routes/site.ts';

export interface SiteOptions {
  /** Milliseconds since 1970. The real time if left out. */
  clock?: Clock;
  /** `node:crypto`'s if left out. */
  random?: Random;
  /** A file for the accounts; in memory if left out. Its key is kept beside it. */
  data?: string;
  /** For tests, which sign in hundreds of times. */
  scrypt?: ScryptCost;
  seed?: readonly SeedUser[];
  /** Steps before and after the site's own whose codes are taken: 0 to 2 each, one each if left out. */
  window?: OtpWindow;
  /** Told of errors that a visitor only sees as a page that says "Something went wrong". */
  onError?: (error: unknown) => void;
}

/** One provider with its accounts, before anybody listens. */
export interface OpenSite {
  profile: ProviderProfile;
  users: readonly SeedUser[];
  /** For requests without a port: `app.request('/login')`. */
  app: Hono<SiteEnv>;
  /** For tests that look behind the pages. */
  engine: Engine;
  /** Gives it the accounts that it starts with, if it has none. Whoever asks before finds nobody there. */
  begin: () => Promise<void>;
  close: () => void;
}

/** What sites of one process may share. */
export interface Shared {
  control?: Control | undefined;
  known?: KnownHashes;
}

/** Throws a StoreError if the data file can't be used. */
export function openSite(
  profile: ProviderProfile,
  options: SiteOptions,
  publicUrl: () => string,
  { control, known }: Shared = {},
): OpenSite {
  const users = options.seed ?? usersOf(profile.id);
  const engine = createEngine(profile, control ? { ...options, clock: control.clock.now } : options);
  let closed = false;
  const app = createApp({
    engine,
    profile,
    users,
    publicUrl,
    formKey: engine.sealer.derive('forms'),
    ...(control ? { control } : {}),
    // Whoever was waiting for a hash when the store was closed can only fail.
    report: (error) => {
      if (!closed) options.onError?.(error);
    },
  });
  const close = (): void => {
    closed = true;
    engine.store.close();
  };
  const begin = async (): Promise<void> => await seedUsers(engine, users, known);
  return { profile, users, app, engine, begin, close };
}

function createEngine({ name, policy }: ProviderProfile, options: SiteOptions): Engine {
  const random = options.random ?? randomBytes;
  const store = new Store(options.data ?? ':memory:');
  try {
    const sealer = new Sealer(openKey(options.data), random);
    store.claim(sealer.keyId);
    const hasher = new Hasher(random, options.scrypt);
    const { clock = Date.now, window = usualWindow } = options;
    return { store, sealer, hasher, clock, random, policy, window, siteName: name };
  } catch (error) {
    store.close();
    throw error;
  }
}
