/**
 * Reads Punycode (RFC 3492), in which names in other scripts are spelled; no browser hands its own reader out. Takes
 * labels of a host name, which are 63 letters at most (RFC 1035, section 2.3.4); longer ones are none of its.
 */
const LONGEST = 63;
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const LAST_CODE_POINT = 0x10ffff;

/** A label without its `xn--`; what is no Punycode comes back as it is. */
export function decodePunycode(text: string): string {
  if (text.length > LONGEST) return text;
  const split = text.lastIndexOf('-');
  const output = Array.from(text.slice(0, Math.max(0, split)), (letter) => letter.codePointAt(0) ?? 0);
  let [code, bias, index, at] = [128, 72, 0, split + 1];
  while (at < text.length) {
    const start = index;
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = digitOf(text[at++] ?? '');
      if (digit === null) return text;
      index += digit * weight;
      const threshold = Math.min(T_MAX, Math.max(T_MIN, k - bias));
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    const length = output.length + 1;
    bias = adapt(index - start, length, start === 0);
    code += Math.floor(index / length);
    if (code > LAST_CODE_POINT) return text;
    index %= length;
    output.splice(index++, 0, code);
  }
  return String.fromCodePoint(...output);
}

function digitOf(letter: string): number | null {
  const digit = '0123456789abcdefghijklmnopqrstuvwxyz'.indexOf(letter.toLowerCase());
  if (letter === '' || digit < 0) return null;
  return digit < 10 ? digit + 26 : digit - 10;
}

function adapt(delta: number, length: number, first: boolean): number {
  let left = first ? Math.floor(delta / DAMP) : delta >> 1;
  left += Math.floor(left / length);
  let k = 0;
  for (; left > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) left = Math.floor(left / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * left) / (left + SKEW));
}
