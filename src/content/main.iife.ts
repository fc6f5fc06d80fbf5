/**
 * The half of the content script that runs in every frame of every page: it notices that there may be something to do,
 * and says so to the background, which then loads the other half (`on-demand.iife.ts`) into that very frame.
 * It reads no value, shows nothing and leaves no trace. One AbortController takes all of it away.
 */
import type { FromPage } from '../messages/contract.ts';
import { client, type Client } from '../messages/rpc.ts';
import { pageApi } from '../platform/page.ts';
import { answer } from './answer.ts';
import { openGate, type Gate, type Reader } from './gate.ts';
import { createGlimpse } from './glimpse.ts';
import { insist } from './insist.ts';
import { once } from './once.ts';
import { treesOf, type Tree } from './tree.ts';
import { watch, type Depth } from './watch.ts';

// A sandboxed document, or one that a data address made, belongs to nobody: no account is ever bound to it.
if (origin !== 'null') openGate(stand);

function stand(): Gate {
  const life = new AbortController();
  const { signal } = life;
  let reader: Reader | null = null;
  /** What the background was told last. */
  let told = '';

  async function send(message: unknown): Promise<unknown> {
    try {
      return await pageApi.runtime.sendMessage(message);
    } catch (error) {
      // Once the extension is updated or reloaded nobody answers here any more: this script is to leave no trace.
      if (!(pageApi as Partial<typeof pageApi>).runtime?.id) life.abort();
      throw error;
    }
  }
  /** Made when there is something to say, which on most pages there never is. */
  let background: Client<FromPage> | null = null;
  const again = () => {
    told = '';
    reader?.forget();
    arm();
    return null;
  };
  /** On most pages there is never anything to be asked again of, and to listen is dearer than all the rest. */
  const hearAgain = once(() => answer('to-watch', { again }, signal));

  const glimpse = createGlimpse();
  const look = (depth: Depth): readonly Tree[] => {
    if (reader !== null) return reader.look() ? treesOf() : [];
    const { glimpse: seen, trees } = glimpse(depth);
    if (!seen.fields && !seen.words && !seen.pictures) return trees;
    const now = JSON.stringify(seen);
    if (now !== told) {
      told = now;
      hearAgain();
      const isOld = (): boolean => now !== told;
      insist(async () => (isOld() ? null : (background ??= client('from-page', send)).glimpse(seen))).catch(
        () => {
          if (!isOld()) told = '';
        },
      );
    }
    return trees;
  };
  const { arm } = watch(look, signal);

  const join = (make: () => Reader) => {
    hearAgain();
    reader ??= make();
    arm();
  };
  return { signal, send, arm, join };
}
