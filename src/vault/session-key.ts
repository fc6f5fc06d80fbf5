/**
 * The open vault: its key and its deadline, in the memory of the browser session alone (`storage.session`, which
 * never reaches the disk and is gone with the browser). The background dies every 30 seconds; this does not.
 *
 * The wall clock decides, at every request: no timer fires in a dead worker or a sleeping machine.
 */
import { fromBase64, toBase64 } from '../core/bytes.ts';
import type { Bytes, Config } from './format.ts';

/** Memory of the browser session. */
export interface SessionStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

/** What lies there. Text and numbers, for that is all that both browsers give back as they got it. */
interface Session {
  /** The vault key in base64. */
  readonly key: string;
  /** ms since the epoch. */
  readonly lockAt: number;
  /** The latest time that was seen, in ms since the epoch. */
  readonly seenAt: number;
  readonly lockAfterMinutes: number;
}

interface OpenSession {
  /** The caller wipes it. */
  vaultKey(): Bytes;
  /** ms since the epoch. */
  readonly lockAt: number;
}

export interface SessionKey {
  /** null when it is not open, or no longer: then nothing is left of it. */
  current(): Promise<OpenSession | null>;
  /** Leaves `vaultKey` as it is. */
  begin(vaultKey: Bytes, config: Config): Promise<void>;
  /** Somebody is there: the deadline moves. With `config`, to what that says. */
  extend(config?: Config): Promise<void>;
  end(): Promise<void>;
}

const KEY = 'vault';
const MINUTE = 60_000;
/** Clocks are set right by seconds; who sets one back further wants the deadline not to come. */
const CLOCK_TOLERANCE = MINUTE;
/** Not every request has to write the time down. */
const SEEN_STEP = 5_000;

function isSession(value: unknown): value is Session {
  if (typeof value !== 'object' || value === null) return false;
  const { key, lockAt, seenAt, lockAfterMinutes } = value as Readonly<Record<string, unknown>>;
  return typeof key === 'string' && [lockAt, seenAt, lockAfterMinutes].every(Number.isFinite);
}

function isOver({ lockAt, seenAt }: Session, now: number): boolean {
  return now >= lockAt || now < seenAt - CLOCK_TOLERANCE;
}

export function sessionKey(store: SessionStore, now: () => number): SessionKey {
  const load = async (): Promise<Session | null> => {
    const session = await store.get(KEY);
    if (isSession(session) && !isOver(session, now())) return session;
    if (session !== undefined) await store.remove(KEY);
    return null;
  };
  return {
    async current() {
      const session = await load();
      if (session === null) return null;
      const time = now();
      // Never backwards: setting the clock back by a little many times must add up.
      if (time >= session.seenAt + SEEN_STEP) await store.set(KEY, { ...session, seenAt: time });
      return { vaultKey: () => fromBase64(session.key), lockAt: session.lockAt };
    },
    async begin(vaultKey, { lockAfterMinutes }) {
      const time = now();
      const lockAt = time + lockAfterMinutes * MINUTE;
      const session: Session = { key: toBase64(vaultKey), lockAt, seenAt: time, lockAfterMinutes };
      await store.set(KEY, session);
    },
    async extend(config) {
      const session = await load();
      if (session === null) return;
      const time = now();
      const { lockAfterMinutes } = config ?? session;
      const lockAt = time + lockAfterMinutes * MINUTE;
      const seenAt = Math.max(time, session.seenAt);
      const extended: Session = { key: session.key, lockAt, seenAt, lockAfterMinutes };
      await store.set(KEY, extended);
    },
    end: () => store.remove(KEY),
  };
}
