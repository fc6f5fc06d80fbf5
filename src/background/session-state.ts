/**
 * What the background knows between two breaths. The browser ends it after half a minute of rest, so nothing
 * that matters is held in variables: it lies in the browser session's memory, and is changed one step at a time.
 */
export interface SessionMemory {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

export interface SessionState<T> {
  read(): Promise<Readonly<Record<string, T>>>;
  /** Runs after every earlier change; what it returns is stored. */
  change(edit: (entries: Readonly<Record<string, T>>) => Readonly<Record<string, T>>): Promise<void>;
}

/** A table of entries under one key. Only the background writes it, so a queue in memory is enough of a lock. */
export function sessionState<T>(memory: SessionMemory, key: string): SessionState<T> {
  let queue: Promise<unknown> = Promise.resolve();
  const read = async () => ((await memory.get(key)) ?? {}) as Readonly<Record<string, T>>;
  return {
    read,
    change(edit) {
      const turn = queue.then(async () => memory.set(key, edit(await read())));
      // The next in the queue runs whether this one failed or not; its caller hears of it.
      queue = turn.catch(() => undefined);
      return turn;
    },
  };
}
