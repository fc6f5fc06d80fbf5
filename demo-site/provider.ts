import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { createControl } from './control/control.ts';
import type { Clock, Engine, Random } from './engine/engine.ts';
import { Hasher, type ScryptCost } from './engine/hashing.ts';
import { openKey } from './engine/key.ts';
import { Sealer } from './engine/seal.ts';
import { seed as seedUsers, type SeedUser } from './engine/seed.ts';
import { Store } from './engine/store.ts';
import { providers } from './providers/all.ts';
import type { ProviderId, ProviderProfile } from './providers/profile.ts';
import { usersOf } from './providers/users.ts';
import { createApp } from './routes/app.ts';
import type { SiteEnv } from './routes/site.ts';

export type { ProviderId } from './providers/profile.ts';
export { demoUsers } from './providers/users.ts';
export { providers };

export interface ProviderOptions {
  profile?: ProviderId;
  /** Milliseconds since 1970. The real time if left out. */
  clock?: Clock;
  /** `node:crypto`'s if left out. */
  random?: Random;
  /** 0, the default, for any that is free. */
  port?: number;
  /** Where to listen; requests under any other name that leads here are answered too. */
  hostname?: string;
  /** A file for the accounts; in memory if left out. Its key is kept beside it. */
  data?: string;
  /** PEM. The site then speaks https. */
  tls?: { key: string; cert: string };
  /** The address that mails name, if it is not the one that is listened on. */
  publicUrl?: string;
  /** For tests, which sign in hundreds of times. */
  scrypt?: ScryptCost;
  seed?: readonly SeedUser[];
  /** Opens the testing door, `/__test`: on a loopback address only. `control/client.ts` is what goes through it. */
  control?: boolean;
  /** Told of errors that a visitor only sees as a page that says "Something went wrong". */
  onError?: (error: unknown) => void;
}

export interface Provider {
  /** Without a slash at its end. */
  url: string;
  port: number;
  users: readonly SeedUser[];
  /** For requests without a port: `app.request('/login')`. */
  app: Hono<SiteEnv>;
  /** For tests that look behind the pages. */
  engine: Engine;
  /** The token of the testing door; null where it was not asked for. */
  controlToken: string | null;
  /** Ends every connection and closes the store. Calling it again does nothing. */
  stop(): Promise<void>;
}

/**
 * Starts a demo provider. Rejects with what `listen` says if the port is taken, with a StoreError if the file can't be used,
 * and with a ControlError if the testing door would open to others.
 */
export async function createProvider(options: ProviderOptions = {}): Promise<Provider> {
  const { hostname = '127.0.0.1', port = 0, tls, onError = () => undefined } = options;
  const profile = providers[options.profile ?? 'cloudmc'];
  const seed = options.seed ?? usersOf(profile.id);
  const control = options.control ? createControl(hostname, options.clock ?? Date.now) : undefined;
  const engine = createEngine(profile, control ? { ...options, clock: control.clock.now } : options);
  let url = '';
  let stopped: Promise<void> | undefined;
  const app = createApp({
    engine,
    profile,
    users: seed,
    publicUrl: () => options.publicUrl ?? url,
    formKey: engine.sealer.derive('forms'),
    ...(control ? { control } : {}),
    // Whoever was waiting for a hash when the store was closed can only fail.
    report: (error) => {
      if (!stopped) onError(error);
    },
  });
  const server = makeServer(app, tls);
  try {
    await seedUsers(engine, seed);
    const bound = await listen(server, port, hostname);
    url = `${tls ? 'https' : 'http'}://${hostname.includes(':') ? `[${hostname}]` : hostname}:${bound}`;
    const stopOnce = (): Promise<void> => (stopped ??= stop(server, engine.store));
    const controlToken = control?.token ?? null;
    return { url, port: bound, users: seed, app, engine, controlToken, stop: stopOnce };
  } catch (error) {
    engine.store.close();
    throw error;
  }
}

function createEngine({ name, policy }: ProviderProfile, options: ProviderOptions): Engine {
  const random = options.random ?? randomBytes;
  const store = new Store(options.data ?? ':memory:');
  try {
    const sealer = new Sealer(openKey(options.data), random);
    store.claim(sealer.keyId);
    const hasher = new Hasher(random, options.scrypt);
    return { store, sealer, hasher, clock: options.clock ?? Date.now, random, policy, siteName: name };
  } catch (error) {
    store.close();
    throw error;
  }
}

function makeServer(app: Hono<SiteEnv>, tls: ProviderOptions['tls']): Server {
  const server = tls
    ? createAdaptorServer({ fetch: app.fetch, createServer: createTlsServer, serverOptions: tls })
    : createAdaptorServer({ fetch: app.fetch, createServer });
  return server as Server;
}

function listen(server: Server, port: number, hostname: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function stop(server: Server, store: Store): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      store.close();
      resolve();
    });
    // A browser keeps its connections open for minutes.
    server.closeAllConnections();
  });
}
