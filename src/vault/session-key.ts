/**
 * The open vault: its key and its deadline, in the memory of the browser session alone (`storage.session`, which
 * never reaches the disk and is gone with the browser). The background dies every 30 seconds; this does not.
 *
 * The wall clock decides, at every request: no timer fires in a dead worker or a sleeping machine.
 */
import { fromBase64, toBase64 } from '../core/bytes.ts';
import type { Bytes, Settings } from './format.ts';
import { VAULT_KEY_BYTES } from './keys.ts';

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

export interface OpenSession {
  /** The caller wipes it. */
  vaultKey(): Bytes;
  /** ms since the epoch. */
  readonly lockAt: number;
}

export type LockReason =
  | 'hand' // a person said so
  | 'time' // nobody used it for as long as the settings say
  | 'clock' // the clock was set back
  | 'idle' // nobody used the machine
  | 'screen'; // the screen was locked

const LOCK_REASONS: readonly LockReason[] = ['hand', 'time', 'clock', 'idle', 'screen'];

export interface SessionKey {
  /** null when it is not open, or no longer: then nothing is left of it. */
  current(): Promise<OpenSession | null>;
  /** Leaves `vaultKey` as it is. */
  begin(vaultKey: Bytes, settings: Settings): Promise<void>;
  /** Somebody is there: the deadline moves. With `settings`, to what these say. */
  extend(settings?: Settings): Promise<void>;
  /** Because of nothing else than that another one begins: null. */
  end(because: LockReason | null): Promise<void>;
  /** Why the last one ended; null when none has since the browser began, or when another has begun. */
  ended(): Promise<LockReason | null>;
}

const KEY = 'vault';
const ENDED = 'locked';
const MINUTE = 60_000;
/** Clocks are set right by seconds; who sets one back further wants the deadline not to come. */
const CLOCK_TOLERANCE = MINUTE;
/** Not every request has to write the time down. */
const SEEN_STEP = 5_000;

/** The vault key in base64. */
function isKey(value: unknown): boolean {
  try {
    return typeof value === 'string' && fromBase64(value).length === VAULT_KEY_BYTES;
  } catch {
    return false;
  }
}

function isSession(value: unknown): value is Session {
  if (typeof value !== 'object' || value === null) return false;
  const { key, lockAt, seenAt, lockAfterMinutes } = value as Readonly<Record<string, unknown>>;
  return isKey(key) && [lockAt, seenAt, lockAfterMinutes].every(Number.isFinite);
}

/** null while it is not over. */
function overBecause({ lockAt, seenAt }: Session, now: number): LockReason | null {
  if (now >= lockAt) return 'time';
  return now < seenAt - CLOCK_TOLERANCE ? 'clock' : null;
}

export function sessionKey(store: SessionStore, now: () => number): SessionKey {
  const end = async (because: LockReason | null): Promise<void> => {
    const wasOpen = (await store.get(KEY)) !== undefined;
    await store.remove(KEY);
    if (wasOpen && because !== null) await store.set(ENDED, because);
  };
  const load = async (): Promise<Session | null> => {
    const session = await store.get(KEY);
    if (session === undefined) return null;
    const because = isSession(session) ? overBecause(session, now()) : 'time';
    if (because === null) return session as Session;
    await end(because);
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
      await store.remove(ENDED);
    },
    async extend(settings) {
      const session = await load();
      if (session === null) return;
      const time = now();
      const { lockAfterMinutes } = settings ?? session;
      const lockAt = time + lockAfterMinutes * MINUTE;
      const seenAt = Math.max(time, session.seenAt);
      const extended: Session = { key: session.key, lockAt, seenAt, lockAfterMinutes };
      await store.set(KEY, extended);
    },
    end,
    async ended() {
      const because = await store.get(ENDED);
      return LOCK_REASONS.find((one) => one === because) ?? null;
    },
  };
}
