/** A change at random somewhere in a value: in a byte, a letter, a number, a member, or by what stands elsewhere in it. */
import type { Seeded } from '../seeded.ts';

/** Where something stands, and what. */
interface Place {
  readonly path: readonly string[];
  readonly value: unknown;
}

function* placesOf(value: unknown, path: readonly string[] = []): Iterable<Place> {
  yield { path, value };
  if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) yield* placesOf(member, [...path, name]);
}

/** The same value with another at this place, or with none. */
function withAt(value: unknown, [name, ...rest]: readonly string[], put: unknown): unknown {
  if (name === undefined) return put;
  if (Array.isArray(value)) {
    const index = Number(name);
    const isLast = rest.length === 0 && put === undefined;
    return isLast ? value.toSpliced(index, 1) : value.with(index, withAt(value[index], rest, put));
  }
  const members = value as Readonly<Record<string, unknown>>;
  return { ...members, [name]: withAt(members[name], rest, put) };
}

const NUMBERS = [0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, 2 ** 53, 1e308] as const;
const ODD = [
  undefined,
  null,
  true,
  '',
  0,
  [],
  {},
  '__proto__',
  '\u0000',
  '\ud800',
  new Uint8Array(),
] as const;

export function mutateBytes(bytes: Uint8Array, random: Seeded): Uint8Array<ArrayBuffer> {
  const at = random.below(bytes.length || 1);
  switch (random.below(4)) {
    case 0:
      return bytes.slice(0, at);
    case 1:
      return Uint8Array.from([...bytes.slice(0, at), random.below(256), ...bytes.slice(at)]);
    case 2:
      return Uint8Array.from([...bytes.slice(at), ...bytes.slice(0, at)]);
    default:
      return Uint8Array.from(bytes.with(at, (bytes[at] ?? 0) ^ (1 << random.below(8))));
  }
}

function mutateText(text: string, random: Seeded): string {
  const at = random.below(text.length || 1);
  switch (random.below(4)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + String.fromCharCode(random.below(0x10000)) + text.slice(at);
    case 2:
      return text.repeat(2);
    default:
      return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
  }
}

function mutateOne(value: unknown, random: Seeded, others: readonly Place[]): unknown {
  const how = random.below(8);
  // What stands elsewhere: the likeliest to fit, and to be taken for what it is not.
  if (how === 0) return others[random.below(others.length)]?.value;
  if (how === 1) return ODD[random.below(ODD.length)];
  if (value instanceof Uint8Array && value.length > 0) return mutateBytes(value, random);
  if (typeof value === 'string') return mutateText(value, random);
  if (typeof value === 'number') return how < 5 ? value + random.below(3) - 1 : random.pick(NUMBERS);
  if (Array.isArray(value) && value.length > 0) {
    const one: unknown = value[random.below(value.length)];
    return how < 5 ? [...(value as unknown[]), one] : value.toReversed();
  }
  return ODD[random.below(ODD.length)];
}

/** One to three changes. */
export function mutate(value: unknown, random: Seeded): unknown {
  let mutated = value;
  for (let count = 1 + random.below(3); count > 0; count--) {
    const places = [...placesOf(mutated)];
    const place = places[random.below(places.length)] ?? { path: [], value: mutated };
    mutated = withAt(mutated, place.path, mutateOne(place.value, random, places));
  }
  return mutated;
}
