import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Store, StoreError } from '../../../demo-site/engine/store.ts';

function memory(): Store {
  const store = new Store(':memory:');
  onTestFinished(() => store.close());
  return store;
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'demo-site-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

const addUser = "INSERT INTO users (username, name, email, password) VALUES ('u', 'U', 'u@example.com', 'x')";
const countUsers = 'SELECT count(*) AS count FROM users';

test('A change that throws leaves nothing behind, and the next one works', () => {
  const store = memory();
  const failing = (): void => {
    store.run(addUser);
    throw new Error('no');
  };
  expect(() => store.change(failing)).toThrow('no');
  expect(store.row(countUsers)).toEqual({ count: 0 });
  store.change(() => store.run(addUser));
  expect(store.row(countUsers)).toEqual({ count: 1 });
});

test('A change can’t await: it would stay open under the requests that come meanwhile', () => {
  const store = memory();
  expect(() => store.change(async () => await Promise.resolve())).toThrow('must not await');
});

test('Nothing is written outside a change, and no change inside another', () => {
  const store = memory();
  expect(() => store.run(addUser)).toThrow('writes belong in a change');
  expect(() => store.change(() => store.change(() => null))).toThrow('a change inside a change');
});

test('A user has at most one second factor, and a session one set-up', () => {
  const store = memory();
  const addFactor = (): void => {
    store.run(`INSERT INTO factors (user_id, secret, algorithm, digits, period, last_step, enabled_at)
      VALUES (1, x'00', 'sha1', 6, 30, 0, 0)`);
  };
  store.change(() => store.run(addUser));
  store.change(addFactor);
  expect(() => store.change(addFactor)).toThrow('UNIQUE');
});

test('A deleted row’s number is not given to the next: what was remembered over an await stays its own', () => {
  const store = memory();
  const first = store.change(() => store.run(addUser)).id;
  store.change(() => store.run('DELETE FROM users'));
  expect(store.change(() => store.run(addUser)).id).toBeGreaterThan(first);
});

test('A file keeps what was written, for the key that wrote it only', () => {
  const file = join(folder(), 'demo.db');
  const first = new Store(file);
  first.claim(new Uint8Array([1, 2, 3, 4]));
  first.change(() => first.run(addUser));
  first.close();
  const second = new Store(file);
  onTestFinished(() => second.close());
  second.claim(new Uint8Array([1, 2, 3, 4]));
  expect(second.row(countUsers)).toEqual({ count: 1 });
  expect(() => second.claim(new Uint8Array([9, 9, 9, 9]))).toThrow(StoreError);
});

test('A file that is no database, or a folder that isn’t there, is a StoreError', () => {
  const file = join(folder(), 'notes.txt');
  writeFileSync(
    file,
    'these are my notes, and they are long enough to be taken for a page of something\n'.repeat(20),
  );
  expect(() => new Store(file)).toThrow(StoreError);
  expect(() => new Store(join(folder(), 'missing', 'demo.db'))).toThrow(StoreError);
});
