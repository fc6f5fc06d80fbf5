import { createControl } from './control/control.ts';
import { openSite, type OpenSite, type SiteOptions } from './open-site.ts';
import { providers } from './providers/all.ts';
import type { ProviderId } from './providers/profile.ts';
import { addressOf, serveAfter, type ServeOptions } from './serve.ts';

export type { ProviderId } from './providers/profile.ts';
export { demoUsers } from './providers/users.ts';
export { providers };

export interface ProviderOptions extends SiteOptions, ServeOptions {
  /** CloudMC if left out. */
  profile?: ProviderId;
  /** The address that mails name, if it is not the one that is listened on. */
  publicUrl?: string;
  /** Opens the testing door, `/__test`: on a loopback address only. `control/client.ts` is what goes through it. */
  control?: boolean;
}

export interface Provider extends Omit<OpenSite, 'begin' | 'close'> {
  /** Without a slash at its end. */
  url: string;
  port: number;
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
  const { hostname = '127.0.0.1', tls } = options;
  const control = options.control ? createControl(hostname, options.clock ?? Date.now) : undefined;
  const profile = providers[options.profile ?? 'cloudmc'];
  let url = '';
  const { begin, close, ...site } = openSite(profile, options, () => options.publicUrl ?? url, { control });
  try {
    const served = await serveAfter(begin, site.app.fetch, options);
    url = addressOf(hostname, served.port, tls);
    let stopped: Promise<void> | undefined;
    const stop = (): Promise<void> => (stopped ??= served.stop().then(close));
    return { ...site, url, port: served.port, controlToken: control?.token ?? null, stop };
  } catch (error) {
    close();
    throw error;
  }
}
