import type { Engine } from '../engine/engine.ts';
import { hashUsers, insertUsers, type SeedUser } from '../engine/seed.ts';

/** Everything but the key's own mark: a table that is added later is emptied as well. */
const TABLES =
  "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'meta'";

/** Forgets all that has happened and begins with these users, in one change: no request finds the site without anybody. */
export async function resetSite(engine: Engine, users: readonly SeedUser[]): Promise<void> {
  const hashed = await hashUsers(engine, users);
  engine.store.change(() => {
    for (const { name } of engine.store.rows<{ name: string }>(TABLES)) {
      engine.store.run(`DELETE FROM "${name}"`);
    }
    insertUsers(engine, hashed);
  });
}
