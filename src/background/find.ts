/**
 * Reading enrolments from wherever a person points, and saying what was read before anything is kept.
 *
 * Nothing found is remembered: `keep` reads its source again and takes what bears the same `ref`. So no secret
 * waits anywhere for an answer that may never come, and the background may be ended in between.
 */
import type { Enrolment } from '../core/account.ts';
import { fromBase64, toHex, utf8 } from '../core/bytes.ts';
import { onPage, type OnPage } from '../core/uri/on-page.ts';
import { readOtpauth, writeOtpauth } from '../core/uri/otpauth.ts';
import { problemIn, readPrinted, type Printed } from '../core/uri/printed.ts';
import { OtpauthError } from '../core/uri/problem.ts';
import { readSetupKey } from '../core/uri/setup-key.ts';
import { oddities } from '../core/warnings.ts';
import type { Findings, Found, Nothing, Source } from '../messages/contract.ts';
import type { Vault } from '../vault/vault.ts';
import type { Decoder } from './qr/decode-once.ts';
import { PictureRefused } from './qr/job.ts';

export interface Candidate extends OnPage {
  readonly ref: string;
}

export type Candidates =
  | { readonly read: 'found'; readonly candidates: readonly Candidate[] }
  | Extract<Findings, { read: 'nothing' }>;

/** What the page that is spoken of shows: its own pictures first, a picture of it only where these say nothing. */
export interface PageSight {
  qrTexts(): Promise<readonly string[]>;
  /** Of the picture on it that was chosen in the context menu. */
  pointedTexts(): Promise<readonly string[]>;
  /** What stands there as text. */
  printed(): Promise<readonly Printed[]>;
  readonly host: string | null;
  /** Base64 of a screenshot, or null where none may be taken. */
  screenshot(): Promise<string | null>;
  /** Shows what stands further down; false at the end of the page. `up` brings back what was shown before. */
  scroll(to: 'down' | 'up'): Promise<boolean>;
}

export async function candidatesIn(source: Source, page: PageSight, decoder: Decoder): Promise<Candidates> {
  switch (source.from) {
    case 'page':
      return (source.pointed && (await fromPointed(page))) || fromPage(page, source.screenshot, decoder);
    case 'images':
      return fromImages(source.images, decoder);
    case 'text':
      return source.text.trim() === '' ? nothing('empty') : found(enrolmentsIn([source.text]));
    case 'hand':
      return fromHand(source);
  }
}

function nothing(because: Nothing): Candidates {
  return { read: 'nothing', because };
}

/** Null where the picture says nothing, or may not be read: then the page is looked at, which shows it. */
async function fromPointed(page: PageSight): Promise<Candidates | null> {
  const { read } = enrolmentsIn(await page.pointedTexts());
  return read.length === 0 ? null : named(onPage(read, [], page.host));
}

/** Pages are longer than this, but no set-up stands that far down. */
const SCREENS = 5;

/** When it is asked for, everything is looked at: the page's pictures, what else it shows, and what is below. */
async function fromPage(page: PageSight, mayLook: boolean, decoder: Decoder): Promise<Candidates> {
  const pictured = await page.qrTexts();
  const texts = mayLook ? [...pictured, ...(await seenOn(page, pictured, decoder))] : pictured;
  const seen = enrolmentsIn(texts);
  const printed = await page.printed();
  const shown = onPage(seen.read, readPrinted(printed), page.host);
  if (shown.length > 0) return named(shown);
  return nothing(seen.because === 'no-code' ? (problemIn(printed) ?? seen.because) : seen.because);
}

/** What screenshots of the page show, from where it stands down to the first set-up code. */
async function seenOn(
  page: PageSight,
  pictured: readonly string[],
  decoder: Decoder,
): Promise<readonly string[]> {
  const texts: string[] = [];
  for (let screen = 0; screen < SCREENS; screen++) {
    const screenshot = await page.screenshot();
    if (screenshot === null) break;
    texts.push(...(await textsIn(screenshot, decoder)).texts);
    const found = enrolmentsIn([...pictured, ...texts]).read.length > 0;
    if (found || !(await page.scroll('down'))) break;
  }
  await page.scroll('up');
  return texts;
}

interface Looked {
  readonly texts: readonly string[];
  /** Why it was not read to its end; null where it was. */
  readonly refused: 'no-picture' | 'gave-up' | null;
}

async function textsIn(image: string, decoder: Decoder): Promise<Looked> {
  try {
    return { texts: await decoder.textsIn({ file: fromBase64(image) }), refused: null };
  } catch (error) {
    if (error instanceof PictureRefused && error.reason !== 'failed')
      return { texts: [], refused: error.reason };
    throw error;
  }
}

/** Of several pictures, one that is no good does not spoil the others; where all say nothing, it is the answer. */
async function fromImages(images: readonly string[], decoder: Decoder): Promise<Candidates> {
  const looked: Looked[] = [];
  for (const image of images) looked.push(await textsIn(image, decoder));
  const read = enrolmentsIn(looked.flatMap(({ texts }) => texts));
  const refused = looked.find(({ refused }) => refused !== null)?.refused ?? null;
  return read.because === 'no-code' && refused !== null ? nothing(refused) : found(read);
}

interface Read {
  readonly read: readonly Enrolment[];
  /** Why there are none. */
  readonly because: Nothing;
}

function found({ read, because }: Read): Promise<Candidates> | Candidates {
  return read.length === 0 ? nothing(because) : named(onPage(read, [], null));
}

export function enrolmentsIn(texts: readonly string[]): Read {
  const enrolments: Enrolment[] = [];
  let because: Read['because'] = texts.length === 0 ? 'no-code' : 'not-otpauth';
  for (const text of new Set(texts)) {
    try {
      const enrolment = readOtpauth(text);
      if (enrolment !== null) enrolments.push(enrolment);
    } catch (error) {
      // One broken code beside a good one is no reason to refuse the good one; alone, it is the answer.
      if (!(error instanceof OtpauthError)) throw error;
      because = error.problem;
    }
  }
  return { read: enrolments, because };
}

async function fromHand(source: Extract<Source, { from: 'hand' }>): Promise<Candidates> {
  const { issuer, name, parameters, setupKey } = source;
  if (setupKey.trim() === '') return nothing('empty');
  try {
    const enrolment = { issuer: issuer.trim(), name: name.trim(), parameters, counter: 0 };
    return await found({ read: [{ ...enrolment, secret: readSetupKey(setupKey) }], because: 'empty' });
  } catch (error) {
    if (error instanceof OtpauthError) return nothing(error.problem);
    throw error;
  }
}

async function named(shown: readonly OnPage[]): Promise<Candidates> {
  const candidates = await Promise.all(
    shown.map(async (one) => ({ ...one, ref: await refOf(one.enrolment) })),
  );
  return { read: 'found', candidates };
}

/** Names an enrolment to our own pages without telling its secret. */
async function refOf(enrolment: Enrolment): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', utf8(writeOtpauth(enrolment)));
  return toHex(new Uint8Array(digest));
}

export async function describe(
  { ref, enrolment, differs }: Candidate,
  { host, unencrypted }: { readonly host: string | null; readonly unencrypted: boolean },
  vault: Pick<Vault, 'list' | 'readEach' | 'state'>,
): Promise<Found> {
  const { issuer, name, parameters } = enrolment;
  const warnings = oddities(enrolment, { host, differs, unencrypted });
  return { ref, issuer, name, parameters, warnings, known: await knownAs(enrolment, vault) };
}

async function knownAs(
  enrolment: Enrolment,
  vault: Pick<Vault, 'list' | 'readEach' | 'state'>,
): Promise<Found['known']> {
  if ((await vault.state()) !== 'open') return 'no';
  if ((await withSecretOf(enrolment, vault)) !== null) return 'same';
  const kept = await vault.list();
  const renewal = kept.some(
    ({ overview }) =>
      overview.state !== 'trashed' &&
      overview.issuer === enrolment.issuer &&
      overview.name === enrolment.name,
  );
  return renewal ? 'renewal' : 'no';
}

/** The account, not in the trash, that has this very secret. */
export async function withSecretOf(
  enrolment: Enrolment,
  vault: Pick<Vault, 'list' | 'readEach'>,
): Promise<string | null> {
  const kept = (await vault.list()).filter(({ overview }) => overview.state !== 'trashed');
  const accounts = await vault.readEach(kept.map(({ id }) => id));
  const at = accounts.findIndex(
    (account) => account !== null && sameBytes(account.secret.secret, enrolment.secret),
  );
  return kept[at]?.id ?? null;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
