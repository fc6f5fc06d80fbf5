import { createServer, STATUS_CODES, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { bareProblemPage } from './pages/problem.ts';

/** As the adaptor calls it: with the connection that the request came on. */
export type Fetch = Parameters<typeof getRequestListener>[0];

export interface ServeOptions {
  /** 0, the default, for any that is free. */
  port?: number;
  /** Where to listen; requests under any other name that leads here are answered too. */
  hostname?: string;
  /** PEM. The site then speaks https. */
  tls?: { key: string; cert: string };
}

export interface Served {
  port: number;
  /** Ends every connection. */
  stop(): Promise<void>;
}

/**
 * Listens first and begins then: that a port is taken is said before the passwords of all users are hashed. Whoever comes in
 * between waits. Rejects with what `listen` says if the port is taken, and with what `begin` does.
 */
export async function serveAfter(
  begin: () => Promise<void>,
  fetch: Fetch,
  options: ServeOptions,
): Promise<Served> {
  const begun = Promise.withResolvers<void>();
  // Nobody may be waiting for it when it fails.
  begun.promise.catch(() => undefined);
  const served = await serve(async (request, env) => {
    await begun.promise;
    return await fetch(request, env);
  }, options);
  try {
    await begin();
    begun.resolve();
    return served;
  } catch (error) {
    begun.reject(error);
    await served.stop();
    throw error;
  }
}

async function serve(fetch: Fetch, { port = 0, hostname = '127.0.0.1', tls }: ServeOptions): Promise<Served> {
  const listener = getRequestListener(fetch, { errorHandler: noRequest });
  const answer = (...given: Parameters<typeof listener>): void => void listener(...given);
  const server = tls ? createTlsServer(tls, answer) : createServer(answer);
  server.on('clientError', explain);
  return { port: await listen(server, port, hostname), stop: () => stop(server) };
}

/** For a host that makes no address: no app gets to see that. */
function noRequest(): Response {
  const headers = { 'Content-Type': 'text/html; charset=utf-8' };
  return new Response(bareProblemPage(400), { status: 400, headers });
}

/** What is no HTTP, or has headers without end, is closed with a page that says so. */
function explain(error: Error & { code?: string }, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
  const page = bareProblemPage(status);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: text/html; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(page)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${page}`);
}

/** Without a slash at its end. */
export function addressOf(name: string, port: number, tls: ServeOptions['tls']): string {
  return `${tls ? 'https' : 'http'}://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

function listen(server: Server, port: number, hostname: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // A browser keeps its connections open for minutes.
    server.closeAllConnections();
  });
}
