/** What a page's content script may ask. Who it is, is the browser's word; what it says is parsed, not believed. */
import type { PageFacts } from '../core/field/facts.ts';
import { wantsCode } from '../core/field/judgement.ts';
import { saysItIsOff } from '../core/life/verdict.ts';
import type { Chip, FromPage, Glimpse } from '../messages/contract.ts';
import { parseCopied, parseFacts, parseGlimpse, parseRedemption, parseTicket } from '../messages/guards.ts';
import type { Handlers } from '../messages/rpc.ts';
import type { PageSender } from '../messages/senders.ts';
import type { Vault } from '../vault/vault.ts';
import { cautionAbout } from './caution.ts';
import type { Desk } from './desk.ts';
import { keepDeadline } from './lifecycle.ts';
import { offers, type Offer } from './offers.ts';
import type { Frame } from './page-link.ts';
import { redeem } from './release.ts';
import { qrTextsOn, see, type Sight } from './sight.ts';
import { boundTo, mayStandIn, siteSettings } from './sites.ts';

/** A message that is not of its form, or a ticket that is not the sender's. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed';
}

function required<T>(parsed: T | null): T {
  if (parsed === null) throw new NotAllowed();
  return parsed;
}

export function forPage(desk: Desk): Handlers<FromPage, PageSender> {
  return {
    async glimpse(glimpse, sender) {
      const seen = required(parseGlimpse(glimpse));
      const known = { ...desk, vault: listingOnce(desk.vault) };
      if (await mayMatter(known, seen, sender)) await desk.pages.load(sender);
      // A person who is about to type a code has no reason to open our popup; but sees its button.
      if (seen.fields && (await isLookAlike(known, sender)))
        await desk.surroundings.mark(sender.tab, 'look-alike');
      return null;
    },
    report: async (facts, sender) => report(desk, required(parseFacts(facts)), sender),
    async redeem(request, sender) {
      const release = await redeem(desk, required(parseRedemption(request)), sender);
      if (release.release === 'code') {
        desk.surroundings.followLoads(true);
        await keepDeadline(desk);
      }
      return release;
    },
    async submitted(_, sender) {
      await desk.awaited.submitted(sender.tab, sender.document);
      return null;
    },
    async cancelled(_, sender) {
      await desk.awaited.cancelled(sender.tab, sender.document);
      return null;
    },
    async copied(request, sender) {
      const { code } = required(parseCopied(request));
      // Whoever never got a code of ours has none to be taken off the clipboard.
      if ((await desk.awaited.of(sender.tab)) !== null) await desk.copied.copied(code);
      return null;
    },
    async open(request, sender) {
      const { ticket } = required(parseTicket(request));
      const taken = await desk.tickets.take(ticket, sender);
      if (taken?.grant === 'open') await desk.surroundings.openPopup();
      return null;
    },
  };
}

/**
 * Whether a page is worth reading: where a set-up may stand, and where a host's own account may be asked for. On all
 * other pages nothing of ours is ever loaded, however much they ask for a code.
 */
async function mayMatter(
  desk: Desk,
  { words, pictures }: Glimpse,
  { tab, site }: PageSender,
): Promise<boolean> {
  if ((await desk.awaited.of(tab)) !== null) return true;
  if ((await siteSettings(desk.vault, site.binding)).never) return false;
  if (words && pictures) return true;
  if ((await desk.vault.state()) !== 'open') return false;
  return (await boundTo(desk.vault, site.binding)).length > 0;
}

/** Asked of every page that a person opens, which must not have all accounts listed for each question. */
function listingOnce(vault: Vault): Vault {
  let listed: ReturnType<Vault['list']> | undefined;
  return { ...vault, list: () => (listed ??= vault.list()) };
}

async function isLookAlike(desk: Desk, { frame, site }: PageSender): Promise<boolean> {
  return frame === 0 && (await cautionAbout(desk, site))?.says === 'look-alike';
}

async function report(desk: Desk, facts: PageFacts, sender: PageSender): Promise<readonly Chip[]> {
  const at = desk.now();
  const { binding } = sender.site;
  const place = { tab: sender.tab, host: binding, document: sender.document };
  const qrTexts = await qrTextsOn(desk, sender, facts);
  const before = await see(desk, place, facts, qrTexts);
  const changed = await judge(desk, facts, before, sender, at);
  // An account that has just become active changes what the same page is offered.
  const sight = changed ? await see(desk, place, facts, qrTexts) : before;
  const site = await siteSettings(desk.vault, binding);
  // What stands in a frame does not unsay what the page around it shows.
  if (sender.frame === 0) await mark(desk, sender.tab, site.never ? null : sight);
  // A popup that was opened before the QR code was drawn would wait for it without end.
  desk.surroundings.tellUi();
  if (!(await mayStandIn(desk.vault, site))) return [];
  return Promise.all(offers(sight.situation).map((offer) => chipFor(desk, offer, sender)));
}

/** Whether the page's answer to a code has changed an account. */
async function judge(
  desk: Desk,
  facts: PageFacts,
  sight: Sight,
  sender: PageSender,
  at: number,
): Promise<boolean> {
  // Locked in between: the answer is judged when the page is looked at again after the next unlock.
  if ((await desk.vault.state()) !== 'open' || !(await mayAnswer(desk, sender))) return false;
  const { judgements } = sight.situation;
  const asking = {
    code: judgements.filter(wantsCode),
    recovery: judgements.filter(({ kind }) => kind === 'recovery'),
  };
  const fieldOf = new Map(facts.fields.map((field) => [field.key, field]));
  const nearOf = ({ key }: { key: number }) => fieldOf.get(key)?.near ?? '';
  const anew = [...asking.code, ...asking.recovery].some(({ key }) => fieldOf.get(key)?.refused === true);
  const accepted = await desk.awaited.judge(sender.tab, {
    asks: {
      code: asking.code.length > 0,
      recovery: asking.recovery.length > 0,
      password: facts.asksPassword,
    },
    askedAnew: anew,
    showsRecoveryCodes: sight.recoveryCodes !== null,
    messages: facts.messages,
    saysOff: saysItIsOff([facts.messages, ...asking.recovery.map(nearOf)].join(' ')),
    host: sender.site.binding,
    document: sender.document,
    at,
  });
  if (accepted === null) return false;
  const { binding: host } = sender.site;
  await desk.recent.change((recent) => ({ ...recent, [sender.tab]: { account: accepted, host } }));
  desk.surroundings.followLoads(await desk.awaited.any());
  return true;
}

/**
 * Whether what this document shows can be the answer to the code that is awaited in its tab: the frame that got the
 * code answers, and the page around it once that frame is gone.
 */
async function mayAnswer(desk: Desk, { tab, frame }: PageSender): Promise<boolean> {
  const given = (await desk.awaited.of(tab))?.frame ?? 0;
  if (given === frame) return true;
  const frames = frame === 0 ? await desk.pages.frames(tab) : [];
  return frame === 0 && !frames.some((other) => other.frame === given);
}

function mark(desk: Desk, tab: number, sight: Sight | null): Promise<void> {
  if (sight === null) return desk.surroundings.mark(tab, null);
  const { settingUp } = sight.situation;
  const isNew = sight.setUp && (settingUp === null || settingUp.length === 0);
  const codes = sight.recoveryCodes === null ? null : 'recovery-codes';
  return desk.surroundings.mark(tab, isNew ? 'set-up' : codes);
}

async function chipFor(desk: Desk, offer: Offer, sender: PageSender): Promise<Chip> {
  const { kind, field, grant, account } = offer;
  const ticket = await desk.tickets.mint({
    grant,
    account,
    tab: sender.tab,
    frame: sender.frame,
    document: sender.document,
    host: sender.site.binding,
    field,
  });
  return { kind, field, ticket };
}

/** A frame has loaded a document, perhaps in a tab in which an answer is awaited. */
export async function documentLoaded(desk: Desk, { tab, frame }: Frame): Promise<void> {
  if ((await desk.awaited.of(tab)) === null) {
    desk.surroundings.followLoads(await desk.awaited.any());
    return;
  }
  await desk.awaited.loaded(tab, frame);
  await askAgain(desk, tab);
}

/** The worker before this one may have been ended between a page's answer and our hearing of it: it is asked again. */
export async function goOnFollowing(desk: Desk): Promise<void> {
  const tabs = await desk.awaited.tabs();
  desk.surroundings.followLoads(tabs.length > 0);
  for (const tab of tabs) await askAgain(desk, tab);
}

/** A page that asks for nothing, as the one behind a sign-in, is read only because it may be the answer. */
async function askAgain(desk: Desk, tab: number): Promise<void> {
  const { frame = 0 } = (await desk.awaited.of(tab)) ?? {};
  for (const one of new Set([0, frame])) await desk.pages.load({ tab, frame: one });
  await desk.pages.again(tab);
}
