/**
 * What is on a page, as far as it concerns the accounts of its host: asked of its content script (or told by
 * it), judged here.
 */
import { behindPassword } from '../core/field/append.ts';
import { classify } from '../core/field/classify.ts';
import type { PageFacts } from '../core/field/facts.ts';
import { wantsCode, type Judgement } from '../core/field/judgement.ts';
import { namedOn } from '../core/field/user-name.ts';
import { isAboutSupport, saysItIsOff } from '../core/life/verdict.ts';
import { findRecoveryCodes } from '../core/recovery/codes.ts';
import { onPage } from '../core/uri/on-page.ts';
import { readPrinted } from '../core/uri/printed.ts';
import type { Enrolment } from '../core/account.ts';
import type { PageHint } from '../messages/contract.ts';
import type { KeptAccount, Vault } from '../vault/vault.ts';
import { isOtherDocument } from './awaited.ts';
import type { Desk } from './desk.ts';
import { enrolmentsIn, withSecretOf } from './find.ts';
import { candidates, fieldWanting, type Situation } from './offers.ts';
import type { Frame } from './page-link.ts';
import { boundTo, siteSettings } from './sites.ts';

export interface Sight {
  readonly situation: Situation;
  readonly recoveryCodes: { readonly account: string; readonly codes: readonly string[] } | null;
  /** What it says of one of its host's accounts. */
  readonly hint: PageHint | null;
  /** The account that the page names, of several. */
  readonly named: string | null;
  /** Whether a set-up QR code stands on the page. */
  readonly setUp: boolean;
}

type OpenVault = Pick<Vault, 'list' | 'read' | 'readEach' | 'state'>;

/** A document, as far as it is known who it is. */
export interface Place {
  readonly tab: number;
  readonly host: string;
  readonly document: string | null;
}

/** The texts of the QR codes on a page, where its facts say that there may be some. */
export async function qrTextsOn(desk: Desk, at: Frame, facts: PageFacts): Promise<readonly string[]> {
  return facts.pictures > 0 ? desk.pages.qrTexts(at) : [];
}

export async function see(
  desk: Desk,
  place: Place,
  facts: PageFacts,
  qrTexts: readonly string[],
): Promise<Sight> {
  return sightOf(facts, qrTexts, desk.vault, {
    host: place.host,
    ...(await recentlyGiven(desk, place)),
    answered: await answeredFields(desk, place, facts),
    append: (await siteSettings(desk.vault, place.host)).append,
  });
}

/**
 * The account whose code this tab's site was given last. One whose answer has not been read comes before one that was
 * accepted: after a new set-up that is the old secret's, and the new codes would go to the trash with it.
 */
async function recentlyGiven(desk: Desk, { tab, host }: Place): Promise<Pick<Known, 'recent' | 'accepted'>> {
  const recent = (await desk.recent.read())[tab];
  const accepted = recent?.host === host;
  const awaited = await desk.awaited.of(tab);
  if (awaited?.host === host && awaited.gave === 'code') return { recent: awaited.account, accepted };
  return { recent: accepted ? recent.account : null, accepted };
}

/** The fields that hold the code which we gave to this very document. */
async function answeredFields(desk: Desk, place: Place, facts: PageFacts): Promise<readonly number[]> {
  const awaited = await desk.awaited.of(place.tab);
  if (awaited === null || awaited.moved || isOtherDocument(awaited.document, place.document)) return [];
  return facts.fields.filter(({ holds }) => holds !== 'nothing').map(({ key }) => key);
}

interface Known {
  readonly host: string;
  /** The account whose code this tab's site was given last: recovery codes shown then are its own. */
  readonly recent: string | null;
  /** Whether it has accepted one. */
  readonly accepted: boolean;
  readonly answered: readonly number[];
  /** Whether the site's codes go behind the password. */
  readonly append: boolean;
}

/** What the fields of a page want, of the page's word and of what was chosen for its site. */
export function judgementsOf(facts: PageFacts, setUp: boolean, append: boolean): readonly Judgement[] {
  const judgements = classify(facts, setUp);
  return append ? behindPassword(judgements, facts.fields) : judgements;
}

async function sightOf(
  facts: PageFacts,
  qrTexts: readonly string[],
  vault: OpenVault,
  { host, recent, accepted, answered, append }: Known,
): Promise<Sight> {
  const shown = onPage(enrolmentsIn(qrTexts).read, readPrinted(facts.printed), host);
  const enrolments = shown.map(({ enrolment }) => enrolment);
  const setUp = enrolments.length > 0;
  const judgements = judgementsOf(facts, setUp, append);
  if ((await vault.state()) !== 'open') {
    return {
      setUp,
      recoveryCodes: null,
      hint: null,
      named: null,
      situation: { judgements, accounts: [], settingUp: null, newRecoveryCodes: false, answered },
    };
  }
  const accounts = await boundTo(vault, host);
  const recoveryCodes = await newRecoveryCodes(facts, accounts, { recent, accepted }, vault);
  const settingUp = setUp ? await keptOf(enrolments, vault) : null;
  return {
    setUp,
    recoveryCodes,
    hint: hintIn(facts, accounts, recent),
    named: namedOn(
      facts,
      accounts.map(({ id, overview: { name } }) => ({ id, name })),
    ),
    situation: { judgements, accounts, settingUp, newRecoveryCodes: recoveryCodes !== null, answered },
  };
}

/** What the page asks for that one of its accounts can give. */
export function asksFor(judgements: readonly Judgement[]): 'code' | 'recovery' | null {
  if (judgements.some(wantsCode)) return 'code';
  return judgements.some(({ kind }) => kind === 'recovery') ? 'recovery' : null;
}

/** The field for this very account on the page, and what it wants there; null if it can give nothing. */
export function fieldFor(
  account: string,
  situation: Situation,
): { grant: 'code' | 'recovery'; field: number } | null {
  for (const grant of ['code', 'recovery'] as const) {
    const field = fieldWanting(situation.judgements, grant);
    const fits = candidates(situation, grant).some(({ id }) => id === account);
    if (field !== undefined && fits) return { grant, field: field.key };
  }
  return null;
}

async function keptOf(enrolments: readonly Enrolment[], vault: OpenVault): Promise<readonly string[]> {
  const ids = await Promise.all(enrolments.map((enrolment) => withSecretOf(enrolment, vault)));
  return ids.filter((id) => id !== null);
}

function hintIn(
  { messages, title }: PageFacts,
  accounts: readonly KeptAccount[],
  recent: string | null,
): PageHint | null {
  const active = accounts.filter(({ overview }) => overview.state === 'active');
  const about = active.find(({ id }) => id === recent) ?? (active.length === 1 ? active[0] : undefined);
  if (about === undefined) return null;
  if (saysItIsOff(messages)) return { account: about.id, says: 'off' };
  return isAboutSupport(title) && about.overview.supportCase === undefined
    ? { account: about.id, says: 'support' }
    : null;
}

async function newRecoveryCodes(
  facts: PageFacts,
  accounts: readonly KeptAccount[],
  { recent, accepted }: Pick<Known, 'recent' | 'accepted'>,
  vault: OpenVault,
): Promise<Sight['recoveryCodes']> {
  const codes = accounts.length === 0 ? null : findRecoveryCodes(facts.lists, accepted);
  if (codes === null) return null;
  const only = accounts.length === 1 ? accounts[0]?.id : undefined;
  const account = accounts.find(({ id }) => id === recent)?.id ?? only;
  if (account === undefined) return null;
  const { recoveryCodes } = (await vault.read(account)).secret;
  const kept = new Set(recoveryCodes.map(({ code }) => code));
  return codes.every((code) => kept.has(code)) ? null : { account, codes };
}
