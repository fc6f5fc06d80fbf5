import { expect, test } from 'vitest';
import { createDecoder } from '../../src/background/decode-once.ts';

function counting() {
  const read: string[] = [];
  const decoder = createDecoder(({ luma }) => {
    read.push(luma.join());
    return [`text ${luma.join()}`];
  });
  const look = (...luma: number[]) =>
    decoder.textsIn({ width: luma.length, height: 1, luma: Uint8Array.from(luma) });
  return { read, decoder, look };
}

test('a picture is decoded once, and its texts are told each time', async () => {
  const { read, look } = counting();
  expect(await look(1, 2)).toEqual(['text 1,2']);
  expect(await look(1, 2)).toEqual(['text 1,2']);
  expect(await look(1, 3)).toEqual(['text 1,3']);
  expect(read).toEqual(['1,2', '1,3']);
});

test('the same bytes in another shape are another picture', async () => {
  const { read, decoder, look } = counting();
  await look(1, 2);
  await decoder.textsIn({ width: 1, height: 2, luma: Uint8Array.of(1, 2) });
  expect(read).toHaveLength(2);
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
