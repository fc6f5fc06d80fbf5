/**
 * Asking a page's content script. Whatever answers may be the page itself, so each answer is taken apart by a
 * guard, and a page that does not answer, or answers nonsense, is a page with nothing on it.
 */
import { readQrCodes } from '../core/qr/decode.ts';
import { fromBase64 } from '../core/bytes.ts';
import type { PageFacts } from '../core/field/facts.ts';
import type { FillResult, Picture } from '../messages/contract.ts';
import { parseFacts, parseFillResult, parsePictures } from '../messages/guards.ts';
import { client, type Envelope } from '../messages/rpc.ts';

export interface PageLink {
  look(tab: number): Promise<PageFacts | null>;
  /** The texts of the QR codes on the page. */
  qrTexts(tab: number): Promise<readonly string[]>;
  fill(tab: number, request: { ticket: string; field: number }): Promise<FillResult>;
  withdraw(tab: number): Promise<void>;
  /** Whether there was somebody to ask. */
  again(tab: number): Promise<boolean>;
}

async function orElse<T>(otherwise: T, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch {
    // No content script there: a page of the browser's own, one still loading, a tab just closed.
    return otherwise;
  }
}

/** The texts in a picture; none if its bytes are not what its size says. */
function textsIn({ width, height, luma }: Picture): readonly string[] {
  const bytes = fromBase64(luma);
  return bytes.length === width * height ? readQrCodes({ width, height, luma: bytes }) : [];
}

export function createPageLink(sendToTab: (tab: number, envelope: Envelope) => Promise<unknown>): PageLink {
  const page = (tab: number) => client('to-page', (envelope) => sendToTab(tab, envelope));
  return {
    look: (tab) => orElse(null, async () => parseFacts(await page(tab).look())),
    qrTexts: (tab) =>
      orElse([], async () => {
        const pictures = parsePictures(await page(tab).pictures()) ?? [];
        return pictures.flatMap(textsIn);
      }),
    fill: (tab, request) =>
      orElse<FillResult>(
        'no-field',
        async () => parseFillResult(await page(tab).fill(request)) ?? 'no-field',
      ),
    withdraw: (tab) =>
      orElse(undefined, async () => {
        await page(tab).withdraw();
      }),
    again: (tab) =>
      orElse(false, async () => {
        await page(tab).again();
        return true;
      }),
  };
}
