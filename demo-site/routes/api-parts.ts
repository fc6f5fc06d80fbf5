import { HTTPException } from 'hono/http-exception';
import type { Visit } from './site.ts';
import type { SignedInHandler } from './visit.ts';

/** For what is wrong with a request before anything in it was looked at. */
export function refusal(status: 400 | 403 | 415, message: string): HTTPException {
  return new HTTPException(status, { message });
}

export type Fields = Readonly<Record<string, unknown>>;

/** A JSON object; what its values are is for the engine to find out. */
export async function fieldsOf(c: Visit): Promise<Fields> {
  const text = await c.req.text();
  let body: unknown;
  try {
    body = JSON.parse(text === '' ? '{}' : text);
  } catch {
    throw refusal(400, 'not-json');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw refusal(400, 'not-an-object');
  return body as Fields;
}

export type FailStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503;

/** `error` is one of a few words, and never says more than the page would. */
export function fail(c: Visit, status: FailStatus, error: string, more: object = {}): Response {
  return c.json({ error, ...more }, status);
}

/** A handler for those who are signed in; everybody else is told that they are not. */
export function inSession(handler: SignedInHandler): (c: Visit) => Response | Promise<Response> {
  return (c) => {
    const [session, user] = [c.get('session'), c.get('user')];
    return session && user ? handler(c, { session, user }) : fail(c, 401, 'signed-out');
  };
}
