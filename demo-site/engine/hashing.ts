import { scrypt, timingSafeEqual } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Random } from './engine.ts';

/** RFC 7914 parameters. */
export interface ScryptCost {
  N: number;
  r: number;
  p: number;
}

/** For passwords: the OWASP minimum of the same strength as N=2^17, p=1, in a quarter of its memory. */
const passwordCost: ScryptCost = { N: 2 ** 15, r: 8, p: 3 };
/** For recovery codes below 112 bits (NIST SP 800-63B-4, 3.1.2.2): small, for a sign-in tries all codes of an account. */
const codeCost: ScryptCost = { N: 2 ** 12, r: 8, p: 1 };

/**
 * One processor stays for everything else. With as many hashes at once as there are processors a flood of sign-ins leaves the
 * front page waiting for seconds, though it hashes nothing.
 */
export const AT_ONCE = Math.min(4, Math.max(1, availableParallelism() - 1));
/** How many may wait: some seconds' work, since whoever is turned away comes again sooner than a longer queue would be done. */
const queueFor = ({ N, r, p }: ScryptCost): number => Math.min(64, Math.max(24, 2 ** 24 / (N * r * p)));

/** More hashing is wanted than the site is willing to queue. */
export class BusyError extends Error {
  override name = 'BusyError';
}

/**
 * Hashes for an attempt that has taken its place already. Turned away for want of room, it gives that place back: whoever comes
 * while many do would else be locked out without one wrong word, and who guesses has learnt nothing.
 */
export async function hashInPlace<T>(hashing: Promise<T>, giveBack: () => void): Promise<T> {
  try {
    return await hashing;
  } catch (error) {
    if (error instanceof BusyError) giveBack();
    throw error;
  }
}

const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** The only asynchronous thing in the engine. Whoever awaits it has to decide everything again afterwards. */
export class Hasher {
  readonly passwordCost: ScryptCost;
  readonly codeCost: ScryptCost;
  readonly #random: Random;
  readonly #turns: Turns;
  /** A stored password that nobody has, so that an unknown name costs what a known one costs. */
  readonly nobody: string;

  constructor(random: Random, cost?: ScryptCost) {
    this.passwordCost = cost ?? passwordCost;
    this.codeCost = cost ?? codeCost;
    this.#random = random;
    this.#turns = new Turns(AT_ONCE, queueFor(this.passwordCost));
    this.nobody = this.#format(random(SALT_BYTES), random(HASH_BYTES));
  }

  /** A string in the manner of PHC: `$scrypt$N,r,p$salt$hash`, base64url. */
  async hashPassword(password: string): Promise<string> {
    return await this.#turns.take(async () => await this.hashAhead(password));
  }

  /** The same without a turn: for accounts that are there before anybody visits. */
  async hashAhead(password: string): Promise<string> {
    const salt = this.#random(SALT_BYTES);
    return this.#format(salt, await derive(password, salt, this.passwordCost));
  }

  async isPassword(password: string, stored: string): Promise<boolean> {
    const [, scheme, cost = '', salt = '', hash = ''] = stored.split('$');
    const [N, r, p] = cost.split(',').map(Number);
    if (scheme !== 'scrypt' || !N || !r || !p) throw new Error('unknown password scheme');
    const derived = await this.#turns.take(() =>
      derive(password, Buffer.from(salt, 'base64url'), { N, r, p }),
    );
    return timingSafeEqual(derived, Buffer.from(hash, 'base64url'));
  }

  async hashCodes(codes: readonly string[]): Promise<HashedCode[]> {
    return await this.#turns.take(async () => {
      const hashed: HashedCode[] = [];
      for (const code of codes) hashed.push(await this.#hashCode(code));
      return hashed;
    });
  }

  /** Which of these hashes is of this code: its index, or null. Every hash is tried, whichever matches. */
  async findCode(code: string, hashes: readonly HashedCode[]): Promise<number | null> {
    return await this.#turns.take(async () => {
      let found: number | null = null;
      for (const [at, { salt, hash }] of hashes.entries()) {
        if (timingSafeEqual(await derive(code, salt, this.codeCost), hash)) found ??= at;
      }
      return found;
    });
  }

  async #hashCode(code: string): Promise<HashedCode> {
    const salt = this.#random(SALT_BYTES);
    return { salt, hash: await derive(code, salt, this.codeCost) };
  }

  #format(salt: Uint8Array, hash: Uint8Array): string {
    const { N, r, p } = this.passwordCost;
    return `$scrypt$${N},${r},${p}$${base64url(salt)}$${base64url(hash)}`;
  }
}

export interface HashedCode {
  salt: Uint8Array;
  hash: Uint8Array;
}

function derive(text: string, salt: Uint8Array, { N, r, p }: ScryptCost): Promise<Uint8Array> {
  const maxmem = 128 * r * (N + p) + 2 ** 20;
  return new Promise((resolve, reject) => {
    scrypt(text.normalize('NFKC'), salt, HASH_BYTES, { N, r, p, maxmem }, (error, key) => {
      if (error) reject(error);
      else resolve(new Uint8Array(key));
    });
  });
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

/** At most `width` at once and `queue` waiting: a flood of sign-ins must not stop the rest of the site. */
class Turns {
  readonly #width: number;
  readonly #queue: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(width: number, queue: number) {
    this.#width = width;
    this.#queue = queue;
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#width) {
      if (this.#waiting.length >= this.#queue) throw new BusyError('too much hashing at once');
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else {
      this.#running += 1;
    }
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}
