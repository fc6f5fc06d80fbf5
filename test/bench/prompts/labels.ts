/** Folders of pages with labels: `labels.json` beside `html/`, alone or in folders of one folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

interface LabelledField {
  readonly fid: string;
  readonly expected: 'otp' | 'not-otp' | 'exclude';
  readonly channel?: string;
  readonly kind?: string;
  /** The boxes of one row share it. */
  readonly group?: string;
}

export interface LabelledPage {
  /** Within the corpus's folder. */
  readonly file: string;
  /** What is set up there, or null. */
  readonly setup: { readonly qr: boolean; readonly secret: boolean; readonly recovery: boolean } | null;
  readonly fields: readonly LabelledField[];
}

export interface LabelledCorpus {
  readonly name: string;
  readonly folder: string;
  readonly pages: readonly LabelledPage[];
}

/** The corpora in a folder, or the one that the folder is. */
export function corporaIn(folder: string): readonly LabelledCorpus[] {
  const folders = isCorpus(folder) ? [folder] : readdirSync(folder).map((name) => join(folder, name));
  return folders.filter(isCorpus).map((folder) => {
    const { pages } = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')) as {
      pages: readonly LabelledPage[];
    };
    return { name: basename(resolve(folder)), folder, pages };
  });
}

function isCorpus(folder: string): boolean {
  return existsSync(join(folder, 'labels.json'));
}

export function htmlOf(corpus: LabelledCorpus, page: LabelledPage): string {
  return readFileSync(join(corpus.folder, page.file), 'utf8');
}
