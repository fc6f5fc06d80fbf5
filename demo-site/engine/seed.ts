import { base32Bytes } from './base32.ts';
import type { Engine } from './engine.ts';
import { addFactor } from './factors.ts';
import type { HashedCode } from './hashing.ts';
import type { Role } from './users.ts';

/** An account that is there from the start. All of it is public: it is printed on the front page. */
export interface SeedUser {
  username: string;
  name: string;
  email: string;
  password: string;
  /** Base32; two-factor authentication is off without it. */
  secret?: string;
  /** Those that are still unused, as they are hashed: without hyphens. */
  recoveryCodes?: readonly string[];
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

/** Into an empty store only: a data file that is opened again keeps what its users have done. */
export async function seed(engine: Engine, users: readonly SeedUser[]): Promise<void> {
  const there = engine.store.row<{ count: number }>('SELECT count(*) AS count FROM users')?.count ?? 0;
  if (there > 0) return;
  const hashed = await hashUsers(engine, users);
  engine.store.change(() => insertUsers(engine, hashed));
}

export async function hashUsers({ hasher }: Engine, users: readonly SeedUser[]): Promise<HashedUser[]> {
  const hashed: HashedUser[] = [];
  for (const user of users) {
    const password = await hasher.hashPassword(user.password);
    hashed.push({ user, password, codes: await hasher.hashCodes(user.recoveryCodes ?? []) });
  }
  return hashed;
}

/** Inside a change. */
export function insertUsers(engine: Engine, hashed: readonly HashedUser[]): void {
  for (const { user, password, codes } of hashed) {
    const { id } = engine.store.run(
      'INSERT INTO users (username, name, email, password, role) VALUES (?, ?, ?, ?, ?)',
      [user.username.toLowerCase(), user.name, user.email.toLowerCase(), password, user.role ?? 'customer'],
    );
    if (user.secret) addFactor(engine, id, { secret: base32Bytes(user.secret), step: 0, codes });
  }
}
