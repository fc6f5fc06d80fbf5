import { reserveFactorAttempt } from './attempts.ts';
import { base32Bytes } from './base32.ts';
import type { Engine } from './engine.ts';
import { beginEnrolment } from './enrolment.ts';
import { addFactor } from './factors.ts';
import type { HashedCode } from './hashing.ts';
import { type OtpShape, usualShape } from './otp.ts';
import { nobody } from './records.ts';
import { sessionByToken } from './sessions.ts';
import { finishSignIn } from './sign-in.ts';
import type { Role } from './users.ts';

/** An account that is there from the start. All of it is public: it is printed on the front page. */
export interface SeedUser {
  username: string;
  name: string;
  email: string;
  password: string;
  /** Base32; two-factor authentication is off without it. */
  secret?: string;
  /** SHA-1, six digits and 30 seconds if left out. */
  shape?: OtpShape;
  /** Those that are still unused, as they are hashed: without hyphens. */
  recoveryCodes?: readonly string[];
  /** Wrong codes in a row, before anybody has signed in. */
  factorFailures?: number;
  /** Has begun to set up an authenticator, in a browser that is not there any more. */
  settingUp?: boolean;
  /** A customer if left out. */
  role?: Role;
  /** One sentence for the front page. */
  about: string;
}

export interface HashedUser {
  user: SeedUser;
  password: string;
  codes: HashedCode[];
}

/** What these passwords were hashed to before. All of it is public, so that one salt more or less protects nobody. */
export type KnownHashes = Map<string, Promise<string>>;

/** Into an empty store only: a data file that is opened again keeps what its users have done. */
export async function seed(
  engine: Engine,
  users: readonly SeedUser[],
  known: KnownHashes = new Map(),
): Promise<void> {
  const there = engine.store.row<{ count: number }>('SELECT count(*) AS count FROM users')?.count ?? 0;
  if (there > 0) return;
  const hashed = await hashUsers(engine, users, known);
  engine.store.change(() => insertUsers(engine, hashed));
}

/** As many as are hashed at once, which is as many as Node does. */
const BATCH = 4;

/** A password is hashed once, however many users or sites have it: a start would else take a second for each. */
export async function hashUsers(
  engine: Engine,
  users: readonly SeedUser[],
  known: KnownHashes = new Map(),
): Promise<HashedUser[]> {
  const hashed: HashedUser[] = [];
  for (let at = 0; at < users.length; at += BATCH) {
    const batch = users.slice(at, at + BATCH).map(async (user) => await hashUser(engine, user, known));
    hashed.push(...(await Promise.all(batch)));
  }
  return hashed;
}

async function hashUser({ hasher }: Engine, user: SeedUser, known: KnownHashes): Promise<HashedUser> {
  const password = known.get(user.password) ?? hasher.hashAhead(user.password);
  known.set(user.password, password);
  return { user, password: await password, codes: await hasher.hashCodes(user.recoveryCodes ?? []) };
}

/** Inside a change. */
export function insertUsers(engine: Engine, hashed: readonly HashedUser[]): void {
  for (const { user, password, codes } of hashed) {
    const { id } = engine.store.run(
      'INSERT INTO users (username, name, email, password, role) VALUES (?, ?, ?, ?, ?)',
      [user.username.toLowerCase(), user.name, user.email.toLowerCase(), password, user.role ?? 'customer'],
    );
    const { secret, shape = usualShape, factorFailures = 0, settingUp = false } = user;
    if (secret) addFactor(engine, id, { secret: base32Bytes(secret), shape, step: 0, codes });
    for (let failed = 0; failed < factorFailures; failed += 1) reserveFactorAttempt(engine, id);
    if (settingUp) beginSetup(engine, id);
  }
}

/** In a session whose token nobody gets to know. */
function beginSetup(engine: Engine, userId: number): void {
  const session = sessionByToken(engine, finishSignIn(engine, userId, nobody, undefined, false));
  if (session) beginEnrolment(engine, session, null, nobody);
}
