import { request } from 'node:http';

/**
 * `fetch` for names under localhost, which browsers take for this machine and Node asks the resolver about, often in vain
 * (RFC 6761 section 6.3 leaves it to both). Plain http, and bodies of text.
 */
export function loopbackFetch(
  url: string,
  { method = 'GET', headers, body }: RequestInit,
): Promise<Response> {
  const { host, port, pathname, search } = new URL(url);
  const given = { ...Object.fromEntries(new Headers(headers)), host };
  return new Promise((resolve, reject) => {
    const where = { host: 'localhost', port, path: `${pathname}${search}`, agent: false } as const;
    const outgoing = request({ ...where, method, headers: given }, (incoming) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part)).on('error', reject);
      incoming.on('end', () => {
        const status = incoming.statusCode ?? 502;
        const type = incoming.headers['content-type'] ?? '';
        // A Response of 204 may have no body, not even an empty one.
        resolve(
          new Response(status === 204 ? null : Buffer.concat(parts), {
            status,
            headers: { 'content-type': type },
          }),
        );
      });
    });
    outgoing.on('error', reject).end(typeof body === 'string' ? body : '');
  });
}
