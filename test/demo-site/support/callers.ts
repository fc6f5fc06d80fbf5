import { pendingKey, shownCodes } from '../flows/steps.ts';
import type { Browser, Page } from './browser.ts';
import { passwords, type TestSite } from './site.ts';

/** What came of a request, in the same words whether a page or JSON answered. */
export type Came =
  | 'in'
  | 'second-factor'
  | 'done'
  | 'refused'
  | 'bad'
  | 'slow'
  | 'over'
  | 'signed-out'
  | 'step-up'
  | 'not-now'
  | 'nothing';

/** What a step-up is proved with, besides the password. */
interface Proofs {
  password?: string | undefined;
  code?: string;
  recovery?: string;
}

/** Somebody who uses the site: by its pages, or by its JSON. What holds for one has to hold for the other. */
export interface Caller {
  readonly browser: Browser;
  /** Another with the same cookies. */
  copy(): Caller;
  password(username: string, password?: string): Promise<Came>;
  code(code: string): Promise<Came>;
  recovery(code: string): Promise<Came>;
  isIn(): Promise<boolean>;
  signOut(): Promise<Came>;
  stepUp(proofs: Proofs): Promise<Came>;
  /** Begins a set-up. @returns its secret, or why there is none */
  begin(password?: string): Promise<{ secret: string } | Came>;
  confirm(code: string, more?: Record<string, string>): Promise<{ codes: string[] } | Came>;
  cancel(): Promise<Came>;
  acknowledge(): Promise<Came>;
  regenerate(): Promise<{ codes: string[] } | Came>;
  disable(): Promise<Came>;
  forgot(account: string): Promise<Came>;
  reset(token: string, password: string): Promise<Came>;
  askSupport(): Promise<Came>;
  confirmOwnership(token: string): Promise<Came>;
  cancelRecovery(token: string): Promise<Came>;
  approve(id: number, proof?: string): Promise<Came>;
  reject(id: number): Promise<Came>;
  revoke(session: number | 'others'): Promise<Came>;
}

const byStatus: Readonly<Record<number, Came>> = {
  400: 'bad',
  404: 'nothing',
  409: 'not-now',
  422: 'refused',
  429: 'slow',
};

/** By forms. */
class OnPages implements Caller {
  readonly browser: Browser;
  readonly #site: TestSite;

  constructor(site: TestSite, browser = site.browser()) {
    this.#site = site;
    this.browser = browser;
  }

  copy(): Caller {
    return new OnPages(this.#site, this.browser.copy());
  }

  async #post(from: string, path: string, fields: Record<string, string> = {}): Promise<Page> {
    // A form has to have been looked at: that of an address which is no page has no token.
    await this.browser.get(from);
    return await this.browser.post(path, fields);
  }

  async #came(from: string, path: string, fields?: Record<string, string>): Promise<Came> {
    return cameOf(await this.#post(from, path, fields));
  }

  async password(username: string, password = passwords[username] ?? ''): Promise<Came> {
    return await this.#came('/login', '/login', { username, password });
  }

  async code(code: string): Promise<Came> {
    return cameOf(await this.browser.post('/login/2fa', { code }));
  }

  async recovery(code: string): Promise<Came> {
    return cameOf(await this.browser.post('/login/backup', { backup_code: code }));
  }

  async isIn(): Promise<boolean> {
    return (await this.browser.get('/console')).path === '/console';
  }

  async signOut(): Promise<Came> {
    return await this.#came('/console', '/logout');
  }

  async stepUp({ password = '', code, recovery }: Proofs): Promise<Came> {
    const proof =
      recovery === undefined ? { factor: 'code', code } : { factor: 'backup', backup_code: recovery };
    const fields = Object.entries({ goal: 'manage', password, ...proof });
    const given = fields.filter((field): field is [string, string] => field[1] !== undefined);
    const page = await this.#post('/step-up?goal=manage', '/step-up', Object.fromEntries(given));
    // Where there is nothing to manage, that page leads back.
    return /^\/(?:2fa\/manage|account\/security)$/u.test(page.path) ? 'done' : cameOf(page);
  }

  async begin(password?: string): Promise<{ secret: string } | Came> {
    const fields = password === undefined ? {} : { password };
    let page = await this.#post('/account/security', '/2fa/start', fields);
    if (page.path.startsWith('/step-up') && password !== undefined) {
      page = await this.browser.post('/step-up', { goal: 'enable', password });
    }
    return page.path === '/2fa/setup' ? { secret: pendingKey(this.#site, this.browser) } : cameOf(page);
  }

  async confirm(code: string, more: Record<string, string> = {}): Promise<{ codes: string[] } | Came> {
    return codesOf(await this.browser.post('/2fa/confirm', { code, ...more }));
  }

  async cancel(): Promise<Came> {
    return await this.#came('/account/security', '/2fa/cancel');
  }

  async acknowledge(): Promise<Came> {
    return await this.#came('/account/security', '/2fa/codes/ack');
  }

  async regenerate(): Promise<{ codes: string[] } | Came> {
    return codesOf(await this.#post('/account/security', '/2fa/codes/regenerate'));
  }

  async disable(): Promise<Came> {
    return await this.#came('/account/security', '/2fa/disable');
  }

  async forgot(account: string): Promise<Came> {
    return await this.#came('/forgot', '/forgot', { account });
  }

  async reset(token: string, password: string): Promise<Came> {
    const page = await this.#post('/forgot', '/reset', { token, new_password: password });
    return page.path === '/login?notice=password-changed' ? 'done' : cameOf(page);
  }

  async askSupport(): Promise<Came> {
    return await this.#came('/login/recover', '/login/recover');
  }

  async confirmOwnership(token: string): Promise<Came> {
    return await this.#came('/forgot', '/recover/confirm', { token });
  }

  async cancelRecovery(token: string): Promise<Came> {
    return await this.#came('/forgot', '/recover/cancel', { token });
  }

  async approve(id: number, proof = 'invoice'): Promise<Came> {
    return await this.#came('/account/security', '/support/cases/approve', { case: String(id), proof });
  }

  async reject(id: number): Promise<Came> {
    return await this.#came('/account/security', '/support/cases/reject', { case: String(id) });
  }

  async revoke(session: number | 'others'): Promise<Came> {
    return await this.#came('/sessions', '/sessions/revoke', { which: String(session) });
  }
}

function codesOf(page: Page): { codes: string[] } | Came {
  const codes = shownCodes(page);
  return codes.length > 0 ? { codes } : cameOf(page);
}

function cameOf({ status, path }: Page): Came {
  if (path.startsWith('/console')) return 'in';
  if (path === '/login?notice=start-again') return 'over';
  if (path.startsWith('/login') && path.includes('session-over')) return 'signed-out';
  if (path === '/login?notice=signed-out' || path === '/forgot/sent') return 'done';
  if (path.startsWith('/step-up') && status === 200) return 'step-up';
  if (/notice=(?:setup-over|already-on)$/u.test(path)) return 'not-now';
  const refused = byStatus[status];
  if (refused) return refused;
  if (status >= 400) throw new Error(`answered ${status} at ${path}`);
  if (path === '/login/2fa' || path === '/login/mail') return 'second-factor';
  return path === '/login' ? 'signed-out' : 'done';
}

/** By JSON. */
class ByScript implements Caller {
  readonly browser: Browser;

  constructor(browser: Browser) {
    this.browser = browser;
  }

  copy(): Caller {
    return new ByScript(this.browser.copy());
  }

  async #came(path: string, fields: object = {}): Promise<Came> {
    return cameOfJson(await this.browser.json(path, fields));
  }

  async password(username: string, password = passwords[username] ?? ''): Promise<Came> {
    return await this.#came('/sign-in', { username, password });
  }

  async code(code: string): Promise<Came> {
    return await this.#came('/sign-in/code', { code });
  }

  async recovery(code: string): Promise<Came> {
    return await this.#came('/sign-in/recovery', { code });
  }

  async isIn(): Promise<boolean> {
    return (await this.browser.raw('/api/v1/account')).status === 200;
  }

  async signOut(): Promise<Came> {
    return await this.#came('/sign-out');
  }

  async stepUp(proofs: Proofs): Promise<Came> {
    return await this.#came('/step-up', proofs);
  }

  async begin(password?: string): Promise<{ secret: string } | Came> {
    const answer = await this.browser.json('/2fa/start', { password });
    return answer.status === 200 ? { secret: String(answer.body['secret']) } : cameOfJson(answer);
  }

  async confirm(code: string, more: Record<string, string> = {}): Promise<{ codes: string[] } | Came> {
    return codesOfJson(await this.browser.json('/2fa/confirm', { code, ...more }));
  }

  async cancel(): Promise<Came> {
    return await this.#came('/2fa/cancel');
  }

  async acknowledge(): Promise<Came> {
    return await this.#came('/2fa/codes/acknowledge');
  }

  async regenerate(): Promise<{ codes: string[] } | Came> {
    return codesOfJson(await this.browser.json('/2fa/codes/regenerate', {}));
  }

  async disable(): Promise<Came> {
    return await this.#came('/2fa/disable');
  }

  async forgot(account: string): Promise<Came> {
    return await this.#came('/forgot', { account });
  }

  async reset(token: string, password: string): Promise<Came> {
    return await this.#came('/reset', { token, password });
  }

  async askSupport(): Promise<Came> {
    return await this.#came('/sign-in/recover');
  }

  async confirmOwnership(token: string): Promise<Came> {
    return await this.#came('/recover/confirm', { token });
  }

  async cancelRecovery(token: string): Promise<Came> {
    return await this.#came('/recover/cancel', { token });
  }

  async approve(id: number, proof = 'invoice'): Promise<Came> {
    return await this.#came('/support/cases/approve', { case: id, proof });
  }

  async reject(id: number): Promise<Came> {
    return await this.#came('/support/cases/reject', { case: id });
  }

  async revoke(session: number | 'others'): Promise<Came> {
    return await this.#came('/sessions/revoke', { which: session });
  }
}

interface Json {
  status: number;
  body: Record<string, unknown>;
}

function cameOfJson({ status, body }: Json): Came {
  if (status === 200) {
    if (body['state'] === 'signed-in') return 'in';
    return body['state'] === 'second-factor' ? 'second-factor' : 'done';
  }
  if (body['error'] === 'start-again') return 'over';
  if (body['error'] === 'signed-out') return 'signed-out';
  if (body['error'] === 'step-up') return 'step-up';
  const refused = byStatus[status];
  if (refused) return refused;
  throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
}

function codesOfJson(answer: Json): { codes: string[] } | Came {
  return answer.status === 200 ? { codes: answer.body['codes'] as string[] } : cameOfJson(answer);
}

export const onPages = (site: TestSite): Caller => new OnPages(site);
export const byScript = (site: TestSite): Caller => new ByScript(site.browser());

/** For `describe.each`: the same tests by pages and by JSON. */
export const callers: readonly (readonly [name: string, call: (site: TestSite) => Caller])[] = [
  ['On pages', onPages],
  ['By scripts', byScript],
];

export function secretOf(begun: { secret: string } | Came): string {
  if (typeof begun === 'string') throw new Error(`no set-up: ${begun}`);
  return begun.secret;
}

export function codesIn(answer: { codes: string[] } | Came): string[] {
  if (typeof answer === 'string') throw new Error(`no codes: ${answer}`);
  return answer.codes;
}

/** Signed in. */
export async function enter(caller: Caller, username: string, code?: string): Promise<Came> {
  const came = await caller.password(username);
  return code === undefined ? came : await caller.code(code);
}

/** 2FA on, signed in, the codes kept, and the code that confirmed it no longer the current one. */
export async function enableBy(
  site: TestSite,
  caller: Caller,
  username = 'alice',
): Promise<{ secret: string; codes: string[] }> {
  await caller.password(username);
  const secret = secretOf(await caller.begin(passwords[username]));
  const codes = codesIn(await caller.confirm(site.code(secret)));
  await caller.acknowledge();
  site.wait(30);
  return { secret, codes };
}
