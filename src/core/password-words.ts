/** What people choose when they are asked for a password, the commonest first; and how keys and letters lie in rows. */

export const COMMON_PASSWORDS: readonly string[] = (
  'password 123456 12345678 qwerty admin welcome letmein iloveyou monkey dragon sunshine princess football ' +
  'baseball master shadow michael superman batman trustno1 login starwars hello freedom whatever charlie ' +
  'passwort secret access flower lovely ashley nicole jessica jordan hunter buster soccer hockey killer ' +
  'george andrew thomas robert daniel matthew joshua harley ranger jennifer michelle amanda summer winter ' +
  'spring autumn computer internet samsung google pokemon naruto cheese cookie banana orange purple silver ' +
  'golden chocolate butterfly liverpool chelsea arsenal barcelona juventus ferrari mercedes mustang corvette ' +
  'thunder tigger pepper ginger maggie sophie bailey matrix phoenix diamond angel blessed jesus family friends ' +
  'forever loveme changeme default guest root test temp demo user system server pass word abc123 a1b2c3 1q2w3e4r ' +
  '1qaz2wsx qazwsx zaq12wsx q1w2e3r4 asdf1234 countersign authenticator vault'
).split(' ');

/** Keys beside each other, and letters and digits in their order; each is looked for backwards too. */
export const ROWS: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'yxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю',
];

/** Signs that are written for letters. */
export const SIGNS_FOR_LETTERS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
