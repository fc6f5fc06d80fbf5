/** `npm run soak -- NAME …`: what a test does a little of, for as long as it takes, and fails where anything is wrong. */
import { soaks } from './soaks.ts';

const [name = '', ...args] = process.argv.slice(2);
const soak = Object.hasOwn(soaks, name) ? soaks[name] : undefined;
if (soak) {
  const run = await soak.load();
  process.exitCode = await run(args);
} else {
  const lines = Object.entries(soaks).map(([known, { options }]) => `npm run soak -- ${known} ${options}`);
  console.error(`usage: ${lines.join('\n       ').trimEnd()}`);
  process.exitCode = 1;
}
