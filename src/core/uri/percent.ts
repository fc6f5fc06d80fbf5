/** Percent-encoding (RFC 3986 section 2.1), read leniently and written strictly. */
import { textOf } from '../bytes.ts';

/**
 * Never throws, which `decodeURIComponent` does: a `%` that begins no escape stands for itself, and escapes that
 * are no UTF-8 are read as windows-1252 (`Caf%E9`), in which some providers still write.
 */
export function decodePercent(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (escapes) =>
    textOf(Uint8Array.from(escapes.slice(1).split('%'), (byte) => Number.parseInt(byte, 16))),
  );
}

/** All but unreserved characters as UTF-8 escapes, a space as `%20`; half a surrogate pair as U+FFFD. */
export function encodePercent(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
