import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { SiteEnv } from './site.ts';

const files = {
  '/site.css': 'text/css; charset=utf-8',
  '/enhance.js': 'text/javascript; charset=utf-8',
  '/providers.css': 'text/css; charset=utf-8',
  '/metal.svg': 'image/svg+xml',
  '/infura.svg': 'image/svg+xml',
  '/cryptocloud.svg': 'image/svg+xml',
  '/defguard.svg': 'image/svg+xml',
  '/cloudmc.svg': 'image/svg+xml',
} as const;

/** The files of `public/`, each by name: a path from outside never becomes a path of the disk. */
export function assets(): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  for (const [path, type] of Object.entries(files)) {
    const body = readFileSync(new URL(`../public${path}`, import.meta.url), 'utf8');
    app.get(path, (c) => c.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }));
  }
  return app;
}
