import { problemPage } from '../pages/problem.ts';
import type { Site, Visit } from './site.ts';
import { frameOf } from './visit.ts';

export type ProblemStatus = 403 | 404 | 409 | 413 | 415 | 429 | 500 | 503;

/** A page in place of the one that was asked for. */
export async function problemResponse(c: Visit, site: Site, status: ProblemStatus): Promise<Response> {
  c.header('Cache-Control', 'no-store');
  if (status === 503) c.header('Retry-After', '2');
  return await c.html(problemPage(frameOf(c, site), status), status);
}
