/** Measures what the extension costs pages in Chromium, and prints it with its bars. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Driven, launch, launchBare } from '../../e2e/browser.ts';
import { setupKeyOf } from '../../e2e/pages/cloudmc.ts';
import { Popup } from '../../e2e/pages/popup.ts';
import { servePages, type PageServer } from '../../page-server.ts';
import { pages, type MeasuredPage } from './pages.ts';
import { EXTENSION, PARTS, type Row } from './parts.ts';

export interface Asked {
  /** Of each page, with the extension and without it. */
  readonly runs: number;
  /** Parts by their names; all of them where none is named. */
  readonly only: readonly string[];
  /** Where the rows go, as JSON. */
  readonly out: string | null;
}

/** The exit code: 0 where all bars are met. */
export async function benchContent({ runs, only, out }: Asked): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  const ours = await launch('chromium', { extension: EXTENSION, profile: join(folder, 'ours') });
  const bare = await launchBare('chromium', join(folder, 'bare'));
  const server = await servePages(pages);
  const rows: Row[] = [];
  try {
    await keepAccount(ours, server);
    for (const [name, part] of Object.entries(PARTS)) {
      if (only.length > 0 && !only.includes(name)) continue;
      console.log(`\n${name} (load of the machine ${loadavg()[0]?.toFixed(1)})`);
      for await (const row of part({ ours, bare }, server, runs)) {
        print(row);
        rows.push(row);
      }
    }
  } finally {
    server.close();
    await Promise.all([ours.close(), bare.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
  if (out !== null) writeFileSync(out, `${JSON.stringify(rows, null, 2)}\n`);
  return rows.every(({ isMet }) => isMet) ? 0 : 1;
}

/** On the pages of `localhost`: an open vault with one account is what most pages meet. */
async function keepAccount(ours: Driven, server: PageServer<MeasuredPage>): Promise<void> {
  const page = await ours.newPage();
  await page.goto(server.urlOf('text', 'localhost'));
  const popup = await Popup.on(page, ours);
  await popup.createVault();
  await popup.openWaysToAdd();
  await popup.typeIn({ issuer: 'Kept', name: 'bob', setupKey: setupKeyOf('bob') });
  await popup.offerHere();
  await popup.keep();
  await popup.close();
  await page.close();
}

function print({ what, measured, bar, isMet }: Row): void {
  const verdict = bar === '' ? '' : `${isMet ? 'met' : 'NOT MET'}: ${bar}`;
  console.log(`${what.padEnd(44)}${measured.padEnd(62)}${verdict}`.trimEnd());
}
