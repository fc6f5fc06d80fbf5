import { Hono } from 'hono';
import type { Clock } from '../engine/engine.ts';
import { allPage, type ListedSite } from '../pages/all.ts';
import { zoo } from '../shapes/zoo.ts';
import { assets } from './assets.ts';
import { pageHeaders } from './headers.ts';
import type { SiteEnv } from './site.ts';

/** The page that lists the providers, and the zoo, which every provider has as well. It keeps nothing. */
export function createFrontApp(sites: readonly ListedSite[], clock: Clock): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  app.route('/shapes', zoo({ engine: { clock } }));
  app.use(pageHeaders);
  app.route('/assets', assets());
  app.get('/', (c) => c.html(allPage(sites)));
  app.notFound((c) => c.text('There is nothing here. The list of providers is at /.\n', 404));
  return app;
}
