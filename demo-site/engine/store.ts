import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { SCHEMA_VERSION, schema } from './schema.ts';

export type StoreProblem = 'unusable' | 'other-version' | 'other-key' | 'bad-key';

/** The data file can't be used, and why. */
export class StoreError extends Error {
  override name = 'StoreError';
  readonly problem: StoreProblem;

  constructor(problem: StoreProblem, cause?: unknown) {
    super(`data file: ${problem}`, { cause });
    this.problem = problem;
  }
}

/** SQLite, synchronously. Everything that changes anything goes through `change`. */
export class Store {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #changing = false;

  /** @param file a path, or `:memory:` */
  constructor(file: string) {
    try {
      this.#database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 5000 });
      this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
      this.#migrate();
    } catch (error) {
      throw error instanceof StoreError ? error : new StoreError('unusable', error);
    }
  }

  #migrate(): void {
    const version = this.row<{ user_version: number }>('PRAGMA user_version')?.user_version;
    if (version === SCHEMA_VERSION) return;
    if (version !== 0) throw new StoreError('other-version');
    this.change(() => this.#database.exec(`${schema}; PRAGMA user_version = ${SCHEMA_VERSION}`));
  }

  /** Remembers which key this file's secrets are sealed with, and refuses any other: opened with it, none could be read. */
  claim(keyId: Uint8Array): void {
    this.change(() => {
      this.run("INSERT OR IGNORE INTO meta (key, value) VALUES ('key-id', ?)", [keyId]);
      const known = this.row<{ value: Uint8Array }>("SELECT value FROM meta WHERE key = 'key-id'")?.value;
      if (!known || !Buffer.from(known).equals(keyId)) throw new StoreError('other-key');
    });
  }

  /** The caller names the row's type, which the STRICT tables of schema.ts hold to. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the one cast instead of one at every caller
  row<Row>(sql: string, values: SQLInputValue[] = []): Row | undefined {
    return this.#prepare(sql).get(...values) as Row | undefined;
  }

  rows<Row>(sql: string, values: SQLInputValue[] = []): Row[] {
    return this.#prepare(sql).all(...values) as Row[];
  }

  /** How many rows changed, and the id of the last inserted one. */
  run(sql: string, values: SQLInputValue[] = []): { changes: number; id: number } {
    if (!this.#changing) throw new Error('writes belong in a change');
    const { changes, lastInsertRowid } = this.#prepare(sql).run(...values);
    return { changes: Number(changes), id: Number(lastInsertRowid) };
  }

  /** One decision: all of it or nothing. Synchronous, so that no other request can come between its reading and its writing. */
  change<T>(decide: () => T): T {
    if (this.#changing) throw new Error('a change inside a change');
    this.#database.exec('BEGIN IMMEDIATE');
    this.#changing = true;
    try {
      const value = decide();
      if (value instanceof Promise) throw new Error('a change must not await');
      this.#database.exec('COMMIT');
      return value;
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    } finally {
      this.#changing = false;
    }
  }

  close(): void {
    this.#database.close();
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
