import { expect, it } from 'vitest';
import { decodeJson, encodeJson } from '../../src/vault/json.ts';

it('wipes the plaintext that it has read, and also one that it cannot read', () => {
  const plaintext = encodeJson({ secret: 'ä' });
  expect(decodeJson(plaintext)).toStrictEqual({ secret: 'ä' });
  const broken = Uint8Array.from([0x7b, 0xff]);
  expect(() => decodeJson(broken)).toThrow();
  expect([...plaintext, ...broken].every((byte) => byte === 0)).toBe(true);
});
