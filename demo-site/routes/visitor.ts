import { isIPv4, isIPv6 } from 'node:net';
import type { Visitor } from '../engine/engine.ts';
import type { SiteEnv, Visit } from './site.ts';

/** From the connection alone: whoever is limited would write a new X-Forwarded-For for each guess. */
export function visitorOf(c: Visit): Visitor {
  const env: SiteEnv['Bindings'] | undefined = c.env;
  const session = c.get('session')?.id;
  return {
    ...(session === undefined ? {} : { session }),
    network: networkOf(env?.incoming?.socket.remoteAddress ?? ''),
    userAgent: (c.req.header('user-agent') ?? '').slice(0, 200),
  };
}

/** The /24 or /64 that an address is in: one customer of IPv6 has a whole /64 to guess from. */
export function networkOf(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/iu, '');
  if (isIPv4(bare)) return `${bare.split('.').slice(0, 3).join('.')}.0/24`;
  if (!isIPv6(bare)) return 'unknown';
  const [head = '', tail] = bare.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return `${[...left, ...zeros, ...right].slice(0, 4).join(':')}::/64`;
}
