/**
 * What the words of the vocabulary mean, and how they are written: phrases in lower case, without accents where the
 * script is Latin (texts are brought to the same form before they are compared), with bars between. A space stands for a space
 * or for nothing, so that "one time" is found in "onetime" and "one-time" too; `*` stands for the rest of a word.
 *
 * Each list holds what a language's own sites say, not what one site does.
 */

/**
 * - `otp`: says by itself that a one-time code, or two-factor authentication, is meant.
 * - `code`: a code, token or answer, of whatever kind.
 * - `recovery`: a code kept for the day when the authenticator is lost.
 * - `or`: between two things of which either will do.
 */
export type Sense = 'otp' | 'code' | 'recovery' | 'or';

export type Vocabulary = Readonly<Record<Sense, readonly string[]>>;

export function phrases(text: string): readonly string[] {
  return text
    .split('|')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}
