import { createControl } from './control/control.ts';
import type { KnownHashes } from './engine/seed.ts';
import { openSite, type OpenSite, type SiteOptions } from './open-site.ts';
import { providers } from './providers/all.ts';
import type { ProviderId } from './providers/profile.ts';
import { createFrontApp } from './routes/all.ts';
import { addressOf, serveAfter, type Fetch, type ServeOptions } from './serve.ts';

export interface AllOptions extends Omit<SiteOptions, 'seed'>, ServeOptions {
  /** Opens a testing door on each provider's host, all with the same token. */
  control?: boolean;
}

interface HostedSite extends OpenSite {
  /** Without a slash at its end. */
  url: string;
}

export interface AllProviders {
  /** Of the page that lists them. Without a slash at its end. */
  url: string;
  port: number;
  sites: readonly HostedSite[];
  /** The token of the testing doors; null where they were not asked for. */
  controlToken: string | null;
  /** For requests without a port: the host of the request decides who answers. */
  fetch: Fetch;
  /** Ends every connection and closes the stores. Calling it again does nothing. */
  stop(): Promise<void>;
}

/**
 * All providers in one process, each under a name of its own, since cookies tell names apart and ports not. Each has its own
 * accounts: with `data`, in a file of its own beside that name.
 */
export async function createAllProviders(options: AllOptions = {}): Promise<AllProviders> {
  const { hostname = '127.0.0.1', tls } = options;
  const control = options.control ? createControl(hostname, options.clock ?? Date.now) : undefined;
  let port = 0;
  const sites: HostedSite[] = [];
  const known: KnownHashes = new Map();
  const close = (): void => sites.forEach((site) => site.close());
  try {
    for (const profile of Object.values(providers)) {
      const url = (): string => addressOf(`${profile.id}.localhost`, port, tls);
      const door = control && { ...createControl(hostname, options.clock ?? Date.now), token: control.token };
      const site = openSite(profile, dataOf(options, profile.id), url, { control: door, known });
      sites.push({
        ...site,
        get url() {
          return url();
        },
      });
    }
    const fetch = byHost(sites, options);
    const begin = async (): Promise<void> => {
      for (const site of sites) await site.begin();
    };
    const served = await serveAfter(begin, fetch, options);
    port = served.port;
    let stopped: Promise<void> | undefined;
    const stop = (): Promise<void> => (stopped ??= served.stop().then(close));
    const url = addressOf('localhost', port, tls);
    return { url, port, sites, controlToken: control?.token ?? null, fetch, stop };
  } catch (error) {
    close();
    throw error;
  }
}

function dataOf(options: AllOptions, id: ProviderId): SiteOptions {
  return options.data === undefined ? options : { ...options, data: `${options.data}.${id}` };
}

/** `metal.localhost`, and `metal.` of whatever else leads here; the list of all under every other name. */
function byHost(sites: readonly HostedSite[], { clock = Date.now, onError }: AllOptions): Fetch {
  const front = createFrontApp(sites, clock, (error) => onError?.(error));
  const apps = new Map<string, OpenSite['app']>(sites.map(({ profile, app }) => [profile.id, app]));
  return (request, env) => {
    const [label = ''] = new URL(request.url).hostname.split('.');
    return (apps.get(label) ?? front).fetch(request, env);
  };
}
