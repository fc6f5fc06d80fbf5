import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Visit } from './site.ts';

/** One for each kind of record, so that one kind's token is never looked up among another's. */
export type CookieName = 'sid' | 'challenge' | 'setup' | 'browser';

function isHttps(c: Visit): boolean {
  return new URL(c.req.url).protocol === 'https:';
}

/** As the browser knows it. */
export function cookieNameOf(c: Visit, name: CookieName): string {
  return isHttps(c) ? `__Host-${name}` : name;
}

export function readCookie(c: Visit, name: CookieName): string | undefined {
  // Over https only the __Host- one: a page of a sibling host can't have planted that.
  return isHttps(c) ? getCookie(c, name, 'host') : getCookie(c, name);
}

/** Without Max-Age: the server's clock, which may be a frozen one, decides when it is over. */
export function writeCookie(c: Visit, name: CookieName, value: string): void {
  const common = { path: '/', httpOnly: true, sameSite: 'Lax' } as const;
  if (isHttps(c)) setCookie(c, name, value, { ...common, prefix: 'host', secure: true });
  else setCookie(c, name, value, common);
}

export function clearCookie(c: Visit, name: CookieName): void {
  if (isHttps(c)) deleteCookie(c, name, { path: '/', prefix: 'host', secure: true });
  else deleteCookie(c, name, { path: '/' });
}
