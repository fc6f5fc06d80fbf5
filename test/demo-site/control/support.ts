import { DoorClient } from '../../../demo-site/control/client.ts';
import type { ProviderOptions } from '../../../demo-site/provider.ts';
import { TestSite } from '../support/site.ts';

export interface Opened {
  site: TestSite;
  door: DoorClient;
  token: string;
}

/** A site with its door open, without a port between the test and it. */
export async function openDoor(options: ProviderOptions = {}): Promise<Opened> {
  const site = await TestSite.start({ control: true, ...options });
  const token = site.provider.controlToken ?? '';
  const fetch = async (url: string, init: RequestInit) => await site.provider.app.request(url, init);
  return { site, token, door: new DoorClient({ url: 'http://localhost', token, fetch }) };
}
