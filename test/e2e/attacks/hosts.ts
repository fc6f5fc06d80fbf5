/**
 * Serves the attack pages of this folder on this machine, over https under any name, and over http at the same port.
 * Each page says at its top what it tries. For its rightful owner the same page is served without what is marked as
 * the attack.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createPlain, type RequestListener } from 'node:http';
import { createServer as createTls } from 'node:https';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { tls } from '../provider.ts';

/** Where the account belongs: under a public suffix of the list's private section, where strangers are neighbours. */
export const BANK = 'example.github.io';
/** Another host of the same owner. */
export const SIBLING = `user.${BANK}`;
export const EVIL = 'evil.example';

export interface Hosts {
  /** The address of a page of this folder. */
  url(page: string, where?: Where): string;
  close(): Promise<void>;
}

export interface Where {
  readonly host?: string;
  readonly scheme?: 'https' | 'http';
  /** As the owner of the page would have made it. */
  readonly owner?: boolean;
  /** Told to the page. */
  readonly told?: string;
}

/** What every page asks with. */
const PROMPT = `<form>
  <label>Code from your authenticator app
    <input name="code" inputmode="numeric" autocomplete="one-time-code" />
  </label>
  <button>Sign in</button>
</form>`;

/** What a page's own server says of it beside the page itself: to everyone but its owner. */
const HEADERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'sandboxed-top.html': { 'content-security-policy': 'sandbox allow-scripts allow-forms' },
};

const ATTACK = /<(script|style) data-attack[^>]*>[^]*?<\/\1>/g;

export async function serveHosts(): Promise<Hosts> {
  const answer: RequestListener = ({ url = '/' }, response) => {
    const { pathname, searchParams } = new URL(url, 'https://localhost');
    const name = /^\/([\w-]+\.(?:html|js))$/.exec(pathname)?.[1];
    response.setHeader(
      'content-type',
      `text/${name?.endsWith('.js') ? 'javascript' : 'html'}; charset=utf-8`,
    );
    if (name === undefined) {
      response.writeHead(404).end();
      return;
    }
    const isOwners = searchParams.has('owner');
    response.writeHead(200, isOwners ? {} : HEADERS[name]);
    response.end(pageOf(name, isOwners, port));
  };
  const secure = createTls(tls, answer);
  const plain = createPlain(answer);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.once('data', (first: Buffer) => {
      socket.pause();
      socket.unshift(first);
      // The first byte of a TLS handshake (RFC 8446, section 5.1).
      (first[0] === 22 ? secure : plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url(page, { host = BANK, scheme = 'https', owner = false, told = '' } = {}) {
      return `${scheme}://${host}:${port}/${page}?${owner ? 'owner&' : ''}told=${encodeURIComponent(told)}`;
    },
    async close() {
      sockets.forEach((socket) => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}

function pageOf(name: string, isOwners: boolean, port: number): string {
  const source = readFileSync(join(import.meta.dirname, name), 'utf8');
  return (isOwners ? source.replace(ATTACK, '') : source)
    .replaceAll('{{prompt}}', PROMPT)
    .replaceAll('{{bank}}', `https://${BANK}:${port}`)
    .replaceAll('{{evil}}', `https://${isOwners ? BANK : EVIL}:${port}`);
}
