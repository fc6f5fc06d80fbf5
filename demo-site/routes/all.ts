import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { Clock } from '../engine/engine.ts';
import { guideBody } from '../guide/page.ts';
import { allPage, allProblemPage, frontDocument, type ListedSite } from '../pages/all.ts';
import { zoo } from '../shapes/zoo.ts';
import { assets } from './assets.ts';
import { MOST_BYTES, tooLarge } from './body.ts';
import { pageHeaders } from './headers.ts';
import type { SiteEnv } from './site.ts';

/** The page that lists the providers, how to test on them, and the zoo, which every provider has as well. It keeps nothing. */
export function createFrontApp(
  sites: readonly ListedSite[],
  clock: Clock,
  report: (error: unknown) => void,
): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  app.route('/shapes', zoo({ engine: { clock } }));
  app.use(pageHeaders, bodyLimit({ maxSize: MOST_BYTES, onError: tooLarge }));
  app.route('/assets', assets());
  app.get('/', (c) => c.html(allPage(sites)));
  app.get('/testing', (c) => c.html(frontDocument('Testing on this demo', 'testing', guideBody)));
  app.notFound((c) => c.html(allProblemPage(404), 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return c.html(allProblemPage(error.status), error.status);
    report(error);
    return c.html(allProblemPage(500), 500);
  });
  return app;
}
