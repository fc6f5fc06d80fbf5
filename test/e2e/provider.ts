/** A demo provider, served on this machine over https under its own name and under any other. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProvider, type ProviderId } from '../../demo-site/provider.ts';

export interface Served {
  /** Where it is at home. */
  readonly origin: string;
  /** The same site, to the last byte, under another name. */
  originOf(host: string): string;
  /** Sets its clock forward or, by less than nothing, back; ms. */
  moveClock(by: number): void;
  /** Sets its clock to this time, from where it goes on as it did; ms since the epoch. */
  setClock(to: number): void;
  close(): Promise<void>;
}

const pem = (name: string): string => readFileSync(join(import.meta.dirname, 'tls', name), 'utf8');

/** A certificate that no browser trusts unless told to. */
export const tls = { key: pem('key.pem'), cert: pem('certificate.pem') };

export interface Serving {
  readonly profile?: ProviderId;
  /** ms since the epoch; the real time without one. */
  readonly clock?: () => number;
}

export async function serveProvider({
  profile = 'cloudmc',
  clock = Date.now,
}: Serving = {}): Promise<Served> {
  let ahead = 0;
  const provider = await createProvider({
    profile,
    clock: () => clock() + ahead,
    tls,
    scrypt: { N: 2 ** 12, r: 8, p: 1 }, // a person signs in a few times; the tests do it a hundred times
    onError: (error) => {
      throw error;
    },
  });
  const originOf = (host: string) => `https://${host}:${provider.port}`;
  return {
    origin: originOf(`${profile}.example`),
    originOf,
    moveClock: (by) => {
      ahead += by;
    },
    setClock: (to) => {
      ahead = to - clock();
    },
    close: () => provider.stop(),
  };
}
