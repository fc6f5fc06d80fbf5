/**
 * A page that has taken over its process, and speaks as our content script there. What is known to be said by whom is the
 * browser's word alone. `test/background/taken-over.test.ts` tries more of it, without a browser.
 */
import type { Page } from 'puppeteer-core';
import { fieldOf, pageOf } from '../../core/field/facts-of.ts';

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

/**
 * Put behind our content script, it says to the background whatever the page wants said. As texts, which cross every border;
 * and once, though the script may be put into a page again and again.
 */
export const LENT_VOICE = `
globalThis.lentVoice ??= addEventListener('message', async ({ data }) => {
  if (typeof data !== 'string' || !data.startsWith('say ')) return;
  const { runtime } = globalThis.browser ?? globalThis.chrome;
  const say = (envelope) => runtime.sendMessage(envelope).catch(() => 'nobody');
  const answers = await Promise.all(JSON.parse(data.slice(4)).map(say));
  postMessage('heard ' + JSON.stringify(answers.map((answer) => JSON.stringify(answer) ?? 'nothing')), '*');
}) ?? true;
`;

export class TakenOver {
  readonly #page: Page;

  /** Of a build whose content script has lent its voice. */
  constructor(page: Page) {
    this.#page = page;
  }

  /** Says all of these at once, and hears the answers as texts. */
  async says(envelopes: readonly Envelope[]): Promise<readonly string[]> {
    const heard = await this.#page.evaluate(
      (said) =>
        new Promise<string>((resolve) => {
          addEventListener('message', function hear({ data }: MessageEvent<unknown>) {
            if (typeof data !== 'string' || !data.startsWith('heard ')) return;
            removeEventListener('message', hear);
            resolve(data.slice(6));
          });
          postMessage(`say ${said}`, '*');
        }),
      JSON.stringify(envelopes),
    );
    return JSON.parse(heard) as string[];
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
