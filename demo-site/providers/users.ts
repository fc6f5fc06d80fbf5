import type { SeedUser } from '../engine/seed.ts';
import { providers } from './all.ts';
import type { ProviderId } from './profile.ts';

/** The unused codes of the two who have two-factor authentication, and what is said of them. */
interface Codes {
  bob: readonly string[];
  bobHas: string;
  carol: readonly string[];
  carolHas: string;
}

const codes: Record<ProviderId, Codes> = {
  cloudmc: {
    bob: ['27182818', '31415926', '14142135', '16180339', '57721566', '69314718', '17320508', '22360679'],
    bobHas: 'on, with eight backup codes.',
    carol: ['90210456'],
    carolHas: 'on, with one backup code left.',
  },
  metal: {
    bob: ['2718281828459045', '3141592653589793', '1414213562373095', '1618033988749894', '5772156649015328'],
    bobHas: 'on, with five recovery codes.',
    carol: ['6931471805599453'],
    carolHas: 'on, with one recovery code left.',
  },
  infura: {
    bob: ['2718281828459045'],
    bobHas: 'on, with the backup code kept.',
    carol: [],
    carolHas: 'on, and neither device nor backup code is left: recover the account.',
  },
  cryptocloud: {
    bob: [],
    bobHas: 'on. The key is its only backup.',
    carol: [],
    carolHas: 'on, and the device is new: move to it with the key.',
  },
  defguard: {
    bob: [
      'e2718281828459Aa',
      'pi31415926535Bb8',
      'rt14142135623Cc7',
      'ph16180339887Dd6',
      'eg57721566490Ee5',
      'ln69314718055Ff4',
      'rt17320508075Gg3',
      'rt22360679774Hh2',
    ],
    bobHas: 'on, with eight recovery codes.',
    carol: ['zt12020569031Jj1'],
    carolHas: 'on, with one recovery code left.',
  },
};

/** Decides support cases, where the provider has them. */
const agent: SeedUser = {
  username: 'agent',
  name: 'Sam Support',
  email: 'agent@example.com',
  password: 'agent-at-the-desk',
  role: 'support',
  about: 'Works for support: decides who gets an account back.',
};

/** Those whom the way through the pages does not lead to, or not soon. */
const oddUsers: readonly SeedUser[] = [
  {
    username: 'dave',
    name: 'Dave Okafor',
    email: 'dave@example.com',
    password: 'dave-in-the-cloud',
    secret: 'MEQGQ5LOMRZGKZBAO5ZG63THEBXW4ZLT',
    factorFailures: 100,
    about: 'Two-factor authentication is on and locked: a hundred wrong codes were entered in a row.',
  },
  {
    username: 'erin',
    name: 'Erin Kowalski',
    email: 'erin@example.com',
    password: 'erin-in-the-cloud',
    settingUp: true,
    about: 'Two-factor authentication is off: a set-up was begun in another browser, and left there.',
  },
  {
    username: 'frank',
    name: 'Frank Moreau',
    email: 'frank@example.com',
    password: 'frank-in-the-cloud',
    // RFC 6238's key for SHA-256, again to be checked by hand.
    secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA',
    shape: { algorithm: 'sha256', digits: 8, period: 60 },
    about: 'Two-factor authentication is on, with SHA-256, eight digits and 60 seconds.',
  },
  {
    username: 'mallory',
    name: 'Mallory Vance',
    email: 'mallory@example.com',
    password: 'mallory-wants-yours',
    about: 'Wants into the accounts of the others. Two-factor authentication is off.',
  },
];

/**
 * Who can sign in from the start at one provider. None of this is a secret; all of it stands on the front page. The names, the
 * passwords and the keys are the same everywhere.
 */
export function usersOf(id: ProviderId): readonly SeedUser[] {
  const { bob, bobHas, carol, carolHas } = codes[id];
  const users: SeedUser[] = [
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
      recoveryCodes: bob,
      about: `Two-factor authentication is ${bobHas}`,
    },
    {
      username: 'carol',
      name: 'Carol Nguyen',
      email: 'carol@example.com',
      password: 'carol-in-the-cloud',
      secret: 'MZXW6YTBOI2DEMRSGI3TOOBZHA2TEMRQ',
      recoveryCodes: carol,
      about: `Two-factor authentication is ${carolHas}`,
    },
  ];
  return [...users, ...oddUsers, ...(providers[id].policy.supportCases ? [agent] : [])];
}

/** CloudMC's. */
export const demoUsers: readonly SeedUser[] = usersOf('cloudmc');
