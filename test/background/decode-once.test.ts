import { expect, test } from 'vitest';
import { createDecoder } from '../../src/background/qr/decode-once.ts';
import { bytesOf, type Job, PictureRefused, type Refusal } from '../../src/background/qr/job.ts';

/** `refuse` is why the pictures are not read, in their order; null where they are. */
function counting(refuse: readonly (Refusal | null)[] = []) {
  const read: string[] = [];
  const decoder = createDecoder({
    read: async (job) => {
      const why = refuse[read.length] ?? null;
      read.push(bytesOf(job).join());
      if (why !== null) throw new PictureRefused(why);
      return [`text ${bytesOf(job).join()}`];
    },
  });
  const look = (...luma: number[]) => decoder.textsIn(row(luma));
  return { read, decoder, look };
}

function row(luma: readonly number[]): Job {
  return { pixels: { width: luma.length, height: 1, luma: Uint8Array.from(luma) } };
}

test('a picture is decoded once, and its texts are told each time', async () => {
  const { read, look } = counting();
  expect(await look(1, 2)).toEqual(['text 1,2']);
  expect(await look(1, 2)).toEqual(['text 1,2']);
  expect(await look(1, 3)).toEqual(['text 1,3']);
  expect(read).toEqual(['1,2', '1,3']);
});

test('the same bytes in another shape, or as a file, are another picture', async () => {
  const { read, decoder, look } = counting();
  await look(1, 2);
  await decoder.textsIn({ pixels: { width: 1, height: 2, luma: Uint8Array.of(1, 2) } });
  await decoder.textsIn({ file: Uint8Array.of(1, 2) });
  expect(read).toHaveLength(3);
});

test('what took too long is not tried again, and what failed is', async () => {
  const { read, look } = counting(['gave-up', 'failed']);
  await expect(look(1)).rejects.toMatchObject({ reason: 'gave-up' });
  await expect(look(1)).rejects.toMatchObject({ reason: 'gave-up' });
  await expect(look(2)).rejects.toMatchObject({ reason: 'failed' });
  expect(await look(2)).toEqual(['text 2']);
  expect(read).toEqual(['1', '2', '2']);
});

test('only the last two dozen are remembered, and nothing after a lock', async () => {
  const { read, decoder, look } = counting();
  for (let at = 0; at < 25; at++) await look(at);
  await look(24);
  expect(read).toHaveLength(25);
  await look(0);
  expect(read).toHaveLength(26);
  decoder.forget();
  await look(24);
  expect(read).toHaveLength(27);
});
