import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  byScript,
  callers,
  enableBy,
  enter,
  onPages,
  secretOf,
  type Caller,
  type Came,
} from '../support/callers.ts';
import { bobSecret, carolSecret, passwords, TestSite } from '../support/site.ts';

// Whatever is refused where a code is entered on a page is refused to a script, and at a step-up of either.

const MINUTE = 60;

/** A place where a second factor is taken: somebody who stands there, ready to hand in one code after the other. */
interface Place {
  code(code: string): Promise<Came>;
  recovery(code: string): Promise<Came>;
}

/** How somebody gets there as bob. Each time another browser. */
type Arrive = (site: TestSite) => Promise<Place>;

const signingIn =
  (call: (site: TestSite) => Caller): Arrive =>
  async (site) => {
    const caller = call(site);
    await caller.password('bob');
    return caller;
  };

/** In a session that has been there for so long that nothing proved in it is fresh any more. */
const steppingUp =
  (call: (site: TestSite) => Caller): Arrive =>
  async (site) => {
    const caller = call(site);
    caller.browser.cookies.set('sid', await sessionOf(site));
    const password = passwords['bob'];
    return {
      code: async (code) => await caller.stepUp({ password, code }),
      recovery: async (recovery) => await caller.stepUp({ password, recovery }),
    };
  };

/** Begun by way of the password and a code of then; nobody has used one since. */
async function sessionOf(site: TestSite): Promise<string> {
  const now = site.now;
  site.now -= 20 * MINUTE * 1000;
  const caller = onPages(site);
  const last = site.rows<{ last: number }>('SELECT max(last_step) AS last FROM factors')[0]?.last ?? 0;
  site.now = Math.max(site.now, (last + 1) * 30_000);
  await enter(caller, 'bob', site.code(bobSecret));
  site.now = now;
  return caller.browser.cookies.get('sid') ?? '';
}

const places: readonly (readonly [string, Arrive])[] = [
  ['Signing in on pages', signingIn(onPages)],
  ['Signing in by script', signingIn(byScript)],
  ['Stepping up on pages', steppingUp(onPages)],
  ['Stepping up by script', steppingUp(byScript)],
];

const taken: readonly Came[] = ['in', 'done'];

function failures(site: TestSite): number | undefined {
  return site.rows<{ count: number }>("SELECT factor_failures AS count FROM users WHERE username = 'bob'")[0]
    ?.count;
}

/** An hour later than it began: a session that is to step up has begun some time ago. */
async function begin(): Promise<TestSite> {
  const site = await TestSite.start();
  site.wait(60 * MINUTE);
  return site;
}

describe.each(places)('%s', (_, arrive) => {
  test('F1: a code is taken once, wherever it was used first', async () => {
    for (const [, elsewhere] of places) {
      const site = await begin();
      const [here, there] = [await arrive(site), await elsewhere(site)];
      const code = site.code(bobSecret);
      expect(taken).toContain(await there.code(code));
      expect(await here.code(code)).toBe('refused');
    }
  });

  test('F6, F8: a code is not taken again in the next interval, nor 31 or 59 seconds later', async () => {
    for (const seconds of [30, 31, 59]) {
      const site = await begin();
      const [first, second] = [await arrive(site), await arrive(site)];
      const code = site.code(bobSecret, 1);
      expect(taken).toContain(await first.code(code));
      site.wait(seconds);
      expect(await second.code(code)).toBe('refused');
    }
  });

  test('F7: a code of a clock that runs ahead is spent as the step that it is of, and older ones with it', async () => {
    const site = await begin();
    const [first, second] = [await arrive(site), await arrive(site)];
    const [current, ahead] = [site.code(bobSecret), site.code(bobSecret, 1)];
    expect(taken).toContain(await first.code(ahead));
    expect(await second.code(ahead)).toBe('refused');
    expect(await second.code(current)).toBe('refused');
    site.wait(30);
    expect(await second.code(ahead)).toBe('refused');
    expect(taken).toContain(await second.code(site.code(bobSecret, 1)));
  });

  test('F12: another account’s codes are not taken, and are still that account’s', async () => {
    const site = await begin();
    const here = await arrive(site);
    expect(await here.code(site.code(carolSecret))).toBe('refused');
    expect(await here.recovery('90210456')).toBe('refused');
    const carol = byScript(site);
    await carol.password('carol');
    expect(await carol.recovery('90210456')).toBe('in');
  });

  test('F13: nothing is no code, and is not counted', async () => {
    const site = await begin();
    const here = await arrive(site);
    for (const nothing of ['', ' ', '   ']) {
      expect(await here.code(nothing)).toBe('bad');
      expect(await here.recovery(nothing)).toBe('bad');
    }
    expect(failures(site)).toBe(0);
  });

  test('F14: no code outside the window is taken', async () => {
    for (const steps of [-3, -2, 2, 3]) {
      const site = await begin();
      expect(await (await arrive(site)).code(site.code(bobSecret, steps))).toBe('refused');
    }
  });

  test.each([
    'null',
    '["123456"]',
    '{"$ne":""}',
    '١٢٣٤٥٦',
    '123456\0',
    '94287082',
    '1'.repeat(9000),
    "' OR 1=1 --",
  ])('F15: %j is refused, and counted', async (odd) => {
    const site = await begin();
    const here = await arrive(site);
    const before = failures(site) ?? 0;
    expect(await here.code(odd)).toBe('bad');
    expect(['bad', 'refused']).toContain(await here.recovery(odd));
    expect(failures(site)).toBe(before + 2);
    expect(site.errors).toEqual([]);
  });

  test('F9, F43: a backup code is all that is asked for, and is taken once', async () => {
    const site = await begin();
    const [first, second] = [await arrive(site), await arrive(site)];
    expect(taken).toContain(await first.recovery('27182818'));
    expect(await second.recovery('27182818')).toBe('refused');
  });

  test('F3, F5: ten wrong codes of any kind lock the account, here and everywhere', async () => {
    const site = await begin();
    const wrong = site.wrongCode(bobSecret);
    const watching: Place[] = [];
    for (const [, elsewhere] of places) watching.push(await elsewhere(site));
    let here = await arrive(site);
    for (let tries = 0; tries < 10; tries += 1) {
      const came = await (tries % 2 === 0 ? here.code(wrong) : here.recovery('00000000'));
      expect(['refused', 'over']).toContain(came);
      // Five end a sign-in, and the count goes on in the next.
      if (came === 'over') here = await arrive(site);
    }
    for (const place of watching) {
      expect(await place.code(site.code(bobSecret))).toBe('slow');
      expect(await place.recovery('31415926')).toBe('slow');
    }
    site.wait(40 * MINUTE);
    expect(taken).toContain(await (await arrive(site)).code(site.code(bobSecret)));
  });

  test('F11: a code that could not be turned into what was asked for is not spent', async () => {
    let failing = false;
    const site = await TestSite.start({
      random: (bytes) => {
        if (failing) throw new Error('no randomness');
        return randomBytes(bytes);
      },
    });
    site.wait(60 * MINUTE);
    const here = await arrive(site);
    const code = site.code(bobSecret);
    failing = true;
    for (const broken of [() => here.code(code), () => here.recovery('27182818')]) {
      // An answer of 500, which is no word of the site's.
      await broken().then(
        (came) => expect(taken).not.toContain(came),
        () => undefined,
      );
    }
    expect(site.errors.length).toBeGreaterThanOrEqual(2);
    failing = false;
    const again = await arrive(site);
    expect(taken).toContain(await again.code(code));
    expect(taken).toContain(await (await arrive(site)).recovery('27182818'));
  });
});

describe.each(callers)('%s', (_, call) => {
  test('F2: the fifth wrong code ends the sign-in, and the right one is then not taken', async () => {
    const site = await TestSite.start();
    const caller = call(site);
    await caller.password('bob');
    const thief = caller.copy();
    const came = [];
    for (let tries = 0; tries < 5; tries += 1) came.push(await caller.code(site.wrongCode(bobSecret)));
    expect(came).toEqual(['refused', 'refused', 'refused', 'refused', 'over']);
    expect(caller.browser.cookies.has('challenge')).toBe(false);
    expect(await thief.code(site.code(bobSecret))).toBe('over');
  });

  test('F4: the limits are there without any being configured', async () => {
    const site = await TestSite.start();
    const caller = call(site);
    const came = [];
    for (let tries = 0; tries < 7; tries += 1) came.push(await caller.password('bob', 'wrong'));
    expect(came).toEqual(['refused', 'refused', 'refused', 'refused', 'refused', 'slow', 'slow']);
  });

  test('F8: the code that confirmed the set-up does not sign in', async () => {
    const site = await TestSite.start();
    const caller = call(site);
    await enter(caller, 'alice');
    const code = site.code(secretOf(await caller.begin(passwords['alice'])));
    await caller.confirm(code);
    const other = call(site);
    expect(await enter(other, 'alice', code)).toBe('refused');
  });

  test('F10: of two backup codes used at the same moment none comes back', async () => {
    const site = await TestSite.start();
    const [one, two] = [call(site), call(site)];
    await one.password('bob');
    await two.password('bob');
    expect(await Promise.all([one.recovery('27182818'), two.recovery('31415926')])).toEqual(['in', 'in']);
    const again = call(site);
    await again.password('bob');
    expect(await again.recovery('27182818')).toBe('refused');
    expect(await again.recovery('31415926')).toBe('refused');
  });

  test('F37: one code does not sign in, step up and disable', async () => {
    const site = await TestSite.start();
    const caller = call(site);
    const { secret } = await enableBy(site, caller);
    const code = site.code(secret);
    const thief = call(site);
    expect(await enter(thief, 'alice', code)).toBe('in');
    site.wait(11 * MINUTE);
    expect(await thief.disable()).toBe('step-up');
    expect(await thief.stepUp({ password: passwords['alice'], code })).toBe('refused');
    expect(await thief.disable()).toBe('step-up');
  });
});

test('F14: of ten thousand backup codes of chance none is found among those that are kept', async () => {
  const site = await TestSite.start();
  const own = site.provider.users.flatMap(({ recoveryCodes }) => recoveryCodes ?? []);
  const { hasher, store } = site.engine;
  const kept = store.rows<{ salt: Uint8Array; hash: Uint8Array }>(
    'SELECT salt, hash FROM recovery_codes LIMIT 1',
  );
  const random = Array.from({ length: 10_000 }, (_, at) => String((at * 7919 + 13) % 100_000_000));
  const codes = random.map((code) => code.padStart(8, '0')).filter((code) => !own.includes(code));
  expect(codes.length).toBeGreaterThan(9990);
  for (const code of codes) expect(await hasher.findCode(code, kept)).toBeNull();
});
