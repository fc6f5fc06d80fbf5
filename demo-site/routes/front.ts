import type { Hono } from 'hono';
import { outbox } from '../engine/records.ts';
import { guidePage } from '../guide/page.ts';
import { aboutPage } from '../pages/about.ts';
import { frontPage } from '../pages/front.ts';
import { outboxPage } from '../pages/outbox.ts';
import type { Site, SiteEnv } from './site.ts';
import { frameOf, show } from './visit.ts';

const MAILS_SHOWN = 50;

export function addFrontRoutes(app: Hono<SiteEnv>, site: Site): void {
  app.get('/', (c) => show(c, frontPage(frameOf(c, site), site.users)));
  app.get('/about', (c) => show(c, aboutPage(frameOf(c, site))));
  app.get('/testing', (c) => show(c, guidePage(frameOf(c, site))));
  app.get('/outbox', (c) => show(c, outboxPage(frameOf(c, site), outbox(site.engine, MAILS_SHOWN))));
}
