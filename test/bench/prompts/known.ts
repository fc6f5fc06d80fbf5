/** What is known to be missed, and what is known to be taken for a prompt, by corpus and name. */
import type { Score } from './score.ts';

interface Known {
  readonly missed: readonly string[];
  readonly false: readonly string[];
}

const NONE: Known = { missed: [], false: [] };

export const KNOWN: Readonly<Record<string, Known>> = {
  'aliasvault-forms': NONE,
  'bitwarden-test-the-web': NONE,
  'ddg-test-forms': NONE,
  'issue-snippets': NONE,
  // A lone field that says "code", and nothing else: it might be any code.
  'keepassxc-tests': { missed: ['code#1'], false: [] },
  'keycloak-pages': NONE,
  'oss-app-templates': NONE,
  'otp-widgets': NONE,
};

/** What differs from it, for better or for worse. */
export function differences(scores: readonly Score[]): readonly string[] {
  const seen = new Set(scores.map(({ corpus }) => corpus));
  return Object.entries(KNOWN).flatMap(([corpus, known]) => {
    if (!seen.has(corpus)) return [];
    const own = scores.filter((score) => score.corpus === corpus);
    return (['missed', 'false'] as const).flatMap((what) => {
      const names = own.flatMap((score) => score[what]);
      return [
        ...names
          .filter((name) => !known[what].includes(name))
          .map((name) => `new, ${what}: ${corpus}/${name}`),
        ...known[what]
          .filter((name) => !names.includes(name))
          .map((name) => `known, not ${what}: ${corpus}/${name}`),
      ];
    });
  });
}
