// @vitest-environment happy-dom
/**
 * How the reader and the classifier do together on pages that other people made, as far as that can be told
 * without a browser: shown fields only, since the pages come without their style sheets. A better result fails
 * too, so that it is written down here.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createKeys } from '../../src/content/keys.ts';
import { readPage } from '../../src/content/read-page.ts';
import { classify } from '../../src/core/field/classify.ts';
import { corpus } from '../corpora.ts';
import { standInLayout } from './stand-in-layout.ts';

interface Field {
  readonly fid: string;
  readonly expected: 'otp' | 'not-otp' | 'exclude';
  /** The boxes of one row share it. */
  readonly group?: string;
}

interface Labels {
  readonly pages: readonly { readonly file: string; readonly fields: readonly Field[] }[];
}

const folder = corpus('otp-forms') ?? '';

/** Prompts that are shown and enabled, those of them that were found, and other fields that were taken for one. */
const KNOWN = {
  'ddg-test-forms': { prompts: 26, found: 26, wrong: 0 },
  'aliasvault-forms': { prompts: 13, found: 13, wrong: 0 },
  'bitwarden-test-the-web': { prompts: 3, found: 3, wrong: 0 },
  'oss-app-templates': { prompts: 16, found: 16, wrong: 0 },
  'issue-snippets': { prompts: 28, found: 26, wrong: 0 },
  'keycloak-pages': { prompts: 54, found: 54, wrong: 0 },
} as const;

function codesOn(html: string): ReadonlySet<string> {
  document.documentElement.innerHTML = html.replace(/<(iframe|script|link)\b/gi, '<x-$1');
  const { facts, fields } = readPage(createKeys(), false);
  const codes = classify(facts).filter(({ kind }) => kind === 'code');
  return new Set(codes.flatMap(({ key }) => (fields.get(key) ?? []).map((box) => box.dataset['fid'] ?? '')));
}

function isUsable({ fid }: Field): boolean {
  const field = document.querySelector<HTMLInputElement>(`[data-fid="${fid}"]`);
  return field?.checkVisibility() === true && !field.disabled;
}

function score(name: string): { prompts: number; found: number; wrong: number } {
  const { pages } = JSON.parse(readFileSync(join(folder, name, 'labels.json'), 'utf8')) as Labels;
  let [prompts, found, wrong] = [0, 0, 0];
  for (const { file, fields } of pages) {
    const codes = codesOn(readFileSync(join(folder, name, file), 'utf8'));
    const shown = fields.filter((field) => field.expected === 'otp' && isUsable(field));
    const groups = Map.groupBy(shown, ({ group, fid }) => group ?? fid);
    prompts += groups.size;
    found += [...groups.values()].filter((boxes) => boxes.some(({ fid }) => codes.has(fid))).length;
    wrong += fields.filter(({ expected, fid }) => expected === 'not-otp' && codes.has(fid)).length;
  }
  return { prompts, found, wrong };
}

describe.runIf(folder !== '')('prompts of real pages', () => {
  beforeAll(standInLayout);

  test.each(Object.entries(KNOWN))('%s', { timeout: 240_000 }, (name, known) => {
    expect(score(name)).toEqual(known);
  });
});
