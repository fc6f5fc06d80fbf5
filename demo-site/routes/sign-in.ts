import type { Hono } from 'hono';
import { challengeByToken } from '../engine/challenges.ts';
import { lockedUntil } from '../engine/attempts.ts';
import { factorShape } from '../engine/factors.ts';
import { hasMailMethod } from '../engine/mail-method.ts';
import type { FactorKind, FactorRefusal } from '../engine/prove.ts';
import {
  abandonSignIn,
  signInWithFactor,
  signInWithPassword,
  signOut,
  type SignedIn,
} from '../engine/sign-in.ts';
import type { Frame } from '../pages/layout.ts';
import { mailCodePage } from '../pages/mail-method.ts';
import type { Html } from '../pages/parts.ts';
import { backupPage, codePage, signInPage } from '../pages/sign-in.ts';
import { codeRefused, noticeText, waitText } from '../pages/words.ts';
import { clearCookie, readCookie, writeCookie } from './cookies.ts';
import { codeFrom } from './forms.ts';
import type { Site, SiteEnv, Visit } from './site.ts';
import { frameOf, seeOther, show } from './visit.ts';
import { visitorOf } from './visitor.ts';

export function addSignInRoutes(app: Hono<SiteEnv>, site: Site): void {
  app.get('/login', (c) => {
    if (c.get('session')) return seeOther(c, '/console');
    return showSignIn(c, site, { notice: noticeText(c.req.query('notice'), site.profile) });
  });
  app.post('/login', (c) => postPassword(c, site));
  for (const [path, kind] of [
    ['/login/2fa', 'totp'],
    ['/login/backup', 'recovery'],
  ] as const) {
    if (kind === 'recovery' && !site.profile.backup) continue;
    app.get(path, (c) => (hasChallenge(c, site) ? showFactor(c, site, kind, null) : startAgain(c)));
    app.post(path, (c) => postFactor(c, site, kind));
  }
  app.post('/login/cancel', (c) => {
    const token = readCookie(c, 'challenge');
    if (token !== undefined) abandonSignIn(site.engine, token, visitorOf(c));
    clearCookie(c, 'challenge');
    return seeOther(c, '/login');
  });
  app.post('/logout', (c) => {
    const token = readCookie(c, 'sid');
    if (token !== undefined) signOut(site.engine, token, visitorOf(c));
    clearCookie(c, 'sid');
    return seeOther(c, '/login?notice=signed-out');
  });
}

interface SignInSaid {
  username?: string;
  error?: string;
  notice?: string | null;
}

function showSignIn(
  c: Visit,
  site: Site,
  { username = '', error, notice = null }: SignInSaid,
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const parts = { username, error: error ?? null, notice, users: site.users };
  return show(c, signInPage(frameOf(c, site), parts), status);
}

async function postPassword(c: Visit, site: Site): Promise<Response> {
  const form = c.get('form');
  const username = form('username') ?? '';
  const credentials = { username, password: form('password') };
  const answer = await signInWithPassword(site.engine, credentials, visitorOf(c), readCookie(c, 'sid'));
  switch (answer.kind) {
    case 'session':
      writeCookie(c, 'sid', answer.token);
      clearCookie(c, 'challenge');
      return seeOther(c, '/console');
    case 'challenge':
      writeCookie(c, 'challenge', answer.token);
      return seeOther(c, answer.mailed ? '/login/mail' : '/login/2fa');
    case 'slow':
      return showSignIn(c, site, { username, error: waitText(answer.until, site.engine.clock()) }, 429);
    case 'refused':
      return showSignIn(c, site, { username, error: 'The user name or the password is not right.' }, 422);
  }
}

export function hasChallenge(c: Visit, { engine }: Site): boolean {
  const token = readCookie(c, 'challenge');
  return token !== undefined && challengeByToken(engine, token) !== null;
}

export function startAgain(c: Visit): Response {
  clearCookie(c, 'challenge');
  return seeOther(c, '/login?notice=start-again');
}

function showFactor(
  c: Visit,
  site: Site,
  kind: FactorKind,
  error: string | null,
  status: 200 | 400 | 422 | 429 = 200,
): Promise<Response> {
  const frame = frameOf(c, site);
  return show(c, factorPage(c, site, kind, error, frame), status);
}

function factorPage(
  c: Visit,
  { engine, profile }: Site,
  kind: FactorKind,
  error: string | null,
  frame: Frame,
): Html {
  const mail = profile.enable.methods?.mail ?? null;
  if (kind === 'recovery' && profile.backup) return backupPage(frame, profile.backup, error);
  if (kind === 'mail' && mail) return mailCodePage(frame, mail, error);
  const userId = challengeByToken(engine, readCookie(c, 'challenge') ?? '')?.userId ?? 0;
  const { digits } = factorShape(engine, userId);
  return codePage(frame, { error, digits, mail: hasMailMethod(engine, userId) ? mail : null });
}

export async function postFactor(c: Visit, site: Site, kind: FactorKind): Promise<Response> {
  const token = readCookie(c, 'challenge');
  if (token === undefined) return startAgain(c);
  const form = c.get('form');
  const code = kind === 'recovery' ? form('backup_code') : codeFrom(form);
  const answer = await signInWithFactor(
    site.engine,
    token,
    { kind, code },
    visitorOf(c),
    readCookie(c, 'sid'),
  );
  if (answer.ok) return letIn(c, answer.value);
  if (answer.reason === 'gone') return startAgain(c);
  return showFactor(c, site, kind, ...refusal(site, token, kind, answer.reason));
}

function letIn(c: Visit, { token, codesLeft }: SignedIn): Response {
  writeCookie(c, 'sid', token);
  clearCookie(c, 'challenge');
  if (codesLeft === undefined) return seeOther(c, '/console');
  return seeOther(c, `/console?notice=${codesLeft === null ? 'two-factor-off' : 'backup-used'}`);
}

function refusal(
  { engine, profile: { signIn } }: Site,
  challengeToken: string,
  kind: FactorKind,
  reason: Exclude<FactorRefusal, 'gone'>,
): [text: string, status: 400 | 422 | 429] {
  if (reason === 'locked') {
    const userId = challengeByToken(engine, challengeToken)?.userId ?? 0;
    return [waitText(lockedUntil(engine, userId), engine.clock()), 429];
  }
  if (reason === 'empty') return ['Enter a code.', 400];
  // The shape of a code is no secret; whether a code of that shape was wrong, old or used is.
  const refused = signIn.refused ?? codeRefused;
  if (reason !== 'malformed') return [refused, 422];
  return [(kind === 'totp' ? signIn.malformed : null) ?? refused, 400];
}
