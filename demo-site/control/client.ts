import type { SupportCase } from '../engine/decide-case.ts';
import type { SeedUser } from '../engine/seed.ts';
import {
  TOKEN_HEADER,
  type AuditRecord,
  type ClockChange,
  type ClockState,
  type CurrentCode,
  type Fault,
  type NewUser,
  type OpenedSession,
  type OutboxMail,
  type SiteState,
  type UserState,
} from './contract.ts';
import { loopbackFetch } from './loopback.ts';

/** The door did not do what it was asked. */
export class DoorError extends Error {
  override name = 'DoorError';
  /** 401 for the token, 403 for where the request came from, 404 also where there is no door. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(`the testing door answered ${status}: ${message}`);
    this.status = status;
  }
}

export interface DoorOptions {
  /** Where the site is, under a name of this machine: `http://infura.localhost:4600`. Without a slash at its end. */
  url: string;
  /** `controlToken` of the provider; `npm run demo -- --control` prints it. */
  token: string;
  /** In place of the usual one: `provider.app.request` needs no port. */
  fetch?: (url: string, init: RequestInit) => Response | Promise<Response>;
}

/**
 * What a test does to a demo site behind its pages. Every method rejects with a DoorError when the site refuses.
 *
 * ```ts
 * const provider = await createProvider({ control: true });
 * const door = new DoorClient({ url: provider.url, token: provider.controlToken ?? '' });
 * await door.freeze('2026-01-01T00:00:00Z');
 * const { code } = await door.code('bob');
 * ```
 */
export class DoorClient {
  readonly #url: string;
  readonly #token: string;
  readonly #fetch: NonNullable<DoorOptions['fetch']>;

  constructor({ url, token, fetch = fetchFor(url) }: DoorOptions) {
    this.#url = `${url}/__test`;
    this.#token = token;
    this.#fetch = fetch;
  }

  /** Everything as at the start: users, outbox, audit, limits, clock, faults. With `seed`, other users, also for resets to come. */
  async reset(seed?: readonly SeedUser[]): Promise<void> {
    await this.#send('POST', '/reset', seed ? { seed } : {});
  }

  /** @param options.secrets also the keys, active and being set up */
  async state({ secrets = false } = {}): Promise<SiteState> {
    return await this.#read(`/state${secrets ? '?secrets=1' : ''}`);
  }

  async user(username: string, { secrets = false } = {}): Promise<UserState> {
    return await this.#read(`/state/${encodeURIComponent(username)}${secrets ? '?secrets=1' : ''}`);
  }

  async clock(): Promise<ClockState> {
    return await this.#read('/clock');
  }

  async changeClock(change: ClockChange): Promise<ClockState> {
    return await this.#ask('PUT', '/clock', change);
  }

  /** Stops the time, now or at the one given. */
  async freeze(now?: number | string): Promise<ClockState> {
    return await this.changeClock({ mode: 'frozen', ...(now === undefined ? {} : { now }) });
  }

  /** A frozen clock stays frozen, later. */
  async advance(ms: number): Promise<ClockState> {
    return await this.changeClock({ advanceMs: ms });
  }

  /**
   * What an authenticator with the right key and the site's clock shows.
   * @param steps 1 for the next code, -1 for the last
   */
  async code(username: string, steps = 0): Promise<CurrentCode> {
    return await this.#read(`/totp/${encodeURIComponent(username)}?step=${steps}`);
  }

  /** Newest first. */
  async outbox({ to }: { to?: string } = {}): Promise<OutboxMail[]> {
    return await this.#read(`/outbox${query({ to })}`);
  }

  async mail(id: number): Promise<OutboxMail> {
    return await this.#read(`/outbox/${id}`);
  }

  /** One mail, or all of them. */
  async deleteMail(id?: number): Promise<void> {
    await this.#send('DELETE', id === undefined ? '/outbox' : `/outbox/${id}`);
  }

  /** Newest first. `type` is an event's name, `factor.refused`. */
  async audit({ user, type }: { user?: string; type?: string } = {}): Promise<AuditRecord[]> {
    return await this.#read(`/audit${query({ user, type })}`);
  }

  async addUser(user: NewUser): Promise<UserState> {
    return await this.#ask('POST', '/users', user);
  }

  /** Signs in without password or code, as if both had just been given. */
  async openSession(username: string): Promise<OpenedSession> {
    return await this.#ask('POST', `/sessions/${encodeURIComponent(username)}`);
  }

  /** Every session and every half-done sign-in of this user. */
  async endSessions(username: string): Promise<void> {
    await this.#send('DELETE', `/sessions/${encodeURIComponent(username)}`);
  }

  /** Newest first. */
  async cases(): Promise<SupportCase[]> {
    return await this.#read('/cases');
  }

  /** As the owner does, from the mailbox. */
  async verifyCase(id: number): Promise<SupportCase> {
    return await this.#ask('POST', `/cases/${id}/verify`);
  }

  /** As support does; the second factor goes when the cooling time is over. */
  async approveCase(id: number, proof = 'document'): Promise<SupportCase> {
    return await this.#ask('POST', `/cases/${id}/approve`, { proof });
  }

  async rejectCase(id: number): Promise<SupportCase> {
    return await this.#ask('POST', `/cases/${id}/reject`);
  }

  async addFault(fault: Fault): Promise<void> {
    await this.#send('POST', '/faults', fault);
  }

  /** Those that are still to happen. */
  async faults(): Promise<Fault[]> {
    return await this.#read('/faults');
  }

  async clearFaults(): Promise<void> {
    await this.#send('DELETE', '/faults');
  }

  async #read<T>(path: string): Promise<T> {
    return await this.#ask('GET', path);
  }

  async #ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    return (await (await this.#send(method, path, body)).json()) as T;
  }

  async #send(method: string, path: string, body?: unknown): Promise<Response> {
    const response = await this.#fetch(`${this.#url}${path}`, {
      method,
      headers: { [TOKEN_HEADER]: this.#token, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new DoorError(response.status, await reasonOf(response));
    return response;
  }
}

function fetchFor(url: string): NonNullable<DoorOptions['fetch']> {
  return new URL(url).hostname.endsWith('.localhost') ? loopbackFetch : globalThis.fetch;
}

/** Without a door there is a page instead of JSON. */
async function reasonOf(response: Response): Promise<string> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  return isJson ? (JSON.parse(text) as { error: string }).error : 'there is no door';
}

function query(wanted: Record<string, string | undefined>): string {
  const given = Object.entries(wanted).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}
