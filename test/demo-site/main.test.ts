import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';

// Each starts a process that hashes its users' passwords at full cost.
vi.setConfig({ testTimeout: 30_000 });

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

interface Run {
  /** What it has printed once this line is there. */
  said(line: string): Promise<string>;
  interrupt(): void;
  ended: Promise<Ended>;
}

function run(...args: string[]): Run {
  const main = new URL('../../demo-site/main.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (part: string) => (out += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => (err += part));
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  const said = (line: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (out.includes(line)) resolve(out);
      };
      child.stdout.on('data', look);
      child.on('close', () => reject(new Error(`ended without saying ${line}: ${err}`)));
      look();
    });
  return { said, ended, interrupt: () => void child.kill('SIGINT') };
}

test('It prints its address and its users, and Ctrl-C ends it without another word', async () => {
  const demo = run('--port', '0', '--profile', 'cloudmc');
  const out = await demo.said('Ctrl-C ends it.');
  const url = /Demo site: (http:\/\/127\.0\.0\.1:\d+\/)/u.exec(out)?.[1] ?? '';
  expect((await fetch(url)).status).toBe(200);
  expect(out).toMatch(/alice +alice-in-the-cloud/u);
  expect(out).toContain('For tests, not for production');
  expect(out).toContain('Accounts are in memory, and gone at the end: --data FILE keeps them.');
  demo.interrupt();
  expect(await demo.ended).toEqual({ code: 0, out, err: '' });
});

test('With --control and --clock it says how to come through the door, and its time is the one asked for', async () => {
  const out = await run(
    '--port',
    '0',
    '--profile',
    'cloudmc',
    '--control',
    '--clock',
    '2001-02-03T04:05:00Z',
  ).said('Ctrl-C ends it.');
  const [, url = '', header = '', token = ''] = /Door: +(\S+) with (\S+): (\S+)/u.exec(out) ?? [];
  const clock = (await (await fetch(`${url}/clock`, { headers: { [header]: token } })).json()) as {
    now: number;
  };
  expect(new Date(clock.now).toISOString()).toMatch(/^2001-02-03T04:0/u);
});

test('Without a profile it prints the address of each provider', async () => {
  const demo = run('--port', '0');
  const out = await demo.said('Ctrl-C ends them.');
  const port = /Demo sites: http:\/\/localhost:(\d+)\//u.exec(out)?.[1] ?? '';
  for (const id of ['metal', 'infura', 'cryptocloud', 'defguard', 'cloudmc']) {
    expect(out).toContain(`http://${id}.localhost:${port}/`);
  }
  demo.interrupt();
  expect(await demo.ended).toEqual({ code: 0, out, err: '' });
});

test('A taken port is one line and exit code 1', async () => {
  const server = createServer();
  onTestFinished(() => void server.close());
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const { code, out, err } = await run('--port', String(port)).ended;
  expect({ code, out, err }).toEqual({
    code: 1,
    out: '',
    err: `Port ${port} is taken: choose another with --port.\n`,
  });
});

test('A data file that can’t be written is one line and exit code 1', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-site-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const data = join(folder, 'missing', 'demo.db');
  const { code, err } = await run('--port', '0', '--data', data).ended;
  expect(code).toBe(1);
  expect(err).toBe(`The data file ${data} can’t be opened or written: choose another with --data.\n`);
});

test.each(['', '.infura'])(
  'A data file%s that is newer, damaged, a folder or of another key is one line, and is left as it is',
  async (of) => {
    const folder = mkdtempSync(join(tmpdir(), 'demo-site-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = (name: string): string => join(folder, name);
    const newer = new DatabaseSync(`${file('newer.db')}${of}`);
    newer.exec('CREATE TABLE users (id INTEGER); PRAGMA user_version = 999');
    newer.close();
    writeFileSync(`${file('damaged.db')}${of}`, 'no database at all, '.repeat(500));
    mkdirSync(`${file('folder.db')}${of}`);
    writeFileSync(`${file('keyed.db')}${of}.key`, 'not a key\n');
    const profile = of === '' ? ['--profile', 'metal'] : [];
    for (const [name, said] of [
      ['newer.db', 'is of another version of this demo, and is left as it is: choose another with --data'],
      ['damaged.db', 'can’t be opened or written: choose another with --data'],
      ['folder.db', 'can’t be opened or written: choose another with --data'],
      ['keyed.db', 'has a key that is not 64 hex digits, in its .key file or in DEMO_SITE_KEY'],
    ] as const) {
      const { code, out, err } = await run('--port', '0', '--data', file(name), ...profile).ended;
      expect({ code, out, err }).toEqual({ code: 1, out: '', err: `The data file ${file(name)} ${said}.\n` });
    }
    const kept = new DatabaseSync(`${file('newer.db')}${of}`);
    expect(kept.prepare('PRAGMA user_version').get()).toEqual({ user_version: 999 });
    kept.close();
  },
);

test('--help says what each option is for, and that it is for tests', async () => {
  const { code, out, err } = await run('--help').ended;
  expect({ code, err }).toEqual({ code: 0, err: '' });
  for (const option of ['port', 'host', 'profile', 'data', 'clock', 'window', 'control'])
    expect(out).toMatch(new RegExp(`^  --${option} +[a-z]`, 'mu'));
  expect(out).toContain('not for production');
});

test.each([
  [['--port', 'http'], '--port takes a number from 0 to 65535, and not http.'],
  [['--port', '-1'], 'Option '],
  [['--port', ''], '--port takes a number from 0 to 65535, and not .'],
  [['--clock', '1969-12-31T23:59:59Z'], '--clock takes a time as 2026-01-01T00:00:00Z, and not 1969'],
  [['--clock', '2026-13-40T00:00:00Z'], '--clock takes a time as 2026-01-01T00:00:00Z, and not 2026-13'],
  [['--host', 'nowhere.invalid'], 'nowhere.invalid is no address of this machine.'],
  [['--port', '70000'], '--port takes a number from 0 to 65535, and not 70000.'],
  [['--profile', 'nobody'], 'There is no profile nobody.'],
  [['--clock', 'tomorrow'], '--clock takes a time as 2026-01-01T00:00:00Z, and not tomorrow.'],
  [['--control', '--host', '0.0.0.0'], '--control opens the testing door on a loopback --host only.'],
  [['--window', '3'], '--window takes 0, 1 or 2 steps, and not 3.'],
  [['--colour'], 'Unknown option '],
  [['infura'], 'Unexpected argument '],
])('%j is answered with one line and exit code 1', async (args, line) => {
  const { code, out, err } = await run(...args).ended;
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err.startsWith(line)).toBe(true);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});
