import { pendingSecret } from '../../../demo-site/engine/enrolment.ts';
import { sessionByToken } from '../../../demo-site/engine/sessions.ts';
import type { Browser, Page } from '../support/browser.ts';
import type { TestSite } from '../support/site.ts';

/** The secret that is being set up in this browser, from behind the page: not every provider shows it. */
export function pendingKey(site: TestSite, browser: Browser): string {
  const session = sessionByToken(site.engine, browser.cookies.get('sid') ?? '');
  const secret = session && pendingSecret(site.engine, session);
  if (!secret) throw new Error('nothing is being set up here');
  return secret;
}

/** The codes of a page of any provider, as they stand there. */
export function shownCodes({ html }: Page): string[] {
  return [...html.matchAll(/<li><code>([\w-]+)<\/code><\/li>/gu)].map(([, code]) => code ?? '');
}

/** What a test finds by its id is there once. */
export function testIds({ html }: Page): string[] {
  return [...html.matchAll(/data-testid="([^"]+)"/gu)].map(([, id]) => id ?? '');
}

/** The text of the button, link or part with this test id. */
export function labelOf({ html }: Page, testId: string): string | undefined {
  const found = new RegExp(`data-testid="${testId}"[^>]*>([^<]*)<`, 'u').exec(html)?.[1];
  return found?.replace(/\s+/gu, ' ').trim().replaceAll('&#39;', "'");
}

/** The fields of a code in six boxes. */
export function inBoxes(code: string): Record<string, string> {
  return Object.fromEntries(code.split('').map((digit, at) => [`digit_${at + 1}`, digit]));
}

/** The last link that was mailed. */
export function mailedLink(site: TestSite): string {
  const bodies = site.rows<{ body: string }>('SELECT body FROM mails ORDER BY id').map(({ body }) => body);
  const link = /https?:\/\/[^/]+(\/\S+)/u.exec(bodies.at(-1) ?? '')?.[1];
  if (link === undefined) throw new Error('no link in the last mail');
  return link;
}

/** The token in it. */
export function mailedToken(site: TestSite): string {
  return mailedLink(site).split('?t=')[1] ?? '';
}

export function lastMail(site: TestSite): { subject: string; body: string } | undefined {
  return site.rows<{ subject: string; body: string }>('SELECT subject, body FROM mails ORDER BY id').at(-1);
}

/** How far the last support case has come. */
export function caseState(site: TestSite): string | undefined {
  return site.rows<{ state: string }>('SELECT state FROM support_cases ORDER BY id').at(-1)?.state;
}
