import { describe, expect, test, vi } from 'vitest';
import { caseState, lastMail, mailedToken } from '../flows/steps.ts';
import { callers, codesIn, enableBy, enter, secretOf, type Caller } from '../support/callers.ts';
import { bobSecret, carolSecret, passwords, TestSite } from '../support/site.ts';

// The same of everything around the codes: by pages and by JSON, one set of rules.

const HOUR = 3600;
const bob = passwords['bob'] ?? '';
const alice = passwords['alice'] ?? '';
const fresh = 'a-brand-new-password';

function pending(site: TestSite): number {
  return site.rows('SELECT id FROM pending_enrolments').length;
}

type Call = (site: TestSite) => Caller;

async function infura(): Promise<TestSite> {
  return await TestSite.start({ profile: 'infura' });
}

async function agentOf(site: TestSite, call: Call): Promise<Caller> {
  const agent = call(site);
  await agent.password('agent', 'agent-at-the-desk');
  return agent;
}

/** Carol, who has lost everything but her password. */
async function ask(site: TestSite, call: Call): Promise<Caller> {
  const carol = call(site);
  await carol.password('carol');
  expect(await carol.askSupport()).toBe('done');
  return carol;
}

describe.each(callers)('%s', (_, call) => {
  test('F17: a sign-in that is too old starts at the password again', async () => {
    const site = await TestSite.start();
    const caller = call(site);
    await caller.password('bob');
    site.wait(10 * 60);
    expect(await caller.code(site.code(bobSecret))).toBe('over');
    expect(await enter(caller, 'bob', site.code(bobSecret))).toBe('in');
  });

  test('F18: a cookie that was planted is never adopted, and each level has its own', async () => {
    const site = await TestSite.start();
    const caller = call(site);
    const { cookies } = caller.browser;
    const planted = 'A'.repeat(43);
    cookies.set('sid', planted);
    cookies.set('challenge', planted);
    await caller.password('bob');
    const challenge = cookies.get('challenge');
    await caller.code(site.code(bobSecret));
    const session = cookies.get('sid');
    expect(await caller.stepUp({ password: bob })).toBe('done');
    expect(new Set([planted, challenge, session, cookies.get('sid')]).size).toBe(4);
    expect(cookies.has('challenge')).toBe(false);
  });

  test('F19: somebody who knows only the password throws nobody out', async () => {
    const site = await TestSite.start();
    const [owner, thief] = [call(site), call(site)];
    await enter(owner, 'bob', site.code(bobSecret));
    await enter(thief, 'bob', site.wrongCode(bobSecret));
    expect(await owner.isIn()).toBe(true);
  });

  test('F20, F42: a new password signs nobody in, ends every session, and does not pass the second factor', async () => {
    const site = await TestSite.start({ publicUrl: 'https://cloudmc.example' });
    const [owner, halfway, caller] = [call(site), call(site), call(site)];
    await enter(owner, 'bob', site.code(bobSecret));
    await halfway.password('bob');
    expect(await caller.forgot('bob')).toBe('done');
    expect(lastMail(site)?.body).toContain('https://cloudmc.example/reset?t=');
    const token = mailedToken(site);
    expect(await caller.reset(token, 'short')).toBe('refused');
    expect(await caller.reset(token, fresh)).toBe('done');
    expect(await caller.reset(token, fresh)).toBe('nothing');
    expect(await caller.isIn()).toBe(false);
    expect(await owner.isIn()).toBe(false);
    site.wait(30);
    expect(await halfway.code(site.code(bobSecret))).toBe('over');
    expect(await caller.password('bob')).toBe('refused');
    expect(await caller.password('bob', fresh)).toBe('second-factor');
    expect(await caller.code(site.code(bobSecret))).toBe('in');
  });

  test('F20: a link is over after half an hour, and three are mailed within one', async () => {
    const site = await TestSite.start();
    const caller = call(site);
    for (let times = 0; times < 5; times += 1) await caller.forgot('alice');
    expect(site.rows('SELECT id FROM mails')).toHaveLength(3);
    const token = mailedToken(site);
    site.wait(30 * 60);
    expect(await caller.reset(token, fresh)).toBe('nothing');
  });

  test('F22: there are no backup codes before there is a second factor, nor after', async () => {
    const site = await TestSite.start();
    const caller = call(site);
    await enter(caller, 'alice');
    expect(await caller.regenerate()).toBe('not-now');
    const { codes } = await enableBy(site, caller);
    expect(await caller.disable()).toBe('done');
    await enableBy(site, caller);
    const other = call(site);
    await other.password('alice');
    expect(await other.recovery(codes[0] ?? '')).toBe('refused');
  });

  test('F23: nothing is set up anew while the factor is on, and another set-up drops the one before', async () => {
    const site = await TestSite.start();
    const caller = call(site);
    await enter(caller, 'bob', site.code(bobSecret));
    expect(await caller.begin(bob)).toBe('not-now');
    expect(pending(site)).toBe(0);
    const other = call(site);
    await enter(other, 'alice');
    const first = secretOf(await other.begin(alice));
    const second = secretOf(await other.begin(alice));
    expect(await other.confirm(site.code(first))).toBe('refused');
    expect(codesIn(await other.confirm(site.code(second)))).toHaveLength(8);
  });

  test('F24, F25: a set-up that was begun, or cancelled, gates no sign-in', async () => {
    const site = await TestSite.start();
    const caller = call(site);
    await enter(caller, 'alice');
    const secret = secretOf(await caller.begin(alice));
    expect(await enter(call(site), 'alice')).toBe('in');
    await caller.cancel();
    expect(await caller.confirm(site.code(secret))).toBe('not-now');
    await caller.signOut();
    expect(await enter(caller, 'alice')).toBe('in');
  });

  test('F24: who has the session’s cookie alone, or another set-up’s, can’t confirm the set-up that is under way', async () => {
    const site = await TestSite.start();
    const caller = call(site);
    await enter(caller, 'alice');
    const secret = secretOf(await caller.begin(alice));
    const thief = caller.copy();
    thief.browser.cookies.delete('setup');
    expect(await thief.confirm(site.code(secret))).toBe('not-now');
    thief.browser.cookies.set('setup', caller.browser.cookies.get('sid') ?? '');
    expect(await thief.confirm(site.code(secret))).toBe('not-now');
    const other = call(site);
    await enter(other, 'alice');
    await other.begin(alice);
    thief.browser.cookies.set('setup', other.browser.cookies.get('setup') ?? '');
    expect(await thief.confirm(site.code(secret))).toBe('not-now');
    expect(codesIn(await caller.confirm(site.code(secret)))).toHaveLength(8);
    expect(caller.browser.cookies.has('setup')).toBe(false);
  });

  test('F26: a secret that is sent along is not the one that counts', async () => {
    const site = await TestSite.start();
    const caller = call(site);
    await enter(caller, 'alice');
    await caller.begin(alice);
    const own = { secret: bobSecret, key: bobSecret, uri: `otpauth://totp/x?secret=${bobSecret}` };
    expect(await caller.confirm(site.code(bobSecret), own)).toBe('refused');
  });

  test('F30: what was proved is fresh for ten minutes; enabling asks for the password at once', async () => {
    const site = await TestSite.start();
    const other = call(site);
    await enter(other, 'alice');
    expect(typeof (await other.begin())).toBe('string');
    expect(await other.begin('wrong')).toBe('refused');
    expect(pending(site)).toBe(0);
    const caller = call(site);
    await enter(caller, 'bob', site.code(bobSecret));
    site.wait(10 * 60);
    expect(await caller.disable()).toBe('step-up');
    expect(await caller.regenerate()).toBe('step-up');
    expect(await caller.stepUp({ password: bob })).toBe('bad');
    expect(await caller.stepUp({ password: 'wrong', code: site.code(bobSecret) })).toBe('refused');
    expect(await caller.stepUp({ password: bob, recovery: '27182818' })).toBe('done');
    expect(await caller.disable()).toBe('done');
  });

  test('F31: what one browser has proved gives nothing to another', async () => {
    const site = await TestSite.start();
    const [stale, other] = [call(site), call(site)];
    await enter(stale, 'bob', site.code(bobSecret));
    site.wait(10 * 60);
    await enter(other, 'bob', site.code(bobSecret));
    expect(await stale.disable()).toBe('step-up');
    expect(codesIn(await other.regenerate())).toHaveLength(8);
  });

  test('F32: each change of the factor ends the other sessions, and this one goes on under a new token', async () => {
    const site = await TestSite.start();
    const [here, there] = [call(site), call(site)];
    await enter(there, 'alice');
    const { secret } = await enableBy(site, here);
    expect(await there.isIn()).toBe(false);
    for (const change of [() => here.regenerate(), () => here.disable()]) {
      await enter(there, 'alice', site.code(secret));
      const stolen = here.copy();
      await change();
      expect([await here.isIn(), await there.isIn(), await stolen.isIn()]).toEqual([true, false, false]);
    }
  });

  test('F33, F36: a key has 160 bits, and disabling forgets it with its codes', async () => {
    const site = await TestSite.start();
    const caller = call(site);
    const first = await enableBy(site, caller);
    expect(await caller.disable()).toBe('done');
    expect(site.rows('SELECT id FROM factors WHERE user_id = 1')).toHaveLength(0);
    const second = await enableBy(site, caller);
    expect([first.secret, second.secret].map(({ length }) => length)).toEqual([32, 32]);
    expect(second.secret).not.toBe(first.secret);
    const other = call(site);
    expect(await enter(other, 'alice', site.code(first.secret))).toBe('refused');
    expect(await other.recovery(first.codes[0] ?? '')).toBe('refused');
  });

  test('F35: signing in clears the wait of that account and of no other', async () => {
    const site = await TestSite.start();
    const caller = call(site);
    for (let tries = 0; tries < 5; tries += 1) await caller.password('alice', 'wrong');
    expect(await enter(caller, 'bob', site.code(bobSecret))).toBe('in');
    await caller.signOut();
    expect(await caller.password('alice')).toBe('slow');
  });

  test('F38: an unknown name and a wrong password are answered alike, at the same cost', async () => {
    const site = await TestSite.start();
    const hashed = vi.spyOn(site.engine.hasher, 'isPassword');
    expect(await call(site).password('bob', 'wrong')).toBe('refused');
    expect(await call(site).password('zelda', 'wrong')).toBe('refused');
    expect(hashed).toHaveBeenCalledTimes(2);
    expect(await call(site).forgot('zelda')).toBe(await call(site).forgot('bob'));
  });

  test('F40: a session ends one’s own sessions and nobody else’s', async () => {
    const site = await TestSite.start();
    const [first, second, other] = [call(site), call(site), call(site)];
    await enter(first, 'alice');
    await enter(second, 'alice');
    await enter(other, 'bob', site.code(bobSecret));
    const ids = site.rows<{ id: number }>('SELECT id FROM sessions ORDER BY id').map(({ id }) => id);
    await first.revoke(ids[2] ?? 0);
    expect(await other.isIn()).toBe(true);
    await first.revoke(ids[1] ?? 0);
    expect(await second.isIn()).toBe(false);
    await enter(second, 'alice');
    await first.revoke('others');
    expect([await first.isIn(), await second.isIn(), await other.isIn()]).toEqual([true, false, true]);
  });

  describe('F39: support', () => {
    test('gives an account back after the owner has confirmed, a proof was checked, and a day has passed', async () => {
      const site = await infura();
      const carol = await ask(site, call);
      const agent = await agentOf(site, call);
      expect(await agent.approve(1)).toBe('not-now');
      expect(await carol.confirmOwnership('x')).toBe('nothing');
      expect(await carol.confirmOwnership(mailedToken(site))).toBe('done');
      expect(await agent.approve(1, 'none')).toBe('bad');
      expect(await agent.approve(1)).toBe('done');
      site.wait(24 * HOUR - 1);
      expect(await call(site).password('carol')).toBe('second-factor');
      site.wait(1);
      expect(await call(site).password('carol')).toBe('in');
    });

    test('is asked after the password alone, and says the same however often', async () => {
      const site = await infura();
      expect(await call(site).askSupport()).toBe('over');
      for (let times = 0; times < 4; times += 1) await ask(site, call);
      expect(site.rows('SELECT id FROM support_cases')).toHaveLength(1);
    });

    test('is stopped by the mailed link, by a code that is used, and by the agent', async () => {
      const site = await infura();
      await (await ask(site, call)).confirmOwnership(mailedToken(site));
      const agent = await agentOf(site, call);
      await agent.approve(1);
      const link = mailedToken(site);
      expect(await call(site).cancelRecovery(link)).toBe('done');
      expect(await call(site).cancelRecovery(link)).toBe('nothing');
      expect(caseState(site)).toBe('cancelled');
      await ask(site, call);
      expect(await enter(call(site), 'carol', site.code(carolSecret))).toBe('in');
      expect(caseState(site)).toBe('cancelled');
      await ask(site, call);
      expect(await agent.reject(3)).toBe('done');
      expect(caseState(site)).toBe('rejected');
    });

    test('is nobody but an agent who has proved lately who he is', async () => {
      const site = await infura();
      await (await ask(site, call)).confirmOwnership(mailedToken(site));
      const mallory = call(site);
      await enter(mallory, 'alice');
      expect(await mallory.approve(1)).toBe('nothing');
      expect(await mallory.reject(1)).toBe('nothing');
      const agent = await agentOf(site, call);
      site.wait(10 * 60);
      expect(await agent.approve(1)).toBe('step-up');
      expect(await agent.stepUp({ password: 'agent-at-the-desk' })).toBe('done');
      expect(await agent.approve(1)).toBe('done');
    });
  });
});
