import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthPrefixed, toHex, utf8 } from '../../src/core/bytes.ts';
import { open, seal } from '../../src/vault/box.ts';
import { randomBytes } from './world.ts';

const newKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
const key = await newKey();
const place = lengthPrefixed('label', 'vault', 'record');

describe('a box', () => {
  it('gives back what was sealed, whatever its length and its last bytes', async () => {
    const plaintexts = fc.oneof(
      fc.uint8Array({ maxLength: 1024 }),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Uint8Array.from([...bytes, 0x80, 0, 0])),
    );
    await fc.assert(
      fc.asyncProperty(plaintexts, async (plaintext) => {
        const box = await seal(key, plaintext.slice(), place, randomBytes);
        expect(await open(key, box, place)).toStrictEqual(plaintext.slice());
      }),
    );
  });

  it.each([
    [0, 64],
    [1, 64],
    [63, 64],
    [64, 128],
    [127, 128],
    [128, 192],
  ])('of %i bytes is padded to %i, and has a tag of 16', async (length, padded) => {
    const { ct } = await seal(key, new Uint8Array(length), place, randomBytes);
    expect(ct.length).toBe(padded + 16);
  });

  it('V10: never uses an IV of 12 bytes twice, not even for the same content', async () => {
    const ivs = new Set<string>();
    for (let count = 0; count < 2000; count++) {
      const { iv } = await seal(key, utf8('the same'), place, randomBytes);
      expect(iv.length).toBe(12);
      ivs.add(toHex(iv));
    }
    expect(ivs.size).toBe(2000);
  });

  it('wipes the plaintext that it has sealed', async () => {
    const plaintext = utf8('secret');
    await seal(key, plaintext, place, randomBytes);
    expect([...plaintext]).toStrictEqual([0, 0, 0, 0, 0, 0]);
  });

  it('V9: does not open with another key, in another place, or with an IV of another length', async () => {
    const box = await seal(key, utf8('secret'), place, randomBytes);
    expect(await open(await newKey(), box, place)).toBeNull();
    // The same letters with the border of two parts elsewhere.
    expect(await open(key, box, lengthPrefixed('label', 'vaul', 'trecord'))).toBeNull();
    expect(await open(key, { ...box, iv: new Uint8Array([...box.iv, 0]) }, place)).toBeNull();
    expect(await open(key, { ...box, iv: box.iv.slice(0, 11) }, place)).toBeNull();
    expect(await open(key, { ...box, ct: box.ct.slice(0, -1) }, place)).toBeNull();
    expect(await open(key, { ...box, ct: new Uint8Array() }, place)).toBeNull();
  });

  it.each([13, 16])('does not open with an IV of %i bytes, even when it authenticates', async (length) => {
    const iv = randomBytes(length);
    const padded = new Uint8Array(64).fill(0x80, 0, 1);
    const ct = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: place }, key, padded);
    expect(await open(key, { iv, ct: new Uint8Array(ct) }, place)).toBeNull();
  });

  it('does not open without the padding that we write, even when it authenticates', async () => {
    for (const padded of [new Uint8Array(64), new Uint8Array(64).fill(1), new Uint8Array()]) {
      const iv = randomBytes(12);
      const ct = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: place }, key, padded);
      expect(await open(key, { iv, ct: new Uint8Array(ct) }, place)).toBeNull();
    }
  });
});
