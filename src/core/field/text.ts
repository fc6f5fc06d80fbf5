/** Bringing what pages say, and what the vocabulary holds, to one form in which they can be compared. */

/** Letters that no accent makes, as they are written where they are not to be had. */
const FOLDED: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  ø: 'o',
  Ø: 'O',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ß: 'ss',
};

/**
 * Words in lower case with single spaces between: `twoFactorCode`, `two_factor-code` and "Two-factor code" are the
 * same. Accents go; scripts other than Latin keep their letters. A digit begins no new word ("2fa"), but it ends one ("otp1").
 */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ıłŁđĐøØæÆœŒßð]/g, (letter) => FOLDED[letter] ?? letter)
    .replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})/gu, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** One expression for all of these phrases, to be used on what `plain` gives. */
export function anyOf(phrases: readonly string[]): RegExp {
  const bodies = [...new Set(phrases)].map((phrase) => ({
    body: bodyOf(phrase),
    inside: SPACELESS.test(phrase),
  }));
  const of = (inside: boolean): string =>
    bodies
      .filter((one) => one.inside === inside)
      .map(({ body }) => body)
      .toSorted((a, b) => b.length - a.length)
      .join('|');
  const [whole, inside] = [of(false), of(true)];
  const parts = [whole === '' ? '' : `(?<![\\p{L}\\p{N}])(?:${whole})(?![\\p{L}\\p{N}])`, inside];
  return new RegExp(parts.filter((part) => part !== '').join('|') || '(?!)', 'u');
}

/** Takes out of a text all that an expression finds in it. */
export function takingOut(found: RegExp): (text: string) => string {
  const all = new RegExp(found, 'gu');
  return (text) => text.replace(all, ' ');
}

/** Chinese, Japanese, Korean and Thai set no spaces between words, or hang endings on them. */
const SPACELESS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;

function bodyOf(phrase: string): string {
  const words = phrase.split(' ').map((word) => {
    const stem = plain(word);
    const begun = word.startsWith('*') ? `\\p{L}*${stem}` : stem;
    return word.endsWith('*') ? `${begun}\\p{L}*` : begun;
  });
  return words.filter((word) => word !== '').join(' ?');
}
