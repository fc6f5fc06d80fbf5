/**
 * The background as the interface sees it, in memory: the same contract over the same envelopes, with codes that
 * can be told apart and a clock that a test moves.
 */
import type {
  AccountView,
  CodeView,
  Failure,
  FillResult,
  Explanation,
  Findings,
  Found,
  FromUi,
  Key,
  PageView,
  Source,
} from '../../src/messages/contract.ts';
import {
  backups,
  doors,
  keys,
  PASSWORD,
  rescue,
  secrets,
  vaultWorld,
  type VaultWorld,
} from './fake-vault.ts';
import { sites, type SitesWorld } from './fake-sites.ts';
import { client, server, type Client } from '../../src/messages/rpc.ts';
import { noPage } from '../../src/ui/state/model.ts';

export { PASSWORD } from './fake-vault.ts';

export interface World extends VaultWorld, SitesWorld {
  /** What `explain` answers. */
  explanation: Explanation;
  /** What `find` answers to each way of reading. */
  readonly findings: Record<Source['from'], Findings>;
  /** When the page answers `page`, which it may never do. */
  pageAnswers: Promise<void>;
  /** When `find` has read what it was given. */
  reading: Promise<void>;
  fills: FillResult;
  /** When the list before it was replaced. */
  replaced: number | null;
  readonly recovery: readonly { readonly code: string; readonly used: boolean }[];
  readonly counters: Map<string, number>;
  readonly trash: AccountView[];
  /** Names of the calls that came, in their order. */
  readonly calls: string[];
  /** Every request, as JSON. */
  readonly requests: string[];
}

export const parameters = { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** A page of which nothing is said. */
export function pageOf(over: Partial<PageView> = {}): PageView {
  return { ...noPage, ...over };
}

export function accountOf(id: string, over: Partial<AccountView> = {}): AccountView {
  return {
    id,
    issuer: id,
    name: `${id.toLowerCase()}@example.com`,
    parameters,
    state: 'active',
    since: 0,
    hosts: [],
    recovery: null,
    here: false,
    clockAhead: 0,
    because: null,
    supportCase: null,
    ...over,
  };
}

export function foundOf(over: Partial<Found> = {}): Found {
  return { ref: 'ref', issuer: 'CloudMC', name: 'ada', parameters, warnings: [], known: 'no', ...over };
}

export function worldOf(over: Partial<World> = {}): World {
  const nothing: Findings = { read: 'nothing', because: 'no-code' };
  return {
    page: pageOf(),
    sites: [],
    offersInPages: true,
    explanation: { host: null, secure: false, accounts: 0, read: false, fields: [] },
    findings: { page: nothing, images: nothing, text: nothing, hand: nothing },
    pageAnswers: Promise.resolve(),
    reading: Promise.resolve(),
    fills: 'filled',
    recovery: [],
    replaced: null,
    ...vaultWorld(),
    counters: new Map(),
    trash: [],
    calls: [],
    requests: [],
    ...over,
  };
}

/** Six digits that depend on the account and the period, and on nothing secret. */
export function codeOf(id: string, period: number): string {
  const sum = Array.from(`${id}/${period}`).reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 999_983,
    7,
  );
  return String(sum).padStart(6, '0');
}

function codeView({ id, parameters }: AccountView, now: number): CodeView {
  const length = parameters.period * 1000;
  const period = Math.floor(now / length);
  return {
    id,
    code: codeOf(id, period),
    next: codeOf(id, period + 1),
    from: period * length,
    until: (period + 1) * length,
  };
}

class Refused extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure);
    this.failure = failure;
  }
}

export function fakeBackground(world: World): Client<FromUi> {
  const serve = server<FromUi, null>(
    {
      ...vault(world),
      ...doors(world),
      ...keys(world),
      ...secrets(world),
      onClipboard: () => null,
      ...backups(world),
      ...rescue(world),
      ...accounts(world),
      ...life(world),
      ...reading(world),
      ...sites(world),
    },
    (error) => (error instanceof Refused ? error.failure : null),
    () => {},
  );
  return client('from-ui', async (envelope) => {
    const name = envelope.call as keyof FromUi;
    world.calls.push(name);
    world.requests.push(JSON.stringify(envelope.request));
    const failure = world.failing[name];
    // As the browser does, only data crosses.
    return structuredClone(
      failure === undefined ? await serve(structuredClone(envelope), null) : { ok: false, failure },
    );
  });
}

const open = (world: World): void => {
  if (world.stage !== 'open') throw new Refused(world.stage);
};

function one(world: World, id: string): AccountView {
  open(world);
  const account = world.accounts.find((account) => account.id === id);
  if (account === undefined) throw new Refused('not-found');
  return account;
}

function vault(world: World) {
  return {
    state: () => world.stage,
    createVault: () => {
      world.stage = 'open';
      return null;
    },
    lock: () => {
      world.stage = 'locked';
      return null;
    },
  };
}

function accounts(world: World) {
  return {
    accounts: () => {
      open(world);
      return world.accounts;
    },
    codes: () => {
      open(world);
      return world.accounts
        .filter(({ parameters }) => parameters.kind !== 'hotp')
        .map((account) => codeView(account, world.now()));
    },
    nextCode: ({ id }: { id: string }) => {
      const counter = (world.counters.get(one(world, id).id) ?? 0) + 1;
      world.counters.set(id, counter);
      return { code: codeOf(id, counter) };
    },
    copied: () => null,
    page: async () => {
      const { page } = world;
      await world.pageAnswers;
      return page;
    },
    explain: () => world.explanation,
    fill: ({ id }: { id: string }) => (one(world, id), world.fills),
    showRecoveryCodes: ({ id, proof }: { id: string; proof: Key }) => {
      one(world, id);
      return 'password' in proof && proof.password === PASSWORD
        ? { shown: world.recovery, replaced: world.replaced }
        : ('wrong' as const);
    },
  };
}

function life(world: World) {
  const without = (id: string) => world.accounts.filter((account) => account.id !== id);
  return {
    confirm: ({ id }: { id: string }) => {
      world.accounts = [...without(id), { ...one(world, id), state: 'active' }];
      return null;
    },
    switchedOff: ({ id }: { id: string }) => {
      const account = one(world, id);
      world.accounts = [...without(id), { ...account, state: 'off', because: 'switched-off' }];
      world.page = { ...world.page, hint: null };
      return null;
    },
    supportCase: ({ id, open }: { id: string; open: boolean }) => {
      world.accounts = [...without(id), { ...one(world, id), supportCase: open ? world.now() : null }];
      world.page = { ...world.page, hint: null };
      return null;
    },
    allowUnencrypted: () => {
      world.page = { ...world.page, caution: null };
      return null;
    },
    restoreRecoveryCodes: ({ id }: { id: string }) => {
      one(world, id);
      world.replaced = null;
      return null;
    },
    remove: ({ id }: { id: string }) => {
      world.trash.push(one(world, id));
      world.accounts = without(id);
      return null;
    },
    restore: ({ id }: { id: string }) => {
      const account = world.trash.find((account) => account.id === id);
      if (account === undefined) throw new Refused('not-found');
      world.accounts = [...world.accounts, account];
      return null;
    },
    keepRecoveryCodes: ({ id, codes }: { id: string; codes: readonly string[] }) => {
      const recovery = { left: codes.length, total: codes.length };
      world.accounts = [...without(id), { ...one(world, id), recovery }];
      world.page = { ...world.page, recoveryCodes: null };
      return null;
    },
  };
}

function reading(world: World) {
  return {
    find: async (source: Source) => {
      const findings = world.findings[source.from];
      await world.reading;
      return findings;
    },
    keep: ({ source, ref, bind }: { source: Source; ref: string; bind: boolean }) => {
      const findings = world.findings[source.from];
      const found = findings.read === 'found' ? findings.found.find((found) => found.ref === ref) : undefined;
      if (found === undefined) return 'gone' as const;
      const here = bind || source.from === 'page';
      const hosts = here && world.page.host !== null ? [world.page.host] : [];
      const state = source.from === 'page' ? 'pending' : 'active';
      const { issuer, name, parameters } = found;
      world.accounts = [
        ...world.accounts,
        { ...accountOf(ref), issuer, name, parameters, hosts, here, state, since: world.now() },
      ];
      if (source.from === 'page') world.findings.page = { read: 'nothing', because: 'empty' };
      return 'kept' as const;
    },
  };
}
