/**
 * Pages that would have us work without end, or keep what nobody set up: a person can go on using each, is told
 * plainly what is not taken, and nothing of it is kept.
 */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { encode } from 'uqr';
import { expect } from 'vitest';
import type { Popup } from './pages/popup.ts';
import { inPopup } from './life.ts';
import { onEachBrowser, type Seat } from './stage.ts';
import { until } from './until.ts';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

function svg(text: string, ecc: 'L' | 'M' = 'M'): string {
  const { data, size } = encode(text, { border: 4, ecc });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return `<svg width="360" height="360" viewBox="0 0 ${size} ${size}"><path d="${path.join('')}"/></svg>`;
}

const EVIL = {
  issuer: '<img src=x onerror=alert(1)>',
  name: 'javascript:alert(1)//<script>alert(1)</script>',
};
const evilUri = `otpauth://totp/${encodeURIComponent(EVIL.issuer)}:${encodeURIComponent(EVIL.name)}?secret=${SECRET}&issuer=${encodeURIComponent(EVIL.issuer)}`;
const longUri = `otpauth://totp/${'a'.repeat(100_000)}?secret=${SECRET}`;

/** What stands on each page, beside a heading that speaks of a set-up and a field for a code. */
const pages = {
  'ten thousand pictures': `<script>
    const pixel = document.createElement('canvas').toDataURL();
    for (let count = 0; count < 10000; count++) document.write('<img width="100" height="100" src="' + pixel + '">');
  </script>`,
  'a canvas of 20000 by 20000':
    '<canvas width="20000" height="20000" style="width: 300px; height: 300px"></canvas>',
  'a code that changes ten times a second': `<div id="turning"></div><script>
    const drawn = [${JSON.stringify(svg('https://example.com/1'))}, ${JSON.stringify(svg('https://example.com/2'))}];
    let turn = 0;
    setInterval(() => (document.getElementById('turning').innerHTML = drawn[turn++ % 2]), 100);
  </script>`,
  'a code of four kilobytes': svg('A1'.repeat(2_100), 'L'),
  'a label of a hundred kilobytes': `<a href="${longUri}">Open your authenticator</a>`,
  'markup in every field': svg(evilUri),
} as const;

type Name = keyof typeof pages;

/** What the popup says when it is asked to read the page. */
const refusals: Partial<Record<Name, (popup: Popup) => Promise<void>>> = {
  'a code of four kilobytes': (popup) => popup.says('problem_not_otpauth'),
  'a label of a hundred kilobytes': (popup) => popup.says('problem_too_long'),
  'ten thousand pictures': (popup) => popup.says('problem_no_code'),
  'a canvas of 20000 by 20000': (popup) => popup.says('problem_no_code'),
  'a code that changes ten times a second': (popup) => popup.says('problem_not_otpauth'),
};

onEachBrowser(
  'V38 a hostile page goes on working, is refused plainly, and leaves nothing behind',
  async (stage) => {
    await inPopup(stage, (popup) => popup.createVault());
    const server = await serve();
    for (const name of Object.keys(pages) as Name[]) {
      await visit(stage, server, name);
      await goesOn(stage.page);
      await reads(stage, name);
      await goesOn(stage.page);
    }
    await stage.page.goto('about:blank');
    await inPopup(stage, async (popup) => expect(await popup.accounts()).toEqual([]));
    server.close();
  },
);

/** Asks the popup to read the page, and sees what it says. */
async function reads(stage: Seat, name: Name): Promise<void> {
  await inPopup(stage, async (popup) => {
    if (name === 'markup in every field') {
      await popup.says('foundTitle');
      await popup.says('warning_odd_text');
      // As text, and not as what it would be if it were written into a page.
      await popup.sees(EVIL.issuer);
      expect(await popup.page.$('img, script:not([src])')).toBeNull();
      return;
    }
    await popup.openWaysToAdd();
    await popup.readPage();
    await refusals[name]?.(popup);
  });
}

/** A person can still use the page. */
async function goesOn(page: Page): Promise<void> {
  const count = () => page.$eval('#count', (button) => Number(button.textContent));
  const before = await count();
  await page.$eval('#count', (button) => button.scrollIntoView());
  await page.click('#count');
  await until('the page answers', async () => (await count()) > before);
}

async function visit({ page }: Seat, server: Server, name: Name): Promise<void> {
  const at = Object.keys(pages).indexOf(name);
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${at}`);
  await page.bringToFront();
}

async function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const body = Object.values(pages)[Number(request.url?.slice(1))] ?? '';
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><title>Set up two-factor authentication</title><h1>Scan the QR code</h1>
       <button id="count" onclick="this.textContent = Number(this.textContent) + 1">0</button>
       <label>Code from your authenticator app <input name="code" autocomplete="one-time-code"></label>${body}`,
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
