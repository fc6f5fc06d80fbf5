/** A site whose prompts are the live widgets of the corpus. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const BUNDLES = ['react', 'react18', 'vue'] as const;

export type Bundle = (typeof BUNDLES)[number];

export interface Widget {
  readonly key: string;
  readonly bundle: Bundle;
}

/** What the bundles of the corpus put into the scope of their page. */
export interface BundleScope {
  readonly OTPW: {
    readonly keys: readonly string[];
    mount(key: string, root: Element | null): void;
  };
  /** By widget: what its framework has been told. */
  readonly __state: Readonly<Record<string, string>>;
}

/** The page of a bundle, in which no widget is mounted yet. */
const pageOf = (bundle: Bundle): string =>
  `<!doctype html><title>Sign in</title><h1>Two-factor authentication</h1>
   <p>Enter the 6-digit code from your authenticator app.</p>
   <div id="root"></div><script src="/${bundle}.js"></script>`;

export interface ServedWidgets {
  readonly origin: string;
  readonly close: () => void;
}

/**
 * `/BUNDLE` is the page of a bundle.
 *
 * @param folder of the corpus
 */
export async function serveWidgets(folder: string): Promise<ServedWidgets> {
  const server = createServer(({ url = '/' }, response) => {
    const name = url.slice(1);
    const bundle = BUNDLES.find((one) => name === one || name === `${one}.js`);
    const isScript = name.endsWith('.js');
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    if (bundle === undefined) response.statusCode = 404;
    if (bundle === undefined) response.end();
    else response.end(isScript ? readFileSync(join(folder, name)) : pageOf(bundle));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => void server.close(),
  };
}

/**
 * All of them. What stands in two bundles, as `name` and as `name@version(React18)`, needs the older React: in the newer one it
 * is drawn by nobody.
 *
 * @param keysOf what a bundle's page names
 */
export async function widgetsIn(
  keysOf: (bundle: Bundle) => Promise<readonly string[]>,
): Promise<readonly Widget[]> {
  const widgets = new Map<string, Bundle>();
  for (const bundle of BUNDLES) {
    for (const key of await keysOf(bundle)) {
      if (bundle === 'react18') widgets.delete(key.replace(/@.*/, ''));
      widgets.set(key, bundle);
    }
  }
  return [...widgets].map(([key, bundle]) => ({ key, bundle }));
}
