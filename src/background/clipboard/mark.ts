/** What tells a text that was copied from every other, without saying what it was. */
import { concat, fromBase64, toBase64, utf8 } from '../../core/bytes.ts';
import type { Clipboard } from '../../platform/clipboard.ts';

/** Both in base64. */
export interface Mark {
  /** 16 random bytes. */
  readonly salt: string;
  /** SHA-256 of the salt and the text. */
  readonly digest: string;
}

export function isMark(value: unknown): value is Mark {
  return typeof value === 'object' && value !== null && 'salt' in value && 'digest' in value;
}

/** Some clipboards write lines' ends in their own way. */
async function digestOf(salt: Uint8Array, text: string): Promise<string> {
  const bytes = concat(salt, utf8(text.replaceAll(/\r\n?/g, '\n')));
  return toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

export async function markOf(text: string, salt: Uint8Array): Promise<Mark> {
  return { salt: toBase64(salt), digest: await digestOf(salt, text) };
}

/**
 * Here, and not where it is asked for: what else a person has copied, a password or a letter, is compared where it is
 * read and goes nowhere.
 */
export async function clearIfOurs(
  { salt, digest }: Mark,
  clipboard: Clipboard,
): Promise<'cleared' | 'others'> {
  const text = await clipboard.read();
  if (text === '' || (await digestOf(fromBase64(salt), text)) !== digest) return 'others';
  await clipboard.clear();
  return 'cleared';
}
