/** What is known to be missed, and what is known to be taken for a prompt, by corpus and name. */
import type { Score } from './score.ts';

/** What is known by name. */
const ASPECTS = [
  'missed',
  'false',
  'confirmsMissed',
  'confirmsFalse',
  'keptQuiet',
  'heldOut',
] as const satisfies readonly (keyof Score)[];

type Known = Readonly<Partial<Record<(typeof ASPECTS)[number], readonly string[]>>>;

export const KNOWN: Readonly<Record<string, Known>> = {
  'aliasvault-forms': {},
  'bitwarden-test-the-web': {},
  // Nothing on these pages says that the code was sent.
  'ddg-test-forms': { heldOut: ['account_my_com_signup#17', 'id_realme_com_login#2'] },
  // It asks for "the code you were sent".
  'issue-snippets': { keptQuiet: ['twilio-example#1'] },
  // A lone field that says "code", and nothing else: it might be any code.
  'keepassxc-tests': { missed: ['code#1'] },
  'keycloak-pages': {},
  'oss-app-templates': {},
  'otp-widgets': {},
};

/** What differs from it, for better or for worse. */
export function differences(scores: readonly Score[]): readonly string[] {
  const seen = new Set(scores.map(({ corpus }) => corpus));
  return Object.entries(KNOWN).flatMap(([corpus, known]) => {
    if (!seen.has(corpus)) return [];
    const own = scores.filter((score) => score.corpus === corpus);
    return ASPECTS.flatMap((what) => {
      const names = own.flatMap((score) => score[what]);
      const expected = known[what] ?? [];
      return [
        ...names.filter((name) => !expected.includes(name)).map((name) => `new, ${what}: ${corpus}/${name}`),
        ...expected
          .filter((name) => !names.includes(name))
          .map((name) => `known, not ${what}: ${corpus}/${name}`),
      ];
    });
  });
}
