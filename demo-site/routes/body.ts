import { HTTPException } from 'hono/http-exception';
import type { Visit } from './site.ts';

/** Of a request's body: no form here has more. */
export const MOST_BYTES = 16 * 1024;

/** Whoever catches it says so on a page of its own, or in JSON. */
export function tooLarge(c: Visit): never {
  // The rest of the body is not read: another request on this connection would find it closed.
  c.header('Connection', 'close');
  throw new HTTPException(413);
}
