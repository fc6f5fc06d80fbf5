/**
 * Tickets: the right to one release, for one document, for a few minutes. The content script holds the ticket
 * and nothing else; which account it stands for is known here alone.
 */
import type { PageSender } from '../messages/senders.ts';
import type { SessionState } from './session-state.ts';

export type Grant = 'code' | 'recovery' | 'open';

export interface Ticket {
  readonly grant: Grant;
  /** null for `open`, which names none. */
  readonly account: string | null;
  readonly tab: number;
  readonly frame: number;
  readonly document: string | null;
  /** The `binding` of its site. */
  readonly host: string;
  /** The `key` of the field that it was made for. */
  readonly field: number | null;
  /** Its code is waited for: it is another one than that of the chip which stands there meanwhile. */
  readonly waited?: true;
  /** ms since the epoch. */
  readonly until: number;
}

const LIFETIME = 5 * 60_000;
/** A page that reports without end gets tickets without end: only its newest ones stay good. */
const PER_TAB = 8;

type Minted = Omit<Ticket, 'until'>;

export interface Tickets {
  /**
   * The one that there is, where one was made for the same: a page that reports with each second of a countdown would else push
   * out the ticket with which it waits for the next code. `from`: when it is first of use, ms since the epoch; it is good for
   * a few minutes after that.
   */
  mint(ticket: Minted, from?: number): Promise<string>;
  /** Gives the ticket's meaning once, to the document that it was made for. */
  take(name: string, sender: PageSender): Promise<Ticket | null>;
  voidAll(): Promise<void>;
}

type Table = Readonly<Record<string, Ticket>>;

export function createTickets(
  state: SessionState<Ticket>,
  now: () => number,
  randomName: () => string,
): Tickets {
  const keepWhere = (table: Table, keep: (ticket: Ticket, name: string) => boolean): Table =>
    Object.fromEntries(Object.entries(table).filter(([name, ticket]) => keep(ticket, name)));

  return {
    async mint(ticket, from = 0) {
      let name = randomName();
      await state.change((table) => {
        const current = keepWhere(table, ({ until }) => until > now());
        name = nameOf(ticket, current) ?? name;
        const alive = keepWhere(current, (_, other) => other !== name);
        const ofTab = Object.keys(alive).filter((other) => alive[other]?.tab === ticket.tab);
        const dropped = new Set(ofTab.slice(0, Math.max(0, ofTab.length - PER_TAB + 1)));
        return {
          ...keepWhere(alive, (_, other) => !dropped.has(other)),
          [name]: { ...ticket, until: Math.max(now(), from) + LIFETIME },
        };
      });
      return name;
    },
    async take(name, sender) {
      let taken: Ticket | null = null;
      await state.change((table) => {
        const ticket = Object.hasOwn(table, name) ? table[name] : undefined;
        // Shown to the wrong document it stays unspent: a page cannot void a ticket that another one holds.
        if (ticket === undefined || !belongsTo(ticket, sender)) return table;
        if (ticket.until > now()) taken = ticket;
        return keepWhere(table, (_, other) => other !== name);
      });
      return taken;
    },
    voidAll: () => state.change(() => ({})),
  };
}

function nameOf(ticket: Minted, table: Table): string | undefined {
  const wanted = meaningOf(ticket);
  return Object.keys(table).find((name) => meaningOf(table[name]) === wanted);
}

const MEANING = ['grant', 'account', 'tab', 'frame', 'document', 'host', 'field', 'waited'] as const;

function meaningOf(ticket: Minted | undefined): string {
  return JSON.stringify(MEANING.map((name) => ticket?.[name]));
}

function belongsTo(ticket: Ticket, sender: PageSender): boolean {
  const sameDocument =
    ticket.document === null || sender.document === null || ticket.document === sender.document;
  const sameFrame = ticket.tab === sender.tab && ticket.frame === sender.frame;
  return sameFrame && ticket.host === sender.site.binding && sameDocument;
}
