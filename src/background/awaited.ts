/**
 * Codes that were given to a page and not yet judged: one per tab. When the page says something new, or the tab
 * has loaded another, the verdict is made and the account moves on.
 */
import { verdict, type Aftermath, type Verdict } from '../core/life/verdict.ts';
import { isSupersededBy, move, spendRecoveryCode } from '../core/life/transitions.ts';
import type { Vault } from '../vault/vault.ts';
import type { SessionState } from './session-state.ts';

export interface Awaited {
  readonly account: string;
  readonly host: string;
  readonly gave: 'code' | 'recovery';
  /** Where the recovery code stands in the account's list: the code itself stays in the vault. */
  readonly index: number | null;
  readonly document: string | null;
  /** The frame of that document; 0 is the tab's own. */
  readonly frame: number;
  /** That frame, or the tab around it, has loaded another document since. */
  readonly moved: boolean;
  /** The prompt says that the site turns two-factor authentication off when it takes the recovery code. */
  readonly turnsOff: boolean;
  /** The person has pressed what closes or cancels since. */
  readonly cancelled: boolean;
  /** When the form was first submitted since, in ms since the epoch; null while it was not. */
  readonly submittedAt: number | null;
  /** ms since the epoch. */
  readonly at: number;
}

/** A set-up or a sign-in that took longer is judged by the person. */
const PATIENCE = 10 * 60_000;
/** For so long after it was sent, what stands on the page may still be the answer to an earlier code. */
const ANSWERING = 1_000;

/** Of a code that has just been given. */
const unanswered = { moved: false, turnsOff: false, cancelled: false, submittedAt: null };

type Observation = Omit<Aftermath, 'gave' | 'moved' | 'submitted' | 'cancelled' | 'wasOn'> & {
  readonly host: string;
  readonly document: string | null;
  /** Whether the page says that two-factor authentication is off, or, beside a prompt, that it will be. */
  readonly saysOff: boolean;
  /** When the page said so, in ms since the epoch: looking closer may have taken a while since. */
  readonly at: number;
};

export interface AwaitedCodes {
  expect(tab: number, awaited: Omit<Awaited, keyof typeof unanswered | 'at'>): Promise<void>;
  of(tab: number): Promise<Awaited | null>;
  any(): Promise<boolean>;
  /** The tabs in which an answer is awaited. */
  tabs(): Promise<readonly number[]>;
  /** A frame of the tab has loaded a document. */
  loaded(tab: number, frame: number): Promise<void>;
  /** The document that was given the code submits its form. */
  submitted(tab: number, document: string | null): Promise<void>;
  /** The document that was given the code has seen its form closed by hand. */
  cancelled(tab: number, document: string | null): Promise<void>;
  /** The account whose code the page has just accepted, or null. */
  judge(tab: number, seen: Observation): Promise<string | null>;
  forget(tab: number): Promise<void>;
  forgetAccount(account: string): Promise<void>;
}

export function createAwaited(
  state: SessionState<Awaited>,
  vault: Pick<Vault, 'list' | 'change' | 'read'>,
  now: () => number,
): AwaitedCodes {
  const isFresh = ({ at }: Awaited) => now() - at < PATIENCE;
  const keepWhere = (keep: (awaited: Awaited, tab: number) => boolean) =>
    state.change((table) =>
      Object.fromEntries(Object.entries(table).filter(([tab, awaited]) => keep(awaited, Number(tab)))),
    );
  const update = (tab: number, edit: (awaited: Awaited) => Awaited) =>
    state.change((table) => {
      const awaited = table[tab];
      return awaited === undefined ? table : { ...table, [tab]: edit(awaited) };
    });
  const of = async (tab: number): Promise<Awaited | null> => {
    const awaited = (await state.read())[tab];
    return awaited !== undefined && isFresh(awaited) ? awaited : null;
  };
  const forget = (tab: number) => keepWhere((_, other) => other !== tab);

  return {
    expect: (tab, given) =>
      state.change((table) => ({ ...table, [tab]: { ...given, ...unanswered, at: now() } })),
    of,
    any: async () => Object.values(await state.read()).some(isFresh),
    tabs: async () =>
      Object.entries(await state.read()).flatMap(([tab, one]) => (isFresh(one) ? [Number(tab)] : [])),
    loaded: (tab, frame) => update(tab, (one) => ({ ...one, moved: one.moved || isMoveOf(one, frame) })),
    submitted: (tab, document) =>
      update(tab, (awaited) => ({
        ...awaited,
        submittedAt: awaited.submittedAt ?? (isOtherDocument(awaited.document, document) ? null : now()),
      })),
    cancelled: (tab, document) =>
      update(tab, (one) => (isOtherDocument(one.document, document) ? one : { ...one, cancelled: true })),
    async judge(tab, seen) {
      const awaited = await of(tab);
      if (awaited === null) return null;
      const result = judgementOf(awaited, seen, await wasOn(vault, awaited.account));
      if (result === 'open' && seen.saysOff && seen.asks.recovery)
        await update(tab, (before) => ({ ...before, turnsOff: true }));
      if (result === 'open') return null;
      if (result === 'accepted') await accept(vault, awaited, awaited.turnsOff || seen.saysOff, now());
      // Of the next code, given while this verdict was carried out, nothing is known yet.
      await keepWhere((one, other) => other !== tab || !isSame(one, awaited));
      return result === 'accepted' ? awaited.account : null;
    },
    forget,
    forgetAccount: (account) => keepWhere((awaited) => awaited.account !== account),
  };
}

function isSame(one: Awaited, other: Awaited): boolean {
  return one.at === other.at && one.account === other.account && one.gave === other.gave;
}

/** What loads in another frame, an advertisement or what the page itself puts there, is no step of this one's. */
function isMoveOf({ frame }: Awaited, loaded: number): boolean {
  return loaded === 0 || loaded === frame;
}

function judgementOf(awaited: Awaited, seen: Observation, wasOn: boolean): Verdict {
  // What was said before the code was given is no answer to it.
  if (awaited.host !== seen.host || seen.at < awaited.at) return 'open';
  // Where documents have names, one without may be the one that asked, whose last word is heard after the load of the next.
  if (awaited.document !== null && seen.document === null) return 'open';
  return verdict({
    ...seen,
    gave: awaited.gave,
    moved: hasMoved(awaited, seen.document),
    submitted: awaited.submittedAt !== null,
    cancelled: awaited.cancelled,
    wasOn,
    // What the page said of an earlier code stands there until it has had the time to answer to ours.
    askedAnew: seen.askedAnew && awaited.submittedAt !== null && seen.at - awaited.submittedAt > ANSWERING,
  });
}

/** Whether the account is in use, or the one that it is to replace. */
async function wasOn(vault: Pick<Vault, 'list'>, id: string): Promise<boolean> {
  const kept = await vault.list();
  const account = kept.find((one) => one.id === id)?.overview;
  if (account === undefined) return false;
  const inUse = kept.filter(({ overview }) => overview.state === 'active');
  return inUse.some((one) => one.id === id || isSupersededBy(one.overview, account));
}

/** What is known of the documents decides: the load of the next page may be heard of before this one's last word. */
function hasMoved(awaited: Awaited, document: string | null): boolean {
  return awaited.document === null ? awaited.moved : awaited.document !== document;
}

/** Whether two documents are known to be different ones. */
export function isOtherDocument(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

async function accept(
  vault: Pick<Vault, 'list' | 'change' | 'read'>,
  awaited: Awaited,
  isOff: boolean,
  now: number,
): Promise<void> {
  if (awaited.gave === 'code') return confirmAccount(vault, awaited.account, 'accepted', now);
  await vault.change([awaited.account], (account) => {
    const used = awaited.index === null ? undefined : account.secret.recoveryCodes[awaited.index];
    const spent = used === undefined ? account : spendRecoveryCode(account, used.code, now);
    return isOff ? move(spent, 'recovered', now) : spent;
  });
}

/** The account is active from here on, and what it replaces goes to the trash, in one step. */
export async function confirmAccount(
  vault: Pick<Vault, 'list' | 'change'>,
  id: string,
  because: 'accepted' | 'confirmed',
  now: number,
): Promise<void> {
  const kept = await vault.list();
  const confirmed = kept.find((account) => account.id === id)?.overview;
  if (confirmed === undefined || confirmed.state === 'active' || confirmed.state === 'trashed') return;
  const replaced = kept.filter((other) => other.id !== id && isSupersededBy(other.overview, confirmed));
  await vault.change([id, ...replaced.map((other) => other.id)], (account, which) =>
    move(account, which === id ? because : 'replaced', now),
  );
}
