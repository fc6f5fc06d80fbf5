import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { base32Bytes } from '../../../demo-site/engine/base32.ts';
import { hotp, stepAt, usualShape } from '../../../demo-site/engine/otp.ts';

/** What is asked of the process of the site, and what it says. */
export type Wish = 'memory' | 'stop';
export type Told = { url: string } | { memory: number };

/**
 * How much faster the site's time goes than ours. A code is good once; with so many sign-ins in so short a time every user would
 * otherwise have used all codes that there are.
 */
const SPEED = 20;
export const USERS = 500;
const SECRET = base32Bytes('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');

export interface Answer {
  status: number;
  body: string;
  ms: number;
}

/** The site in a process of its own, and how to ask it. */
export class LoadedSite {
  readonly #child: ChildProcess;
  readonly #url: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1024 });

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.#url = url;
  }

  static async start(): Promise<LoadedSite> {
    const child = fork(new URL('site.ts', import.meta.url), [String(SPEED), String(USERS)]);
    const [told] = (await once(child, 'message')) as [Told];
    return new LoadedSite(child, 'url' in told ? told.url : '');
  }

  /** Of the site's process, in bytes. */
  async memory(): Promise<number> {
    const told = once(this.#child, 'message') as Promise<[Told]>;
    this.#child.send('memory' satisfies Wish);
    const [answer] = await told;
    return 'memory' in answer ? answer.memory : 0;
  }

  async stop(): Promise<void> {
    this.#agent.destroy();
    const exit = once(this.#child, 'exit');
    this.#child.send('stop' satisfies Wish);
    await exit;
  }

  async frontPage(): Promise<Answer> {
    return await this.#ask('GET', '/', {});
  }

  /** A whole sign-in, with the code where one is asked for. @returns the answer that ended it, in the time of all */
  async signIn(user: number): Promise<Answer> {
    const username = `user${user}`;
    const cookies = new Map<string, string>();
    const first = await this.#post('/sign-in', { username, password: 'the-same-for-all' }, cookies);
    if (first.status !== 200 || !first.body.includes('second-factor')) return first;
    const code = hotp(SECRET, stepAt(Date.now() * SPEED, usualShape), usualShape);
    const second = await this.#post('/sign-in/code', { code }, cookies);
    return { ...second, ms: first.ms + second.ms };
  }

  async #post(path: string, body: object, cookies: Map<string, string>): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'Content-Type': 'application/json', ...(cookie === '' ? {} : { Cookie: cookie }) };
    return await this.#ask('POST', `/api/v1${path}`, headers, JSON.stringify(body), cookies);
  }

  #ask(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string,
    cookies?: Map<string, string>,
  ): Promise<Answer> {
    const start = performance.now();
    return new Promise((resolve, reject) => {
      const outgoing = request(`${this.#url}${path}`, { method, headers, agent: this.#agent }, (incoming) => {
        let text = '';
        for (const line of incoming.headers['set-cookie'] ?? []) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
          cookies?.set(name, value);
        }
        incoming.setEncoding('utf8').on('data', (part: string) => (text += part));
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, body: text, ms: performance.now() - start }),
        );
      });
      outgoing.on('error', (error) => {
        // A kept connection that the site closed just as this was sent on it: browsers then ask again.
        if (outgoing.reusedSocket && 'code' in error && error.code === 'ECONNRESET') {
          resolve(this.#ask(method, path, headers, body, cookies));
        } else reject(error);
      });
      outgoing.end(body);
    });
  }
}

/** How long a user waits after a code, for the next one to be another: a period of the site's time, and a little. */
export const REST = ((usualShape.period * 1000) / SPEED) * 1.2;
