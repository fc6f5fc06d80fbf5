import { onTestFinished, vi } from 'vitest';
import { hotp, stepAt, usualShape } from '../../../demo-site/engine/otp.ts';
import {
  createProvider,
  demoUsers,
  type Provider,
  type ProviderId,
  type ProviderOptions,
} from '../../../demo-site/provider.ts';
import { base32Bytes } from '../../../demo-site/engine/base32.ts';
import type { SeedUser } from '../../../demo-site/engine/seed.ts';
import { usersOf } from '../../../demo-site/providers/users.ts';
import { Browser, overHttp, type Page } from './browser.ts';

/** The cheapest scrypt there is: what is tested here is what is decided, not how long it takes. */
export const cheap = { N: 2, r: 1, p: 1 };

/** Those with whom a test begins: nobody among them has done anything yet, not even begun a session. */
function people(profile: ProviderId = 'cloudmc'): readonly SeedUser[] {
  const names = ['alice', 'bob', 'carol', 'agent'];
  return usersOf(profile).filter(({ username }) => names.includes(username));
}

/** A provider whose time stands still until a test moves it. Stopped when the test ends. */
export class TestSite {
  now = Date.UTC(2026, 0, 1, 12);
  readonly errors: unknown[] = [];
  #provider: Provider | undefined;

  static async start(options: ProviderOptions = {}): Promise<TestSite> {
    const site = new TestSite();
    site.#provider = await createProvider({
      clock: () => site.now,
      scrypt: cheap,
      seed: people(options.profile),
      onError: (error) => site.errors.push(error),
      ...options,
    });
    onTestFinished(async () => await site.provider.stop());
    return site;
  }

  get provider(): Provider {
    if (!this.#provider) throw new Error('not started');
    return this.#provider;
  }

  get engine(): Provider['engine'] {
    return this.provider.engine;
  }

  /** Every address that is served, the new ones too, by one method or by any. */
  paths(method?: 'GET' | 'POST'): string[] {
    const routes = this.provider.app.routes.filter(
      (route) => (method === undefined || route.method === method) && !/[*:]/u.test(route.path),
    );
    return [...new Set(routes.map(({ path }) => path))];
  }

  browser(): Browser {
    return new Browser(this.provider);
  }

  /** A browser that sends its requests over connections to the port that the site listens on. */
  connectedBrowser(): Browser {
    return new Browser({ app: overHttp(this.provider) });
  }

  wait(seconds: number): void {
    this.now += seconds * 1000;
  }

  /** The code that an authenticator with this key shows, `steps` later than now. */
  code(secret: string, steps = 0, shape = usualShape): string {
    return hotp(base32Bytes(secret), stepAt(this.now, shape) + steps, shape);
  }

  /** A code of the right shape that is not valid anywhere near now. */
  wrongCode(secret: string): string {
    const near = new Set(Array.from({ length: 41 }, (_, at) => this.code(secret, at - 20)));
    const wrong = Array.from({ length: 50 }, (_, at) => String(at).padStart(6, '0')).find(
      (code) => !near.has(code),
    );
    return wrong ?? '';
  }

  rows<Row>(sql: string): Row[] {
    return this.engine.store.rows<Row>(sql);
  }
}

export const passwords = Object.fromEntries(demoUsers.map(({ username, password }) => [username, password]));
export const bobSecret = demoUsers.find(({ username }) => username === 'bob')?.secret ?? '';
export const carolSecret = demoUsers.find(({ username }) => username === 'carol')?.secret ?? '';

export async function enterPassword(
  browser: Browser,
  username: string,
  password = passwords[username],
): Promise<Page> {
  await browser.get('/login');
  return await browser.post('/login', { username, password: password ?? '' });
}

export async function signIn(browser: Browser, username: string, code?: string): Promise<Page> {
  const page = await enterPassword(browser, username);
  return code === undefined ? page : await browser.post('/login/2fa', { code });
}

/** From a signed-in account to the page with the QR code. @returns the secret on it */
export async function beginSetup(browser: Browser, password: string | undefined): Promise<string> {
  await browser.get('/account/security');
  await browser.post('/2fa/start', {});
  const page = await browser.post('/step-up', { goal: 'enable', password: password ?? '' });
  return secretOn(page);
}

export function secretOn({ html }: Page): string {
  return /data-testid="setup-key"[^>]*>([A-Z2-7 ]+)</u.exec(html)?.[1]?.replaceAll(' ', '') ?? '';
}

export function codesOn({ html }: Page): string[] {
  return [...html.matchAll(/<li><code>(\d{8})<\/code><\/li>/gu)].map(([, code]) => code ?? '');
}

/** 2FA on, signed in, and the codes that were shown. */
export async function enable(
  site: TestSite,
  browser: Browser,
  username = 'alice',
): Promise<{ secret: string; codes: string[] }> {
  await signIn(browser, username);
  const secret = await beginSetup(browser, passwords[username]);
  const codes = codesOn(await browser.post('/2fa/confirm', { code: site.code(secret) }));
  await browser.post('/2fa/codes/ack', {});
  site.wait(30);
  return { secret, codes };
}

export async function useBackupCode(browser: Browser, username: string, code: string): Promise<Page> {
  await enterPassword(browser, username);
  await browser.get('/login/backup');
  return await browser.post('/login/backup', { backup_code: code });
}

export function isSignedIn({ path }: Page): boolean {
  return path.startsWith('/console');
}

/** Lets something happen while the site awaits a hash: just before the answer of the next one comes. */
export function whileHashing(
  { hasher }: TestSite['engine'],
  method: 'findCode' | 'isPassword' | 'hashCodes' | 'hashPassword',
  happens: () => Promise<unknown>,
): void {
  const original = hasher[method].bind(hasher) as (...given: unknown[]) => Promise<never>;
  vi.spyOn(hasher, method).mockImplementationOnce(async (...given: unknown[]) => {
    const answer = await original(...given);
    await happens();
    return answer;
  });
}
