/**
 * Searches what a browser has left on the disk. A thief of the profile does no more: he greps, in every spelling
 * that he can think of.
 */
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { readMozLz4 } from './lz4.ts';

/** One spelling of something that must not stand on the disk. */
export interface Needle {
  readonly what: string;
  readonly bytes: Buffer;
}

/** Every spelling of a run of bytes, a secret or a key, that a program might write. */
export function spellingsOf(what: string, secret: Uint8Array): readonly Needle[] {
  const bytes = Buffer.from(secret);
  const base32 = encodeBase32(bytes);
  const words = [base32, base32.toLowerCase()];
  const grouped = words.flatMap((word) => [' ', '-'].map((by) => (word.match(/.{1,4}/g) ?? []).join(by)));
  const hex = bytes.toString('hex');
  const texts = [...words, ...grouped, hex, hex.toUpperCase(), [...bytes].join(','), ...base64Inside(bytes)];
  return [{ what: `${what}, raw`, bytes }, ...texts.flatMap((text) => writtenAs(what, text))];
}

/** A text in the two encodings that browsers write. */
export function writtenAs(what: string, text: string): readonly Needle[] {
  return (['utf8', 'utf16le'] as const).map((encoding) => ({
    what: `${what}, ${encoding}`,
    bytes: Buffer.from(text, encoding),
  }));
}

/** The files of a profile: all of them, or the ones in which an extension or session restore keeps something. */
export const everywhere = (): boolean => true;

/** What the extension itself stores, in both browsers. */
export const extensionStorage = (path: string): boolean =>
  /(^|\/)(chrome-extension_[^/]*|moz-extension[^/]*|(Local|Sync|Managed) Extension Settings|Extension State)\//.test(
    path,
  ) || /(^|\/)storage-sync[^/]*$/.test(path);

/** Where the extension's databases lie, and not what lies in `storage.local`, which is apart from them. */
export const vaultDatabases = (path: string): boolean =>
  /(^|\/)IndexedDB\/chrome-extension_|^storage\/default\/moz-extension[^/^]*\//.test(path);

/** What the browser keeps of open tabs, to show them again after a crash: what was typed in them, too. */
export const sessionRestore = (path: string): boolean =>
  /(^|\/)(Sessions[^/]*|sessionstore-backups)\/|(^|\/)sessionstore[^/]*$/.test(path);

/** Where in the profile the needles stand: `file: what`, once for each file and thing. */
export function searchProfile(
  profile: string,
  where: (path: string) => boolean,
  needles: readonly Needle[],
): readonly string[] {
  const hits = new Set<string>();
  for (const path of filesOf(profile).filter(where)) {
    const content = contentOf(join(profile, path));
    for (const { what } of needles.filter(({ bytes }) => content.includes(bytes)))
      hits.add(`${path}: ${what}`);
  }
  return [...hits];
}

/** Takes these files out of the profile, all of them, and puts in those of a copy of it. */
export function putBack(profile: string, copy: string, where: (path: string) => boolean): void {
  for (const path of filesOf(profile).filter(where)) rmSync(join(profile, path));
  for (const path of filesOf(copy).filter(where)) cpSync(join(copy, path), join(profile, path));
}

/** The paths below a folder, with `/` on every system. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
}

/** The bytes of a file and, where it is compressed, its content after them. */
function contentOf(path: string): Buffer {
  const file = readFileSync(path);
  const unpacked = readMozLz4(file);
  return unpacked === null ? file : Buffer.concat([file, unpacked]);
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 section 6, without padding. */
function encodeBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** RFC 4648 section 6, of a setup key as a page shows it: groups and small letters are taken. */
export function decodeBase32(key: string): Uint8Array {
  const letters = key.toUpperCase().match(/[A-Z2-7]/g) ?? [];
  const bits = letters.map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}

/** The characters of any base64, plain or URL-safe, of which these bytes are a part, whatever stands before them. */
function base64Inside(bytes: Buffer): readonly string[] {
  const plain = [0, 1, 2].map((before) => {
    const padded = Buffer.concat([Buffer.alloc(before), bytes]);
    const whole = padded.toString('base64').replaceAll('=', '');
    // The characters at both ends share bits with the neighbours.
    const start = Math.ceil((before * 8) / 6);
    return whole.slice(start, Math.floor((padded.length * 8) / 6));
  });
  return plain.flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')]);
}
