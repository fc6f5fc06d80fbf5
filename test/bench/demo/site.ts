import { createProvider } from '../../../demo-site/provider.ts';
import type { Wish, Told } from './load.ts';

/** The site under load, in a process of its own: forked, and asked for its memory from time to time. */
const provider = await createProvider({
  profile: 'cloudmc',
  clock: () => Date.now() * Number(process.argv[2]),
  seed: Array.from({ length: Number(process.argv[3]) }, (_, at) => ({
    username: `user${at}`,
    name: `User ${at}`,
    email: `user${at}@example.com`,
    password: 'the-same-for-all',
    about: 'One of many.',
    // Every other one owes a code after the password.
    ...(at % 2 === 0 ? {} : { secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' }),
  })),
});

const tell = (told: Told): void => void process.send?.(told);

process.on('message', (wish: Wish) => {
  if (wish === 'memory') tell({ memory: process.memoryUsage().rss });
  else void provider.stop().then(() => process.disconnect());
});
tell({ url: provider.url });
