/** `npm test`: everything, in both browsers. */
import { ensureBrowsers } from './browsers.ts';
import { check } from './check.ts';
import { main } from './stop.ts';

await main(async () => {
  ensureBrowsers(['chromium', 'firefox']);
  if (!(await check())) process.exitCode = 1;
});
