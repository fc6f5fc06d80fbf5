import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { Sealer, UnsealError } from '../../../demo-site/engine/seal.ts';

const secret = Buffer.from('12345678901234567890');

function sealer(): Sealer {
  return new Sealer(randomBytes(32), randomBytes);
}

test('What is sealed opens for the same purpose, and does not show what it holds', () => {
  const box = sealer();
  const sealed = box.seal(secret, 'totp|v1|user:1');
  expect(Buffer.from(sealed).includes(secret)).toBe(false);
  expect(Buffer.from(box.open(sealed, 'totp|v1|user:1'))).toEqual(secret);
});

test('A secret that was moved to another row does not open', () => {
  const box = sealer();
  const mallorys = box.seal(secret, 'totp|v1|user:7');
  expect(() => box.open(mallorys, 'totp|v1|user:1')).toThrow(UnsealError);
});

test('No byte can be changed, cut off or added', () => {
  const box = sealer();
  const sealed = box.seal(secret, 'x');
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = sealed.map((byte, index) => (index === at ? byte ^ 1 : byte));
    expect(() => box.open(changed, 'x')).toThrow(UnsealError);
    expect(() => box.open(sealed.slice(0, at), 'x')).toThrow(UnsealError);
  }
  expect(() => box.open(new Uint8Array([...sealed, 0]), 'x')).toThrow(UnsealError);
});

test('Another key opens nothing', () => {
  expect(() => sealer().open(sealer().seal(secret, 'x'), 'x')).toThrow('another key');
});
