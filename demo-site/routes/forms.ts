import { createHmac, timingSafeEqual } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { makeToken } from '../engine/token.ts';
import { boxNames } from '../pages/boxes.ts';
import { readCookie, writeCookie } from './cookies.ts';
import type { Form, Site, SiteEnv, Visit } from './site.ts';

/**
 * The token that a form carries: of this browser, and of the session that it has just now. A page that was open before
 * signing in or out can't act afterwards, and a stranger's page has no way to know it.
 */
export function formToken(c: Visit, { engine, formKey }: Site): string {
  let browser = readCookie(c, 'browser');
  if (browser === undefined) {
    browser = makeToken(engine.random);
    writeCookie(c, 'browser', browser);
  }
  return tokenFor(formKey, browser, readCookie(c, 'sid'));
}

function tokenFor(key: Uint8Array, browser: string, session: string | undefined): string {
  const text = JSON.stringify([browser, session ?? null]);
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** A code from its one field, or from six boxes of a digit each, which post without a script too. */
export function codeFrom(form: Form): string | undefined {
  const digits = boxNames.map((name) => form(name));
  // Neither a box that was sent twice nor one that is missing is guessed: the code is then too short.
  return digits.some((digit) => digit !== undefined)
    ? digits.map((digit) => digit ?? '').join('')
    : form('code');
}

/** Lets a POST through only as a form that one of this site's own pages sent. */
export function ownForms({ formKey }: Site) {
  return createMiddleware<SiteEnv>(async function ownForms(c, next) {
    if (c.req.method !== 'POST') return await next();
    if (!/^application\/x-www-form-urlencoded\b/iu.test(c.req.header('content-type') ?? '')) {
      throw new HTTPException(415);
    }
    const fields = new URLSearchParams(await c.req.text());
    const form: Form = (name) => {
      const values = fields.getAll(name);
      return values.length === 1 ? values[0] : undefined;
    };
    if (!isOwn(c, formKey, form('form_token'))) throw new HTTPException(403);
    c.set('form', form);
    await next();
  });
}

function isOwn(c: Visit, key: Uint8Array, given: string | undefined): boolean {
  const browser = readCookie(c, 'browser');
  if (browser === undefined || given === undefined) return false;
  const [expected, actual] = [Buffer.from(tokenFor(key, browser, readCookie(c, 'sid'))), Buffer.from(given)];
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
