import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** The demo, started as a person starts it. */
export interface RunningDemo {
  /** Without a slash at its end. */
  url: string;
  /** Of the testing door. */
  token: string;
  /** With SIGKILL: nothing of it gets to do anything more. */
  kill(): Promise<void>;
}

const MAIN = new URL('../../../demo-site/main.ts', import.meta.url).pathname;

/** One provider on a free port, with its testing door open. Rejects with what it said if it ends before it is there. */
export async function startDemo(...args: string[]): Promise<RunningDemo> {
  const child = spawn(process.execPath, [MAIN, '--port', '0', '--control', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [, url, token] = await said(child, /Demo site: (\S+)\/\n[^]*Door: +\S+ with \S+: (\S+)\n[^]*Ctrl-C/u);
  const kill = async (): Promise<void> => {
    const ended = once(child, 'close');
    child.kill('SIGKILL');
    await ended;
  };
  return { url: url ?? '', token: token ?? '', kill };
}

function said({ stdout, stderr }: ChildProcess, wanted: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let text = '';
    const look = (part: Buffer): void => {
      text += part.toString();
      const found = wanted.exec(text);
      if (found) resolve(found);
    };
    stdout?.on('data', look);
    stderr?.on('data', look);
    stdout?.on('close', () => reject(new Error(`ended: ${text}`)));
  });
}
