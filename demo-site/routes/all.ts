import { Hono } from 'hono';
import { allPage, type ListedSite } from '../pages/all.ts';
import { assets } from './assets.ts';
import { pageHeaders } from './headers.ts';
import type { SiteEnv } from './site.ts';

/** The page that lists the providers. It keeps nothing and takes nothing. */
export function createFrontApp(sites: readonly ListedSite[]): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  app.use(pageHeaders);
  app.route('/assets', assets());
  app.get('/', (c) => c.html(allPage(sites)));
  app.notFound((c) => c.text('There is nothing here. The list of providers is at /.\n', 404));
  return app;
}
