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
  // A lone field that says "answer", or "PIN code", and nothing else.
  'issue-snippets': { missed: ['vulndetect#1', 'okta#1'], false: [] },
  // The same with "code", and with a PIN's name.
  'keepassxc-tests': { missed: ['code#1', 'gmail#1'], false: [] },
  'keycloak-pages': NONE,
  'oss-app-templates': NONE,
  // One field under drawn boxes, called "verification input" for screen readers alone.
  'otp-widgets': { missed: ['react-verification-input.bare#1'], false: [] },
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
