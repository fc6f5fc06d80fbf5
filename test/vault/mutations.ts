/** Every small change of a stored structure: a bit in each byte and each letter, each number, each member gone. */

export interface Mutation<T> {
  /** Where it is. */
  readonly path: string;
  readonly mutated: T;
}

export function* mutationsOf(value: unknown, path = ''): Iterable<Mutation<unknown>> {
  if (value instanceof Uint8Array) yield* ofBytes(value, path);
  else if (typeof value === 'string') yield* ofText(value, path);
  else if (typeof value === 'number') yield* ofNumber(value, path);
  else if (Array.isArray(value)) yield* ofList(value, path);
  else if (typeof value === 'object' && value !== null) yield* ofMembers(value, path);
}

function* ofBytes(bytes: Uint8Array, path: string): Iterable<Mutation<unknown>> {
  for (const [index, byte] of bytes.entries()) {
    yield { path: `${path}[${index}]`, mutated: bytes.with(index, byte ^ (1 << (index % 8))) };
  }
  yield { path: `${path} cut`, mutated: bytes.slice(0, -1) };
  yield { path: `${path} longer`, mutated: Uint8Array.from([...bytes, 0]) };
  yield { path: `${path} as a list`, mutated: [...bytes] };
}

function* ofText(text: string, path: string): Iterable<Mutation<unknown>> {
  for (let index = 0; index < text.length; index++) {
    const letter = String.fromCharCode(text.charCodeAt(index) ^ 1);
    yield { path: `${path}[${index}]`, mutated: text.slice(0, index) + letter + text.slice(index + 1) };
  }
  yield { path: `${path} cut`, mutated: text.slice(0, -1) };
}

function* ofNumber(number: number, path: string): Iterable<Mutation<unknown>> {
  for (const mutated of [
    number + 1,
    number - 1,
    number * 2,
    -number,
    number + 0.5,
    Number.NaN,
    String(number),
  ]) {
    yield { path: `${path}=${mutated}`, mutated };
  }
}

/** The entries of a store, `[key, value]`: a change of the value's id changes the key with it. */
function* ofList(list: readonly unknown[], path: string): Iterable<Mutation<unknown>> {
  for (const [index, item] of list.entries()) {
    const [key, value] = item as readonly [string, unknown];
    for (const { path: at, mutated } of mutationsOf(value, `${path}/${key}`)) {
      yield { path: at, mutated: list.with(index, [key, mutated]) };
    }
    yield { path: `${path}/${key} gone`, mutated: list.toSpliced(index, 1) };
  }
}

function* ofMembers(value: object, path: string): Iterable<Mutation<unknown>> {
  for (const [name, member] of Object.entries(value)) {
    for (const { path: at, mutated } of mutationsOf(member, `${path}.${name}`)) {
      yield { path: at, mutated: { ...value, [name]: mutated } };
    }
    // An object store does not take what has no id.
    if (name !== 'id') yield { path: `${path}.${name} gone`, mutated: { ...value, [name]: undefined } };
  }
}
