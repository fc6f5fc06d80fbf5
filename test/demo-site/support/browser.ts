import { expect } from 'vitest';
/** What answers: a site without a port, or one that is asked over a connection. */
export interface Answerer {
  request(url: string, init: RequestInit): Response | Promise<Response>;
}

const ORIGIN = 'http://localhost';

/** A page as it came back, and what a person could read in it. */
export interface Page {
  status: number;
  path: string;
  /** Of the first answer, before any redirect was followed. */
  firstStatus: number;
  headers: Headers;
  html: string;
  text: string;
}

export interface SendOptions {
  /** Instead of the token that the last page with a form carried; null for none. */
  token?: string | null;
  headers?: Record<string, string>;
  method?: string;
  body?: BodyInit;
}

/** The site as it listens: every request of a browser goes over a connection of its own. */
export function overHttp({ url }: { url: string }): Answerer {
  return {
    request: async (asked, { headers = {}, ...init }) => {
      const own = Object.entries(headers).map(([name, value]) => [
        name,
        value === ORIGIN ? url : String(value),
      ]);
      const given = { ...init, headers: Object.fromEntries(own) as Record<string, string> };
      return await fetch(asked.replace(ORIGIN, url), { ...given, redirect: 'manual' });
    },
  };
}

/** One browser's cookies and the last page's form token: real forms, sent to whatever answers. */
export class Browser {
  readonly #app: Answerer;
  readonly cookies = new Map<string, string>();
  #token = '';

  constructor({ app }: { app: Answerer }) {
    this.#app = app;
  }

  /** Another browser with the same cookies and page, as a second tab or a thief has them. */
  copy(): Browser {
    const other = new Browser({ app: this.#app });
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    other.#token = this.#token;
    return other;
  }

  async get(path: string, options: SendOptions = {}): Promise<Page> {
    return await this.#follow(await this.#send(path, { method: 'GET', ...options }), path);
  }

  /** A script's request, with this browser's cookies. @returns the status and the JSON */
  async json(path: string, body: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
    const headers = { 'Content-Type': 'application/json' };
    const response = await this.#send(`/api/v1${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  /** For what is no page. */
  async raw(path: string): Promise<Response> {
    return await this.#send(path, {});
  }

  /** Posts what a form of the last page would, and follows where the answer leads. */
  async post(
    path: string,
    fields: Record<string, string> | [string, string][],
    options: SendOptions = {},
  ): Promise<Page> {
    return await this.#follow(await this.postOnly(path, fields, options), path);
  }

  /** Without following. */
  async postOnly(
    path: string,
    fields: Record<string, string> | [string, string][],
    { token = this.#token, headers = {}, ...rest }: SendOptions = {},
  ): Promise<Response> {
    const body = new URLSearchParams(fields);
    if (token !== null) body.append('form_token', token);
    const own = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: ORIGIN };
    return await this.#send(path, { method: 'POST', body, headers: { ...own, ...headers }, ...rest });
  }

  async #send(path: string, { method = 'GET', headers = {}, body }: SendOptions): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await this.#app.request(`${ORIGIN}${path}`, {
      method,
      headers: cookie ? { Cookie: cookie, ...headers } : headers,
      ...(body === undefined ? {} : { body }),
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (attributes.includes('Max-Age=0')) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }

  async #follow(first: Response, path: string): Promise<Page> {
    let response = first;
    let at = path;
    for (let hops = 0; response.status === 303; hops += 1) {
      expect(hops, 'redirects without end').toBeLessThan(5);
      at = response.headers.get('location') ?? '/';
      response = await this.#send(at, {});
    }
    const html = await response.text();
    this.#token = /name="form_token" value="([^"]+)"/u.exec(html)?.[1] ?? this.#token;
    return {
      status: response.status,
      firstStatus: first.status,
      path: at,
      headers: response.headers,
      html,
      text: plain(html),
    };
  }
}

function plain(html: string): string {
  const bare = html
    .replace(/<[^>]*>/gu, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
  return bare.replace(/\s+/gu, ' ');
}
