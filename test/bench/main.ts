/** `npm run bench -- NAME …`: measures one subject, prints what it saw, and fails where a bar is not met. */
import { benches } from './benches.ts';

const [name = '', ...args] = process.argv.slice(2);
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (bench) {
  const run = await bench.load();
  process.exitCode = await run(args);
} else {
  const lines = Object.entries(benches).map(([known, { options }]) => `npm run bench -- ${known} ${options}`);
  console.error(`usage: ${lines.join('\n       ').trimEnd()}`);
  process.exitCode = 1;
}
