/** The vocabulary of prompts, of all languages together, as expressions to be used on what `plain` gives. */
import { anyOf } from './text.ts';
import { asian } from './vocabulary/asian.ts';
import { germanic } from './vocabulary/germanic.ts';
import { names } from './vocabulary/names.ts';
import { nearEastern } from './vocabulary/near-eastern.ts';
import { otherEuropean } from './vocabulary/other-european.ts';
import { romance } from './vocabulary/romance.ts';
import type { Sense, Vocabulary } from './vocabulary/sense.ts';
import { slavic } from './vocabulary/slavic.ts';

/** By language, as `lang` names it. */
export const languages: Readonly<Record<string, Vocabulary>> = {
  ...germanic,
  ...romance,
  ...slavic,
  ...otherEuropean,
  ...asian,
  ...nearEastern,
};

function inAll(sense: Sense): RegExp {
  return anyOf([names, ...Object.values(languages)].flatMap((words) => words[sense]));
}

/** What says so in any language. */
export const says: Readonly<Record<Sense, RegExp>> = {
  otp: inAll('otp'),
  code: inAll('code'),
  recovery: inAll('recovery'),
  or: inAll('or'),
};
