/** What our own pages ask. A secret crosses to them only as a code, or after the password was typed again. */
import type { Account, AccountOverview } from '../core/account.ts';
import { restore, trash, withRecoveryCodes } from '../core/life/transitions.ts';
import { codeAt, periodAt } from '../core/otp.ts';
import { siteOf } from '../core/site/site.ts';
import type { AccountView, CodeView, FillResult, FromUi, PageView, Source } from '../messages/contract.ts';
import type { Handlers } from '../messages/rpc.ts';
import type { PageTab } from '../platform/tabs.ts';
import type { KeptAccount } from '../vault/vault.ts';
import { confirmAccount } from './awaited.ts';
import type { Desk } from './desk.ts';
import { candidatesIn, describe, withSecretOf, type Candidate } from './find.ts';
import { afterChange, afterLock, afterUnlock, keepDeadline } from './lifecycle.ts';
import { takeCounterCode } from './release.ts';
import { asksFor, fieldFor, qrTextsOn, see, type Sight } from './sight.ts';

type ForUi = Handlers<FromUi, null>;

export function forUi(desk: Desk): ForUi {
  return { ...vaultCalls(desk), ...accountCalls(desk), ...pageCalls(desk) };
}

type VaultCalls = Pick<ForUi, 'state' | 'createVault' | 'unlock' | 'lock' | 'lockAfter' | 'setLockAfter'>;

function vaultCalls(desk: Desk): VaultCalls {
  const { vault } = desk;
  return {
    state: () => vault.state(),
    async createVault({ password }) {
      await vault.create(password);
      await afterUnlock(desk);
      return null;
    },
    async unlock({ password }) {
      const result = await vault.unlock(password);
      if (result === 'open') await afterUnlock(desk);
      return result;
    },
    async lock() {
      await vault.lock();
      await afterLock(desk);
      return null;
    },
    lockAfter: async () => (await vault.settings()).lockAfterMinutes,
    async setLockAfter({ minutes }) {
      await vault.changeSettings({ ...(await vault.settings()), lockAfterMinutes: minutes });
      await touched(desk);
      return null;
    },
  };
}

/** A person did something: the vault stays open for another while. */
async function touched(desk: Desk): Promise<void> {
  await desk.vault.touch();
  await keepDeadline(desk);
}

/** Changes one account on a person's word. */
async function changeOne(desk: Desk, id: string, edit: (account: Account) => Account): Promise<null> {
  await desk.vault.change([id], edit);
  await touched(desk);
  await afterChange(desk);
  return null;
}

type AccountCalls = Pick<
  ForUi,
  | 'accounts'
  | 'damaged'
  | 'mend'
  | 'codes'
  | 'nextCode'
  | 'confirm'
  | 'remove'
  | 'restore'
  | 'showRecoveryCodes'
>;

function accountCalls(desk: Desk): AccountCalls {
  const { vault, now } = desk;
  return {
    async accounts() {
      const host = hostOf(await desk.surroundings.subjectTab());
      return (await vault.list()).flatMap((account) => viewOf(account, host));
    },
    damaged: async () => (await vault.damaged()).length,
    async mend() {
      await vault.mend();
      await afterChange(desk);
      return (await vault.damaged()).length;
    },
    codes: () => codes(desk),
    async nextCode({ id }) {
      const code = await takeCounterCode(vault, id);
      await touched(desk);
      return { code };
    },
    async confirm({ id }) {
      await confirmAccount(vault, id, now());
      await touched(desk);
      await afterChange(desk);
      return null;
    },
    remove: ({ id }) => changeOne(desk, id, (account) => trash(account, now())),
    restore: ({ id }) => changeOne(desk, id, (account) => restore(account, now())),
    async showRecoveryCodes({ id, password }) {
      if (!(await vault.check(password))) return 'wrong-password';
      await touched(desk);
      const { recoveryCodes } = (await vault.read(id)).secret;
      return { shown: recoveryCodes.map(({ code, usedAt }) => ({ code, used: usedAt !== null })) };
    },
  };
}

function hostOf(tab: PageTab | null): string | null {
  return tab === null ? null : (siteOf(tab.url)?.host ?? null);
}

function viewOf({ id, overview }: KeptAccount, host: string | null): readonly AccountView[] {
  const { issuer, name, parameters, state, since, hosts, recovery } = overview;
  if (state === 'trashed') return [];
  const here = host !== null && hosts.includes(host);
  return [{ id, issuer, name, parameters, state, since, hosts, recovery, here }];
}

const onClock = ({ state, parameters }: AccountOverview): boolean =>
  state !== 'trashed' && parameters.kind !== 'hotp';

async function codes({ vault, now }: Desk): Promise<readonly CodeView[]> {
  const shown = (await vault.list()).filter(({ overview }) => onClock(overview)).map(({ id }) => id);
  const accounts = await vault.readAll(shown);
  const time = now();
  return shown.flatMap((id, index) => {
    const account = accounts[index];
    return account === undefined ? [] : [{ id, ...codesAt(account, time) }];
  });
}

function codesAt({ overview: { parameters }, secret: { secret } }: Account, time: number) {
  const { from, until } = periodAt(parameters, time);
  const code = codeAt(parameters, secret, time);
  return { code, next: codeAt(parameters, secret, until), from, until };
}

type PageCalls = Pick<ForUi, 'page' | 'find' | 'keep' | 'keepRecoveryCodes' | 'fill'>;

function pageCalls(desk: Desk): PageCalls {
  return {
    page: () => pageView(desk),
    async find(source) {
      const tab = await desk.surroundings.subjectTab();
      const found = await candidatesIn(source, pageSight(desk, tab));
      if (found.read === 'nothing') return found;
      const host = hostOf(tab);
      const described = found.candidates.map((candidate) => describe(candidate, host, desk.vault));
      return { read: 'found', found: await Promise.all(described) };
    },
    async keep({ source, ref, bind }) {
      const tab = await desk.surroundings.subjectTab();
      const found = await candidatesIn(source, pageSight(desk, tab));
      const candidate =
        found.read === 'found' ? found.candidates.find((each) => each.ref === ref) : undefined;
      if (candidate === undefined) return 'gone';
      // What stands on a page is that page's; for the rest a person says where it belongs.
      await keep(desk, candidate, source, bind || source.from === 'page' ? hostOf(tab) : null);
      await touched(desk);
      await afterChange(desk);
      return 'kept';
    },
    async keepRecoveryCodes({ id }) {
      const seen = await sightOfSubject(desk);
      if (seen?.sight.recoveryCodes?.account !== id) return 'gone';
      const recoveryCodes = seen.sight.recoveryCodes.codes.map((code) => ({ code, usedAt: null }));
      const awaited = await desk.awaited.of(seen.tab.id);
      // A page shows these once it has accepted a code (`verdict`), and a quick hand keeps them before we have heard.
      if (awaited?.account === id && awaited.gave === 'code')
        await confirmAccount(desk.vault, id, desk.now());
      await changeOne(desk, id, (account) => withRecoveryCodes(account, recoveryCodes));
      // What was given from the old list has no place in the new one.
      await desk.awaited.forgetAccount(id);
      return 'kept';
    },
    fill: ({ id }) => fill(desk, id),
  };
}

function pageSight(desk: Desk, tab: PageTab | null) {
  return {
    qrTexts: async () => (tab === null ? [] : desk.pages.qrTexts(tab.id)),
    // A screenshot shows the tab in front, which is another one when our page stands in a tab of its own.
    screenshot: async () => (tab?.active === true ? desk.surroundings.screenshot(tab.windowId) : null),
  };
}

/** What is on the page that our interface speaks of, or null for a page that is no site or does not answer. */
async function sightOfSubject(desk: Desk): Promise<{ tab: PageTab; host: string; sight: Sight } | null> {
  const tab = await desk.surroundings.subjectTab();
  const host = hostOf(tab);
  const facts = tab === null ? null : await desk.pages.look(tab.id);
  if (tab === null || host === null || facts === null) return null;
  const qrTexts = await qrTextsOn(desk, tab.id, facts);
  return { tab, host, sight: await see(desk, { tab: tab.id, host, document: null }, facts, qrTexts) };
}

async function pageView(desk: Desk): Promise<PageView> {
  const seen = await sightOfSubject(desk);
  if (seen === null) {
    return { host: hostOf(await desk.surroundings.subjectTab()), asks: null, recoveryCodes: null };
  }
  const { host, sight } = seen;
  return { host, asks: asksFor(sight.situation.judgements), recoveryCodes: sight.recoveryCodes };
}

async function keep(
  desk: Desk,
  { enrolment }: Candidate,
  source: Source,
  host: string | null,
): Promise<void> {
  const { vault } = desk;
  const same = await withSecretOf(enrolment, vault);
  if (same !== null) {
    await vault.change([same], (account) => bound(account, host));
    return;
  }
  const { issuer, name, parameters, secret, counter } = enrolment;
  const now = desk.now();
  const overview: AccountOverview = {
    issuer,
    name,
    parameters,
    // Off a set-up page, it is good for nothing until the site has accepted a code of it.
    state: source.from === 'page' && host !== null ? 'pending' : 'active',
    since: now,
    created: now,
    hosts: host === null ? [] : [host],
    recovery: null,
    trashedFrom: null,
  };
  await vault.add({ overview, secret: { secret, counter, recoveryCodes: [] } });
}

function bound(account: Account, host: string | null): Account {
  const { hosts } = account.overview;
  if (host === null || hosts.includes(host)) return account;
  return { ...account, overview: { ...account.overview, hosts: [...hosts, host] } };
}

async function fill(desk: Desk, id: string): Promise<FillResult> {
  const seen = await sightOfSubject(desk);
  if (seen === null) return 'no-field';
  const { tab, host, sight } = seen;
  if (!sight.situation.accounts.some((account) => account.id === id)) return 'refused';
  const place = fieldFor(id, sight.situation);
  if (place === null) return 'no-field';
  // No document yet: the ticket is for whichever page of this host is there when it is redeemed.
  const request = { grant: place.grant, account: id, tab: tab.id, document: null, host };
  const ticket = await desk.tickets.mint(request);
  return desk.pages.fill(tab.id, { ticket, field: place.field });
}

/** The shortcut and the context menu: fills if it is clear what, else leads to the popup. */
export async function fillByGesture(desk: Desk): Promise<void> {
  const open = (await desk.vault.state()) === 'open';
  const seen = open ? await sightOfSubject(desk) : null;
  const fitting = seen?.sight.situation.accounts.filter(
    ({ id }) => fieldFor(id, seen.sight.situation) !== null,
  );
  const [only, ...more] = fitting ?? [];
  if (only === undefined || more.length > 0) await desk.surroundings.openPopup();
  else await fill(desk, only.id);
}
