/** The vault's own code in real browsers, without the extension around it: see test/soak/lab. The whole is `npm run soak`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserKind } from '../run/browsers.ts';
import { killBrowsers, killSomeSteps, type Killed } from '../soak/kill/kill.ts';
import { START, type State } from '../soak/kill/steps.ts';
import { openLab, type Lab } from '../soak/lab/lab.ts';
import { seeded } from '../soak/seeded.ts';
import { ARGON2ID_VECTORS } from '../vault/argon2id-vectors.ts';

const KINDS: readonly BrowserKind[] = ['chromium', 'firefox'];
/** Another one finds other places to kill at. */
const SEED = 4;

let lab: Lab;
const folder = mkdtempSync(join(tmpdir(), 'countersign-lab-'));

beforeAll(async () => {
  lab = await openLab();
});

afterAll(async () => {
  await lab.close();
  rmSync(folder, { recursive: true, force: true });
});

function expectOldOrNew(killed: Killed, kills: number): void {
  expect(killed.wrong).toEqual([]);
  expect(killed.kills).toBe(kills);
}

describe('the vault', () => {
  test.concurrent.each(KINDS)('V1: derives the keys of the vectors in %s', async (kind) => {
    const bench = await lab.enter(kind, join(folder, `argon2id-${kind}`));
    try {
      for (const [m, t, p, key] of ARGON2ID_VECTORS) {
        const bytes = (await bench.ask({ ask: 'argon2id', m, t, p })) as readonly number[];
        expect(Buffer.from(bytes).toString('hex')).toBe(key);
      }
    } finally {
      await bench.close();
    }
  });

  test.concurrent.each(KINDS)(
    'V24: whose worker is killed between two steps in %s is the old one or the new',
    async (kind) => {
      const bench = await lab.enter(kind, join(folder, `steps-${kind}`));
      try {
        expectOldOrNew(await killSomeSteps(bench, seeded(SEED), 18), 18);
      } finally {
        await bench.close();
      }
    },
  );

  test.concurrent.each(KINDS)('V28: that several write at once loses nothing in %s', async (kind) => {
    const bench = await lab.enter(kind, join(folder, `writers-${kind}`));
    try {
      const [database, password] = ['writers', START.password];
      await bench.ask({ ask: 'make', database });
      const names = Array.from({ length: 8 }, (_, index) => `writer ${index}`);
      await Promise.all(
        names.map((name) =>
          bench.ask({ ask: 'perform', database, password, step: { op: 'add', name }, dieAt: 0 }),
        ),
      );
      const { accounts } = (await bench.ask({ ask: 'look', database, passwords: [password] })) as State;
      expect(Object.keys(accounts).toSorted()).toEqual([...Object.keys(START.accounts), ...names].toSorted());
    } finally {
      await bench.close();
    }
  });

  test.concurrent.each(KINDS)(
    'V25: of a browser that is killed while it writes has all that was acknowledged in %s',
    async (kind) => {
      expectOldOrNew(await killBrowsers(lab, kind, folder, seeded(SEED), 2), 2);
    },
  );
});
