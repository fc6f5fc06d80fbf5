/**
 * The least that any extension costs a page on this machine: one that listens for clicks in every frame, and does nothing. Milliseconds say as
 * much of the machine as of the script; this tells the two apart.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bare, launch } from '../../e2e/browser.ts';

const MANIFEST = {
  manifest_version: 3,
  name: 'Yardstick',
  version: '1',
  background: { service_worker: 'background.js' },
  content_scripts: [
    {
      matches: ['http://*/*', 'https://*/*'],
      js: ['src/content/main.js'],
      run_at: 'document_idle',
      all_frames: true,
      match_about_blank: true,
    },
  ],
};
const SCRIPT = "addEventListener('click', () => undefined, true);";

/** Gives a browser with that extension to `measure`, and takes it away again. */
export async function withYardstick<T>(measure: (browser: Bare) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-yardstick-'));
  try {
    const extension = join(folder, 'extension');
    mkdirSync(join(extension, 'src/content'), { recursive: true });
    writeFileSync(join(extension, 'manifest.json'), JSON.stringify(MANIFEST));
    writeFileSync(join(extension, 'background.js'), '');
    writeFileSync(join(extension, 'src/content/main.js'), SCRIPT);
    const browser = await launch('chromium', { extension, profile: join(folder, 'profile') });
    try {
      return await measure(browser);
    } finally {
      await browser.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
