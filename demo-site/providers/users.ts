import type { SeedUser } from '../engine/seed.ts';

/** Who can sign in from the start. None of this is a secret; all of it stands on the front page. */
export const demoUsers: readonly SeedUser[] = [
  {
    username: 'alice',
    name: 'Alice Martin',
    email: 'alice@example.com',
    password: 'alice-in-the-cloud',
    about: 'Two-factor authentication is off: enable it.',
  },
  {
    username: 'bob',
    name: 'Bob Tremblay',
    email: 'bob@example.com',
    password: 'bob-in-the-cloud',
    // The key of RFC 6238's own test vectors, so that a code can be checked by hand.
    secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    recoveryCodes: [
      '27182818',
      '31415926',
      '14142135',
      '16180339',
      '57721566',
      '69314718',
      '17320508',
      '22360679',
    ],
    about: 'Two-factor authentication is on, with eight backup codes.',
  },
  {
    username: 'carol',
    name: 'Carol Nguyen',
    email: 'carol@example.com',
    password: 'carol-in-the-cloud',
    secret: 'MZXW6YTBOI2DEMRSGI3TOOBZHA2TEMRQ',
    recoveryCodes: ['90210456'],
    about: 'Two-factor authentication is on, with one backup code left.',
  },
];
