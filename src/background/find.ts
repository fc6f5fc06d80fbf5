/**
 * Reading enrolments from wherever a person points, and saying what was read before anything is kept.
 *
 * Nothing found is remembered: `keep` reads its source again and takes what bears the same `ref`. So no secret
 * waits anywhere for an answer that may never come, and the background may be ended in between.
 */
import type { Enrolment } from '../core/account.ts';
import { fromBase64, toHex, utf8 } from '../core/bytes.ts';
import { readQrCodes } from '../core/qr/decode.ts';
import { readOtpauth, writeOtpauth } from '../core/uri/otpauth.ts';
import { OtpauthError } from '../core/uri/problem.ts';
import { readSetupKey } from '../core/uri/setup-key.ts';
import { oddities } from '../core/warnings.ts';
import type { Findings, Found, Source } from '../messages/contract.ts';
import type { Vault } from '../vault/vault.ts';
import { pixelsOf } from './picture-file.ts';

export interface Candidate {
  readonly ref: string;
  readonly enrolment: Enrolment;
}

export type Candidates =
  | { readonly read: 'found'; readonly candidates: readonly Candidate[] }
  | Extract<Findings, { read: 'nothing' }>;

/** What the page that is spoken of shows: its own pictures first, a picture of it only where these say nothing. */
export interface PageSight {
  qrTexts(): Promise<readonly string[]>;
  /** Base64 of a screenshot, or null where none may be taken. */
  screenshot(): Promise<string | null>;
}

export async function candidatesIn(source: Source, page: PageSight): Promise<Candidates> {
  switch (source.from) {
    case 'page': {
      const texts = await page.qrTexts();
      const found = await fromTexts(texts);
      if (found.read === 'found' || !source.screenshot) return found;
      const seen = await page.screenshot();
      return seen === null ? found : fromPicture(seen);
    }
    case 'image':
      return fromPicture(source.image);
    case 'text':
      return source.text.trim() === '' ? nothing('empty') : fromTexts([source.text]);
    case 'hand':
      return fromHand(source);
  }
}

function nothing(because: Extract<Findings, { read: 'nothing' }>['because']): Candidates {
  return { read: 'nothing', because };
}

async function fromPicture(image: string): Promise<Candidates> {
  const pixels = await pixelsOf(fromBase64(image));
  return pixels === null ? nothing('no-code') : fromTexts(readQrCodes(pixels));
}

async function fromTexts(texts: readonly string[]): Promise<Candidates> {
  if (texts.length === 0) return nothing('no-code');
  const enrolments: Enrolment[] = [];
  let because: Extract<Findings, { read: 'nothing' }>['because'] = 'not-otpauth';
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
  return enrolments.length === 0 ? nothing(because) : named(enrolments);
}

async function fromHand(source: Extract<Source, { from: 'hand' }>): Promise<Candidates> {
  const { issuer, name, parameters, setupKey } = source;
  if (setupKey.trim() === '') return nothing('empty');
  try {
    return await named([
      { issuer: issuer.trim(), name: name.trim(), parameters, secret: readSetupKey(setupKey), counter: 0 },
    ]);
  } catch (error) {
    if (error instanceof OtpauthError) return nothing(error.problem);
    throw error;
  }
}

async function named(enrolments: readonly Enrolment[]): Promise<Candidates> {
  const candidates = await Promise.all(
    enrolments.map(async (enrolment) => ({ ref: await refOf(enrolment), enrolment })),
  );
  return { read: 'found', candidates };
}

/** Names an enrolment to our own pages without telling its secret. */
async function refOf(enrolment: Enrolment): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', utf8(writeOtpauth(enrolment)));
  return toHex(new Uint8Array(digest));
}

export async function describe(
  { ref, enrolment }: Candidate,
  host: string | null,
  vault: Pick<Vault, 'list' | 'readAll' | 'state'>,
): Promise<Found> {
  const { issuer, name, parameters } = enrolment;
  const warnings = oddities(enrolment, host);
  return { ref, issuer, name, parameters, warnings, known: await knownAs(enrolment, vault) };
}

async function knownAs(
  enrolment: Enrolment,
  vault: Pick<Vault, 'list' | 'readAll' | 'state'>,
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
  vault: Pick<Vault, 'list' | 'readAll'>,
): Promise<string | null> {
  const kept = (await vault.list()).filter(({ overview }) => overview.state !== 'trashed');
  const accounts = await vault.readAll(kept.map(({ id }) => id));
  const at = accounts.findIndex(({ secret }) => sameBytes(secret.secret, enrolment.secret));
  return kept[at]?.id ?? null;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
