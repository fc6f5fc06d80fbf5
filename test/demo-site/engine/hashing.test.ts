import { randomBytes, scryptSync } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { AT_ONCE, BusyError, Hasher } from '../../../demo-site/engine/hashing.ts';
import { cheap } from '../support/site.ts';

test('A stored password says how it was hashed, and one hashed at another cost is still known', async () => {
  const stored = await new Hasher(randomBytes, { N: 16, r: 2, p: 1 }).hashPassword('correct horse');
  const [, , , salt = '', hash = ''] = stored.split('$');
  expect(stored).toMatch(/^\$scrypt\$16,2,1\$/u);
  expect(Buffer.from(hash, 'base64url')).toEqual(
    scryptSync('correct horse', Buffer.from(salt, 'base64url'), 32, { N: 16, r: 2, p: 1 }),
  );
  const other = new Hasher(randomBytes, cheap);
  expect(await other.isPassword('correct horse', stored)).toBe(true);
  expect(await other.isPassword('correct horsf', stored)).toBe(false);
});

test('The same code is never stored the same way twice', async () => {
  const hashes = await new Hasher(randomBytes, cheap).hashCodes(['11111111', '11111111']);
  expect(hashes[0]?.hash).not.toEqual(hashes[1]?.hash);
});

test('Nobody’s password is nobody’s', async () => {
  const hasher = new Hasher(randomBytes, cheap);
  expect(await hasher.isPassword('', hasher.nobody)).toBe(false);
});

test('F44: one processor stays for what hashes nothing', () => {
  expect(AT_ONCE).toBeGreaterThanOrEqual(1);
  expect(AT_ONCE).toBeLessThanOrEqual(Math.min(4, Math.max(1, availableParallelism() - 1)));
});

test('F44: a flood of hashing is turned away instead of queued without end, and the site goes on after it', async () => {
  const hasher = new Hasher(randomBytes, cheap);
  const answers = await Promise.allSettled(Array.from({ length: 200 }, () => hasher.hashPassword('x')));
  const refused = answers.filter((answer) => answer.status === 'rejected');
  expect(refused).toHaveLength(200 - AT_ONCE - 64);
  expect(refused.every(({ reason }) => reason instanceof BusyError)).toBe(true);
  await expect(hasher.hashPassword('x')).resolves.toContain('$scrypt$');
});
