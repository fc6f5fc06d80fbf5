/**
 * The text of a symbol's bytes. The standard's default is ISO 8859-1, real encoders write UTF-8, Japanese ones
 * Shift_JIS, and few say which (ISO/IEC 18004 section 6.4.1.2, Extended Channel Interpretation). What is said is believed;
 * else it is UTF-8 where it can be, which no other text is by chance.
 */
import { textOf } from '../bytes.ts';

/** AIM's assignment numbers of character sets, by the names of the Encoding standard. */
const CHARACTER_SETS: Readonly<Record<number, string>> = {
  1: 'windows-1252',
  3: 'windows-1252',
  4: 'iso-8859-2',
  5: 'iso-8859-3',
  6: 'iso-8859-4',
  7: 'iso-8859-5',
  8: 'iso-8859-6',
  9: 'iso-8859-7',
  10: 'iso-8859-8',
  11: 'windows-1254', // the Encoding standard's name for ISO 8859-9
  12: 'iso-8859-10',
  13: 'windows-874',
  15: 'iso-8859-13',
  16: 'iso-8859-14',
  17: 'iso-8859-15',
  18: 'iso-8859-16',
  20: 'shift_jis',
  21: 'windows-1250',
  22: 'windows-1251',
  23: 'windows-1252',
  24: 'windows-1256',
  25: 'utf-16be',
  26: 'utf-8',
  27: 'utf-8', // ASCII
  28: 'big5',
  29: 'gb18030',
  30: 'euc-kr',
  32: 'gb18030',
};

/** The one character set that older encoders name, and that the Encoding standard does not know: code page 437. */
const CODE_PAGE_437 = [0, 2];
const UPPER_HALF =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
  'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0';

function inCodePage437(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => UPPER_HALF[byte - 0x80] ?? String.fromCharCode(byte)).join('');
}

/** `assigned` is the number of the last Extended Channel Interpretation before the bytes, if there was one. */
export function textOfBytes(bytes: Uint8Array, assigned?: number): string {
  if (assigned !== undefined && CODE_PAGE_437.includes(assigned)) {
    // Its number is also given to what is no such text: UTF-8 is none by chance.
    return strictly('utf-8', bytes) ?? inCodePage437(bytes);
  }
  const said = assigned === undefined ? undefined : CHARACTER_SETS[assigned];
  const read = said === undefined ? null : strictly(said, bytes);
  if (read !== null) return read;
  const japanese = longestHighRun(bytes) >= 3 && strictly('utf-8', bytes) === null;
  return (japanese ? strictly('shift_jis', bytes) : null) ?? textOf(bytes);
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null; // not in that character set, or none that this platform knows
  }
}

/** Accented letters of European words stand alone among plain ones; Japanese in Shift_JIS is one high byte after another. */
function longestHighRun(bytes: Uint8Array): number {
  let longest = 0;
  let run = 0;
  for (const byte of bytes) {
    run = byte >= 0x80 ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
