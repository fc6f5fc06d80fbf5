// @vitest-environment happy-dom
/**
 * Setup keys and otpauth addresses on pages that other people made: every set-up page that shows one, and no other
 * page. A better result fails too, so that it is written down here.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { printedOn } from '../../src/content/printed.ts';
import { readPrinted } from '../../src/core/uri/printed.ts';
import { corpus } from '../corpora.ts';
import { standInLayout } from './stand-in-layout.ts';

interface Labels {
  readonly pages: readonly {
    readonly file: string;
    readonly setup: { readonly secret: boolean } | null;
  }[];
}

const folder = corpus('otp-forms') ?? '';

/** Set-up pages with a key, those where it was not found, and other pages where one was taken for it. */
const KNOWN = {
  'ddg-test-forms': { shown: 0, missed: [], wrong: [] },
  'aliasvault-forms': { shown: 2, missed: [], wrong: [] },
  'bitwarden-test-the-web': { shown: 0, missed: [], wrong: [] },
  'keepassxc-tests': { shown: 0, missed: [], wrong: [] },
  'oss-app-templates': { shown: 7, missed: [], wrong: [] },
  'issue-snippets': { shown: 0, missed: [], wrong: [] },
  'keycloak-pages': { shown: 18, missed: [], wrong: [] },
  'otp-widgets': { shown: 0, missed: [], wrong: [] },
} as const;

function showsKey(html: string): boolean {
  document.documentElement.innerHTML = html.replace(/<(iframe|script|link)\b/gi, '<x-$1');
  return readPrinted(printedOn([document])).length > 0;
}

function score(name: string) {
  const { pages } = JSON.parse(readFileSync(join(folder, name, 'labels.json'), 'utf8')) as Labels;
  const [missed, wrong]: [string[], string[]] = [[], []];
  const there = pages.filter(({ file }) => existsSync(join(folder, name, file)));
  for (const { file, setup } of there) {
    const found = showsKey(readFileSync(join(folder, name, file), 'utf8'));
    if (setup?.secret === true && !found) missed.push(file);
    if (setup?.secret !== true && found) wrong.push(file);
  }
  return { shown: there.filter(({ setup }) => setup?.secret === true).length, missed, wrong };
}

describe.runIf(folder !== '')('setup keys on real pages', () => {
  beforeAll(standInLayout);

  test.each(Object.entries(KNOWN))('%s', { timeout: 240_000 }, (name, known) => {
    expect(score(name)).toEqual(known);
  });
});
