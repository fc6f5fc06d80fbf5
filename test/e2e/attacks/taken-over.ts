/**
 * A page that has taken over its process, and speaks as our content script there. What is known to be said by whom is the
 * browser's word alone. `test/background/taken-over.test.ts` tries more of it, and for Firefox, without a browser.
 */
import type { Page, Realm } from 'puppeteer-core';
import { fieldOf, pageOf } from '../../core/field/facts-of.ts';
import type { Driven } from '../browser.ts';
import { until } from '../until.ts';

/** What such a page says of itself to be given a ticket. */
const PROMPT = pageOf([
  fieldOf({ name: 'code', autocomplete: 'one-time-code', label: 'Authenticator code' }),
]);
const AT_ONCE = 200;

interface Envelope {
  readonly direction: string;
  readonly call: string;
  readonly request: unknown;
}

/** What the browser gives a content script to speak by. */
interface Api {
  readonly chrome: { readonly runtime: { sendMessage(message: Envelope): Promise<unknown> } };
}

export class TakenOver {
  readonly #realm: Realm;

  private constructor(realm: Realm) {
    this.#realm = realm;
  }

  /** null where the driver does not reach our script. */
  static async in(page: Page, { ownScript }: Driven): Promise<TakenOver | null> {
    if (ownScript === null) return null;
    return new TakenOver(await until('our script is there', () => ownScript(page)));
  }

  /** Says all of these at once, and hears the answers as texts. */
  async says(envelopes: readonly Envelope[]): Promise<readonly string[]> {
    return this.#realm.evaluate(async (envelopes) => {
      const { runtime } = (globalThis as unknown as Api).chrome;
      const answers = envelopes.map((envelope) => runtime.sendMessage(envelope).catch(() => 'nobody'));
      return (await Promise.all(answers)).map((answer) => JSON.stringify(answer) ?? 'nothing');
    }, envelopes);
  }

  /** The tickets for what it says that there is. */
  async tickets(): Promise<readonly string[]> {
    const [answer = ''] = await this.says([fromPage('report', PROMPT)]);
    return [...answer.matchAll(/"ticket":"([^"]+)"/g)].map(([, ticket = '']) => ticket);
  }

  /** The codes that come of showing a ticket so many times at once. */
  async redeems(ticket: string, times = 1): Promise<readonly string[]> {
    const answers = await this.says(Array.from({ length: times }, () => fromPage('redeem', { ticket })));
    return answers.flatMap((answer) => /"code":"(\d+)"/.exec(answer)?.[1] ?? []);
  }

  /** Sends so many messages, of each kind that there is, and hears the answers, each that is another one. */
  async floods(count: number): Promise<readonly string[]> {
    const heard = new Set<string>();
    for (let sent = 0; sent < count; sent += AT_ONCE) {
      const answers = await this.says(Array.from({ length: AT_ONCE }, (_, at) => floodOf(sent + at)));
      for (const answer of answers) heard.add(answer.replace(/"ticket":"[^"]+"/, '"ticket":""'));
    }
    return [...heard];
  }
}

const fromPage = (call: string, request: unknown): Envelope => ({ direction: 'from-page', call, request });

const CALLS = {
  'from-page': ['redeem', 'open', 'submitted', 'cancelled', 'redeem', 'glimpse', 'constructor', 'report'],
  'from-ui': [
    'codes',
    'accounts',
    'unlock',
    'exportPlain',
    'showSecret',
    'fill',
    'nextCode',
    'keep',
    'purge',
  ],
  'to-page': ['fill', 'look'],
  'to-ui': ['changed'],
} as const;
const DIRECTIONS = Object.keys(CALLS) as (keyof typeof CALLS)[];

function floodOf(at: number): Envelope {
  const direction = DIRECTIONS[at % DIRECTIONS.length] ?? 'from-page';
  const calls = CALLS[direction];
  const call = calls[Math.floor(at / DIRECTIONS.length) % calls.length] ?? '';
  const request =
    call === 'report' ? PROMPT : { ticket: `guess ${at}`, id: String(at), password: String(at) };
  return { direction, call, request };
}
