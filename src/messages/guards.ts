/**
 * What a content script sends, taken apart before anybody believes it: unknown in, a request or null out.
 *
 * A page that has taken over its process can send anything, of any size. Whatever has another shape, a string
 * over its cap, or too many parts is refused whole. Unknown fields are dropped, and objects are rebuilt from known names,
 * so that nothing arrives by way of a prototype.
 */
import type { FieldFacts, PageFacts } from '../core/field/facts.ts';
import type { WordList } from '../core/recovery/codes.ts';
import type { Printed } from '../core/uri/printed.ts';
import type { Glimpse, Picture } from './contract.ts';

/** Caps on what is believed; the content script cuts its own texts well below them. */
const TEXT = 2_000;
const FIELDS = 40;
const LISTS = 4;
const ENTRIES = 64;
const PICTURES = 6;
const PRINTED = 8;
const NAMES = 6;
const PARTS = 4;
/** The longest that is taken, and a little more, so that a longer one is refused for its length. */
const URI = 8_200;
const PIXELS = 1_100 * 1_100;

class Refused extends Error {}

type Reader<T> = (value: unknown) => T;

function refuse(): never {
  throw new Refused();
}

const text =
  (cap: number): Reader<string> =>
  (value) =>
    typeof value === 'string' && value.length <= cap ? value : refuse();

const whole: Reader<number> = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : refuse();

const flag: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : refuse());

const orNull =
  <T>(reader: Reader<T>): Reader<T | null> =>
  (value) =>
    value === null ? null : reader(value);

const oneOf =
  <T extends string>(...words: readonly T[]): Reader<T> =>
  (value) =>
    words.find((word) => word === value) ?? refuse();

const list =
  <T>(cap: number, reader: Reader<T>): Reader<readonly T[]> =>
  (value) =>
    Array.isArray(value) && value.length <= cap ? value.map(reader) : refuse();

function shape<T>(readers: { readonly [K in keyof T]: Reader<T[K]> }): Reader<T> {
  const names = Object.keys(readers) as (keyof T & string)[];
  return (value) => {
    if (typeof value !== 'object' || value === null) return refuse();
    const fields = value as Record<string, unknown>;
    return Object.fromEntries(
      names.map((name) => [name, readers[name](Object.hasOwn(fields, name) ? fields[name] : undefined)]),
    ) as T;
  };
}

const field = shape<FieldFacts>({
  key: whole,
  type: text(TEXT),
  name: text(TEXT),
  id: text(TEXT),
  autocomplete: text(TEXT),
  placeholder: text(TEXT),
  inputMode: text(TEXT),
  pattern: text(TEXT),
  maxLength: orNull(whole),
  ariaLabel: text(TEXT),
  label: text(TEXT),
  near: text(TEXT),
  after: text(TEXT),
  around: text(TEXT),
  form: text(TEXT),
  container: text(TEXT),
  picture: text(TEXT),
  alone: flag,
  drawn: whole,
  boxes: whole,
  holds: oneOf('nothing', 'code', 'other'),
  refused: flag,
});

const facts = shape<PageFacts>({
  fields: list(FIELDS, field),
  asksPassword: flag,
  title: text(TEXT),
  pictures: whole,
  lists: list(LISTS, shape<WordList>({ words: list(ENTRIES, text(200)), near: text(TEXT) })),
  printed: list(PRINTED, shape<Printed>({ text: text(URI), near: list(PARTS, text(TEXT)) })),
  messages: text(TEXT),
  names: list(NAMES, text(200)),
});

const glimpse = shape<Glimpse>({ fields: flag, words: flag, pictures: flag });

const ticket = shape<{ ticket: string }>({ ticket: text(64) });

const copiedCode = shape<{ code: string }>({ code: text(64) });

const redemption = shape<{ ticket: string; occupied: boolean }>({
  ticket: text(64),
  occupied: (value) => (value === undefined ? false : flag(value)),
});

const picture = shape<Picture>({ width: whole, height: whole, luma: text(Math.ceil((PIXELS * 4) / 3) + 4) });

const guard =
  <T>(reader: Reader<T>) =>
  (value: unknown): T | null => {
    try {
      return reader(value);
    } catch (error) {
      if (error instanceof Refused) return null;
      throw error;
    }
  };

export const parseFacts = guard(facts);
export const parseGlimpse = guard(glimpse);
export const parseTicket = guard(ticket);
export const parseCopied = guard(copiedCode);
export const parseRedemption = guard(redemption);
export const parseFlag = guard(flag);
export const parseKey = guard(orNull(whole));
export const parsePicture = guard(orNull(picture));
export const parsePictures = guard(list(PICTURES, picture));
export const parseFillResult = guard(
  oneOf('filled', 'waiting', 'no-field', 'occupied', 'not-taken', 'none-left', 'refused'),
);
