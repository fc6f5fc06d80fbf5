/**
 * The clocks of the sites that accounts are bound to, from what their responses say by the way: the extension asks no
 * site for the time, and no script of a page is believed about it.
 */
import { correction, sampleOf, withSample, type ClockSample, type Header } from '../core/clock.ts';
import { siteOf } from '../core/site/site.ts';
import type { Vault } from '../vault/vault.ts';
import type { SessionState } from './session-state.ts';

/** A document's response, as the browser received it from the network. */
interface Response {
  readonly url: string;
  readonly headers: readonly Header[];
  /** ms since the epoch, by our clock. */
  readonly at: number;
}

export interface SiteClocks {
  heard(response: Response): Promise<void>;
  /** What is to be added to our clock, in ms, for codes of an account of these hosts. */
  correction(hosts: readonly string[]): Promise<number>;
}

export function createSiteClocks(
  state: SessionState<readonly ClockSample[]>,
  vault: Pick<Vault, 'list' | 'state'>,
  now: () => number,
): SiteClocks {
  const isBound = async (host: string): Promise<boolean> => {
    if ((await vault.state()) !== 'open') return false;
    return (await vault.list()).some(({ overview }) => overview.hosts.includes(host));
  };
  return {
    async heard({ url, headers, at }) {
      const site = siteOf(url);
      const sample = sampleOf(headers, at);
      // On the way of plain http anybody can write a date, and with it which code a person is given.
      if (sample === null || site?.secure !== true || !(await isBound(site.host))) return;
      const { host } = site;
      await state.change((table) => ({ ...table, [host]: withSample(table[host] ?? [], sample) }));
    },
    async correction(hosts) {
      const table = await state.read();
      const corrections = hosts.map((host) => correction(table[host] ?? [], now()));
      return corrections.find((ms) => ms !== 0) ?? 0;
    },
  };
}
