import { html } from 'hono/html';
import type { Html } from '../pages/parts.ts';

const example = `const provider = await createProvider({ profile: 'infura', control: true });
const door = new DoorClient({ url: provider.url, token: provider.controlToken ?? '' });
await door.freeze('2026-01-01T00:00:00Z');
const { code } = await door.code('bob');
await door.advance(30_000);
const [mail] = await door.outbox({ to: 'bob@example.com' });
await door.reset();
await provider.stop();`;

/** How it is started, from a shell and from a test. */
export const startingSection: Html = html`<section class="card" aria-labelledby="starting-title">
  <h2 id="starting-title">Starting it</h2>
  <p>From a shell, with all providers on hosts of their own, or one alone:</p>
  <div class="scroll" tabindex="0" role="region" aria-label="Commands">
    <pre>
npm run demo
npm run demo -- --profile infura --port 4600 --data demo.db
npm run demo -- --clock 2026-01-01T00:00:00Z --window 1 --control</pre>
  </div>
  <p>
    It is for tests and not for production. Accounts are in memory and gone at the end, unless
    <code>--data</code> names a file; its key lies beside it, and where all are served each has a file of its
    own, <code>FILE.metal</code> and so on. With <code>--clock</code> the site’s time starts there and goes
    on; <code>--window 0</code> takes the code of this moment alone; with <code>--control</code> the testing
    door opens; <code>--host</code> says where it listens, which is this computer alone if it is left out.
    From a test, in the same process, on a port that is free:
  </p>
  <div class="scroll" tabindex="0" role="region" aria-label="A test"><pre>${example}</pre></div>
</section>`;
