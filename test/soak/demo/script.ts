/** A script that uses the site by its JSON, with cookies of its own. */
export class Script {
  readonly #url: string;
  readonly cookies = new Map<string, string>();

  /** @param url of the site, without a slash at its end */
  constructor(url: string, cookies: Iterable<[string, string]> = []) {
    this.#url = url;
    for (const [name, value] of cookies) this.cookies.set(name, value);
  }

  /** @returns what was answered, after a status below 400. Rejects with anything else, and where no answer came. */
  async post<T = unknown>(path: string, body: object = {}): Promise<T> {
    const response = await this.#send(path, { method: 'POST', body: JSON.stringify(body) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
    return JSON.parse(text) as T;
  }

  async status(path: string): Promise<number> {
    const response = await this.#send(path, {});
    await response.text();
    return response.status;
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'Content-Type': 'application/json', Cookie: cookie };
    const response = await fetch(`${this.#url}/api/v1${path}`, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    return response;
  }
}
