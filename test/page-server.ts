/** Serves whole pages by their names, on this machine. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PageServer<Name extends string> {
  /** @param host any name of this machine's */
  urlOf(name: Name, host?: string): string;
  close(): void;
}

/** @param pages the HTML of each */
export async function servePages<Name extends string>(
  pages: Readonly<Record<Name, string>>,
): Promise<PageServer<Name>> {
  const names = Object.keys(pages) as Name[];
  const server = createServer((request, response) => {
    const name = names[Number(request.url?.slice(1))];
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(name === undefined ? '' : pages[name]);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    urlOf: (name, host = '127.0.0.1') => `http://${host}:${port}/${names.indexOf(name)}`,
    close: () => void server.close(),
  };
}
