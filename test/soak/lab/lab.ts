/**
 * A bare page in a real browser, with the vault's code in a worker of it: the browser's own IndexedDB, its locks and
 * its WebAssembly, and nothing else of the extension. What is done there by the hundred takes seconds in place of the
 * minutes that the popup would; that the popup comes to the same vault is for the end-to-end tests to say.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { launchBare, type Bare } from '../../e2e/browser.ts';
import type { BrowserKind } from '../../run/browsers.ts';
import type { Ask } from './worker.ts';

/** Serves the page, at the same address for as long as it is open: what is stored there belongs to the address. */
export interface Lab {
  /** A browser of its own; with the profile of an earlier one it finds what that has stored. */
  enter(kind: BrowserKind, profile: string): Promise<Bench>;
  close(): Promise<void>;
}

export interface Bench {
  /** Asks a new worker, which is ended after that. Answers null when it died by itself. */
  ask(asked: Ask): Promise<unknown>;
  /** Asks one worker one thing after the other, and tells of each that was answered, until the browser is killed. */
  askAll(asked: readonly Ask[], answered: (index: number) => void): Promise<void>;
  close(): Promise<void>;
  kill(): Promise<void>;
}

async function workerCode(): Promise<string> {
  const entry = join(import.meta.dirname, 'worker.ts');
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: { lib: { entry, formats: ['iife'], name: 'lab' }, write: false, target: 'es2023' },
  });
  const [first] = Array.isArray(output) ? output : [output];
  const chunk = first !== undefined && 'output' in first ? first.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('no worker was built');
  return chunk.code;
}

export async function openLab(): Promise<Lab> {
  const code = await workerCode();
  const server = createServer((request, response) => {
    const isCode = request.url === '/worker.js';
    response.setHeader('content-type', isCode ? 'text/javascript' : 'text/html');
    response.end(isCode ? code : '<!doctype html><title>Lab</title>');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    async enter(kind, profile) {
      const browser = await launchBare(kind, profile);
      const page = await browser.newPage();
      await page.goto(origin);
      return benchOn(page, browser);
    },
    close: () => new Promise((closed) => void server.close(() => closed())),
  };
}

function benchOn(page: Page, { close, kill }: Bare): Bench {
  return {
    ask: (asked) => page.evaluate(askWorker, asked),
    async askAll(asked, answered) {
      await page.exposeFunction('answered', answered);
      await page.evaluate(askOneWorker, asked);
    },
    close,
    kill,
  };
}

/** What a worker says. */
interface Said {
  readonly value?: unknown;
  readonly error?: string;
  readonly dying?: number;
}

/** Runs in the page. */
function askWorker(asked: Ask): Promise<unknown> {
  const worker = new Worker('/worker.js');
  return new Promise<unknown>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Said>) => {
      worker.terminate();
      if (data.error !== undefined) reject(new Error(data.error));
      else resolve(data.dying === undefined ? data.value : null);
    });
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.postMessage(asked, []);
  });
}

/** Runs in the page. */
async function askOneWorker(asked: readonly Ask[]): Promise<void> {
  const worker = new Worker('/worker.js');
  const { answered } = window as unknown as { answered: (this: void, index: number) => Promise<void> };
  for (const [index, one] of asked.entries()) {
    await new Promise<void>((resolve, reject) => {
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<Said>) => {
          if (data.error === undefined) resolve();
          else reject(new Error(data.error));
        },
        { once: true },
      );
      worker.postMessage(one, []);
    });
    // The next begins when this one has been heard of, so that not more than one is ever in doubt.
    await answered(index);
  }
}
