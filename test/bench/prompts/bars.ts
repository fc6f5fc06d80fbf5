/** What has to be reached over the corpora, and by which of them. */
import { totalsOf, type Score } from './score.ts';

interface Bar {
  readonly what: string;
  readonly corpora: readonly string[];
  readonly isMet: (totals: ReturnType<typeof totalsOf>) => boolean;
}

const REAL = [
  'ddg-test-forms',
  'aliasvault-forms',
  'bitwarden-test-the-web',
  'oss-app-templates',
  'issue-snippets',
];

const BARS: readonly Bar[] = [
  {
    what: 'real pages: at least 97 % of the prompts are found',
    corpora: REAL,
    isMet: ({ found, prompts }) => found >= 0.97 * prompts,
  },
  {
    what: 'real pages: at most 2 other fields are taken for one',
    corpora: REAL,
    isMet: ({ wrong }) => wrong <= 2,
  },
  {
    what: 'Keycloak in all languages: all are found, and no other field',
    corpora: ['keycloak-pages'],
    isMet: ({ found, prompts, wrong }) => found === prompts && wrong === 0,
  },
  {
    what: 'widgets: all are found',
    corpora: ['otp-widgets'],
    isMet: ({ found, prompts }) => found === prompts,
  },
];

const ALL_SET_UPS =
  'set-up pages: every field that confirms one is told apart, and no other is taken for one';

/** The bars that these pages do not meet; those of corpora that are not among them are not asked. */
export function barsOver(scores: readonly Score[]): readonly string[] {
  const ofCorpora = BARS.flatMap(({ what, corpora, isMet }) => {
    const own = scores.filter(({ corpus }) => corpora.includes(corpus));
    return own.length === 0 || isMet(totalsOf(own)) ? [] : [what];
  });
  const { confirms, confirmed, confirmsWrong } = totalsOf(scores);
  return confirmed === confirms && confirmsWrong === 0 ? ofCorpora : [...ofCorpora, ALL_SET_UPS];
}
