/**
 * Judges pages in Chromium: each is served as it is, with its own scripts and everything from elsewhere forbidden,
 * and our reader runs in an isolated world of it, as a content script does. The address says nothing, for the names of the
 * files tell what is in them.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type CDPSession, launch, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { browserPath } from '../../run/browsers.ts';
import type { JudgedPage } from './in-page.ts';

export interface Judge {
  judge(html: string): Promise<JudgedPage>;
  close(): Promise<void>;
}

/** Tabs at once: more than there are cores wait for each other. */
const TABS = 3;
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'none'; form-action 'none'";

export async function openJudge(): Promise<Judge> {
  const script = await bundle();
  const pages = new Map<string, string>();
  const server = await serve(pages);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await launch({
    executablePath: browserPath('chromium'),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
    defaultViewport: { width: 1280, height: 900 },
  });
  const free = await Promise.all(Array.from({ length: TABS }, () => browser.newPage()));
  const waiting: ((tab: Page) => void)[] = [];
  const giveBack = (tab: Page): void => {
    const next = waiting.shift();
    if (next) next(tab);
    else free.push(tab);
  };
  let served = 0;
  return {
    async judge(html) {
      const tab = free.pop() ?? (await new Promise<Page>((resolve) => waiting.push(resolve)));
      const path = `/${++served}`;
      pages.set(path, html);
      try {
        await tab.goto(`${origin}${path}`);
        return await judgeIn(tab, script);
      } finally {
        pages.delete(path);
        giveBack(tab);
      }
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function judgeIn(tab: Page, script: string): Promise<JudgedPage> {
  const session = await tab.createCDPSession();
  try {
    const contextId = await ownWorld(session);
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: `${script}\njudgePage()`,
      contextId,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description);
    return result.value as JudgedPage;
  } finally {
    await session.detach();
  }
}

async function ownWorld(session: CDPSession): Promise<number> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'countersign',
  });
  return executionContextId;
}

async function serve(pages: ReadonlyMap<string, string>): Promise<Server> {
  const server = createServer(({ url = '' }, response) => {
    const html = pages.get(url);
    response.writeHead(html === undefined ? 404 : 200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': POLICY,
    });
    response.end(html);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}

async function bundle(): Promise<string> {
  const entry = join(import.meta.dirname, 'in-page.ts');
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: { __BROWSER__: '"chrome"' },
    build: {
      write: false,
      target: 'es2023',
      lib: { entry, formats: ['iife'], name: 'countersign' },
    },
  });
  const [output] = [built].flat();
  if (output === undefined || !('output' in output)) throw new Error('the reader was not built');
  return output.output[0].code;
}
