import { argon2id as noble } from '@noble/hashes/argon2.js';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { toHex, utf8 } from '../../src/core/bytes.ts';
import {
  KDF,
  KDF_CEILING,
  KDF_DEFAULT,
  KDF_FLOOR,
  passwordBytes,
  readKdfParameters,
  slotKey,
} from '../../src/vault/kdf.ts';
import { ARGON2ID_VECTORS, VECTOR_PASSWORD, VECTOR_SALT } from './argon2id-vectors.ts';

const parameters = (m: number, t: number, p: number) => ({ alg: 'argon2id', v: 19, m, t, p }) as const;

// The oracle takes seconds where the machine is busy.
describe('V1: Argon2id', () => {
  it('is, in our oracle, that of RFC 9106 section 5.3', () => {
    // Ours takes no associated data, so it cannot be held against this vector; it is held against the oracle.
    const tag = noble(new Uint8Array(32).fill(1), new Uint8Array(16).fill(2), {
      key: new Uint8Array(8).fill(3),
      personalization: new Uint8Array(12).fill(4),
      m: 32,
      t: 3,
      p: 4,
      dkLen: 32,
    });
    expect(toHex(tag)).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
  });

  it.each(ARGON2ID_VECTORS)(
    'gives the known tag at m=%i t=%i p=%i, ours and the oracle',
    async (m, t, p, tag) => {
      const [password, salt] = [utf8(VECTOR_PASSWORD), VECTOR_SALT];
      expect(toHex(await KDF.argon2id(password, salt, parameters(m, t, p)))).toBe(tag);
      expect(toHex(noble(password, salt, { m, t, p, dkLen: 32 }))).toBe(tag);
    },
  );

  it('agrees with the oracle on any password, salt and small parameters', async () => {
    const cases = fc.record({
      password: fc.uint8Array({ minLength: 1, maxLength: 200 }),
      salt: fc.uint8Array({ minLength: 16, maxLength: 16 }),
      lanes: fc.integer({ min: 1, max: 4 }),
      blocks: fc.integer({ min: 8, max: 40 }),
      t: fc.integer({ min: 1, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ password, salt, lanes: p, blocks, t }) => {
        const m = blocks * p;
        const ours = await KDF.argon2id(password.slice(), salt.slice(), parameters(m, t, p));
        expect(toHex(ours)).toBe(toHex(noble(password, salt, { m, t, p, dkLen: 32 })));
      }),
      { numRuns: 200 },
    );
  });
});

describe('V2: the parameters of a slot', () => {
  it.each([
    ['the floor', KDF_FLOOR],
    ['the default', KDF_DEFAULT],
    ['the ceiling', KDF_CEILING],
  ])('are taken at %s', (_, kept) => {
    expect(readKdfParameters(kept, 'slot')).toStrictEqual(kept);
  });

  it.each<[string, object]>([
    ['memory below the floor', { m: KDF_FLOOR.m - 1 }],
    ['memory above the ceiling', { m: KDF_CEILING.m + 1 }],
    ['4 GiB', { m: 4_194_304 }],
    ['one pass', { t: 1 }],
    ['11 passes', { t: 11 }],
    ['no lane', { p: 0 }],
    ['17 lanes', { p: 17 }],
    ['2^24 lanes', { p: 2 ** 24 }],
    ['NaN', { m: Number.NaN }],
    ['Infinity', { m: Number.POSITIVE_INFINITY }],
    ['a negative number', { m: -65_536 }],
    ['a fraction', { t: 2.5 }],
    ['a text', { m: '65536' }],
    ['null', { t: null }],
    ['nothing', { p: undefined }],
    ['a list', { m: [65_536] }],
  ])('are refused with %s', (_, wrong) => {
    expect(() => readKdfParameters({ ...KDF_DEFAULT, ...wrong }, 'slot')).toThrow(
      expect.objectContaining({ reason: 'damaged', detail: 'kdf-range', id: 'slot' }),
    );
  });

  it.each<[string, unknown]>([
    ['another algorithm', { ...KDF_DEFAULT, alg: 'argon2i' }],
    ['no algorithm', { ...KDF_DEFAULT, alg: undefined }],
    ['another version', { ...KDF_DEFAULT, v: 16 }],
    ['no version', { ...KDF_DEFAULT, v: undefined }],
    ['nothing at all', undefined],
    ['null', null],
    ['a text', 'argon2id'],
  ])('are refused with %s, and there is no default', (_, wrong) => {
    expect(() => readKdfParameters(wrong, 'slot')).toThrow(
      expect.objectContaining({ reason: 'damaged', detail: 'kdf-unknown' }),
    );
  });
});

describe('a password', () => {
  it('is the same composed and decomposed, in full width and in ligatures', () => {
    expect(passwordBytes('Zu\u0308rich ﬁve １２')).toStrictEqual(passwordBytes('Z\u00fcrich five 12'));
  });

  it('is another one with a space before it, a NUL after it, or in other letters', () => {
    const spellings = ['secret', ' secret', 'secret ', 'secret\0', 'Secret', 'secret🔑'];
    expect(new Set(spellings.map((password) => toHex(passwordBytes(password)))).size).toBe(spellings.length);
  });
});

describe('a slot key', () => {
  it('cannot be taken out of its CryptoKey', async () => {
    const key = await slotKey('p', new Uint8Array(16), KDF_FLOOR, async () => new Uint8Array(32));
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });

  it('leaves neither the password nor itself in the buffers that it came through', async () => {
    const seen: Uint8Array[] = [];
    await slotKey('password', new Uint8Array(16), KDF_FLOOR, async (password) => {
      const derived = new Uint8Array(32).fill(7);
      seen.push(password, derived);
      return derived;
    });
    expect(seen.map((bytes) => bytes.every((byte) => byte === 0))).toStrictEqual([true, true]);
  });

  it('says when there is no memory for it, and does not make do with less', async () => {
    // 4 GiB and a block are more than a WebAssembly memory can ever have: the real error, and nothing allocated.
    const starved = vi.fn((password: Uint8Array<ArrayBuffer>, salt: Uint8Array<ArrayBuffer>) =>
      KDF.argon2id(password, salt, parameters(4_194_304, 3, 1)),
    );
    await expect(slotKey('p', new Uint8Array(16), KDF_DEFAULT, starved)).rejects.toMatchObject({
      reason: 'no-memory',
    });
    expect(starved).toHaveBeenCalledTimes(1);
  });

  describe('V47: where no WebAssembly runs', () => {
    afterEach(() => {
      vi.unstubAllGlobals();
    });

    const { CompileError } = WebAssembly;
    const blocked = async (): Promise<never> => {
      throw new CompileError('blocked by CSP');
    };

    it.each([
      ['there is none', undefined],
      ['none may be compiled', { CompileError, compile: blocked, instantiate: blocked }],
    ])('because %s, it says so', async (_, webAssembly) => {
      vi.stubGlobal('WebAssembly', webAssembly);
      const deriving = slotKey('p', new Uint8Array(16), KDF_FLOOR, KDF.argon2id);
      await expect(deriving).rejects.toMatchObject({ reason: 'no-webassembly' });
    });
  });
});
