import { createHash, timingSafeEqual } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import type { SiteEnv, Visit } from '../routes/site.ts';
import { TOKEN_HEADER } from './contract.ts';

/**
 * Who may come in: from this machine, under a name of this machine, with the token. There is no CORS: the header forces a
 * preflight on every page that would try, and no preflight is ever answered.
 */
export function guard(token: string) {
  return createMiddleware<SiteEnv>(async function guard(c, next) {
    // A stranger's name that was made to lead here would make this site the stranger's own origin.
    if (!isLoopbackName(hostOf(c))) throw new HTTPException(403, { message: 'not under this name' });
    if (!isFromHere(c)) throw new HTTPException(403, { message: 'not from another machine' });
    const given = c.req.header(TOKEN_HEADER);
    if (given === undefined || !sameText(given, token)) {
      throw new HTTPException(401, { message: `${TOKEN_HEADER} is missing or wrong` });
    }
    await next();
  });
}

function hostOf(c: Visit): string {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  return URL.parse(`http://${host}`)?.hostname ?? '';
}

/** Names that no one else's name server is ever asked for: RFC 6761 section 6.3, and the addresses themselves. */
function isLoopbackName(name: string): boolean {
  return /^(?:(?:[a-z0-9-]+\.)*localhost|127\.0\.0\.1|\[::1\])$/u.test(name);
}

function isFromHere(c: Visit): boolean {
  const env: SiteEnv['Bindings'] | undefined = c.env;
  const address = env?.incoming?.socket.remoteAddress;
  return address === undefined || /^(?:127\.|::1$|::ffff:127\.)/u.test(address);
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [left, right].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
