import { describe, expect, test } from 'vitest';
import { writeOtpauth } from '../../src/core/uri/otpauth.ts';
import { account, rfcSecret } from '../accounts.ts';
import { emptyPage, password, prompt, sender, stage } from './stage.ts';

const nobody = null;
const nothing = undefined;

const uri = writeOtpauth({
  issuer: 'Cloud',
  name: 'alice',
  parameters: { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30 },
  secret: rfcSecret,
  counter: 0,
});

describe('an enrolment on the page', () => {
  test('is shown with what was read, without its secret, and kept pending, bound to the host', async () => {
    const { ui, world, desk } = await stage();
    world.qrTexts = [uri];
    const source = { from: 'page', screenshot: false } as const;
    const found = await ui.find(source, nobody);
    if (found.read !== 'found') throw new Error(found.because);
    expect(found.found).toMatchObject([{ issuer: 'Cloud', name: 'alice', known: 'no', warnings: [] }]);
    expect(JSON.stringify(found)).not.toMatch(/GEZDGNBV/i);
    const ref = found.found[0]?.ref ?? '';
    expect(await ui.keep({ source, ref, bind: true }, nobody)).toBe('kept');
    const [kept] = await desk.vault.list();
    expect(kept?.overview).toMatchObject({ state: 'pending', hosts: ['cloud.example'], issuer: 'Cloud' });
    expect((await desk.vault.read(kept?.id ?? '')).secret.secret).toEqual(rfcSecret);
  });

  test('is found as text too, under the name of its host', async () => {
    const { ui, world, desk } = await stage();
    const text = 'gezd gnbv gy3t qojq gezd gnbv gy3t qojq';
    world.page = { ...emptyPage, printed: [{ text, near: ['Enter this key into your authenticator app'] }] };
    const source = { from: 'page', screenshot: false } as const;
    const found = await ui.find(source, nobody);
    if (found.read !== 'found') throw new Error(found.because);
    expect(found.found).toMatchObject([{ issuer: 'cloud.example', name: '', warnings: [] }]);
    await ui.keep({ source, ref: found.found[0]?.ref ?? '', bind: false }, nobody);
    const [kept] = await desk.vault.list();
    expect(kept?.overview.state).toBe('pending');
    expect((await desk.vault.read(kept?.id ?? '')).secret.secret).toEqual(rfcSecret);
  });

  test('is not shown as kept before its page has been asked to look again, for the browser may end us then', async () => {
    const { ui, world } = await stage();
    world.qrTexts = [uri];
    const source = { from: 'page', screenshot: false } as const;
    const found = await ui.find(source, nobody);
    world.asked.length = 0;
    await ui.keep(
      { source, ref: found.read === 'found' ? (found.found[0]?.ref ?? '') : '', bind: true },
      nobody,
    );
    expect(world.asked).toEqual(['again 1', 'ui']);
  });

  test('that anybody on the way may have written is shown with a warning, and never bound to the host itself', async () => {
    const { ui, page, world, desk } = await stage();
    world.qrTexts = [uri];
    world.url = 'http://cloud.example/security';
    const source = { from: 'page', screenshot: false } as const;
    const found = await ui.find(source, nobody);
    if (found.read !== 'found') throw new Error(found.because);
    expect(found.found).toMatchObject([{ issuer: 'Cloud', warnings: ['unencrypted'] }]);
    await ui.keep({ source, ref: found.found[0]?.ref ?? '', bind: true }, nobody);
    const [kept] = await desk.vault.list();
    expect(kept?.overview.hosts).toEqual(['http://cloud.example']);
    expect(await page.report(prompt(), sender('https://cloud.example'))).toEqual([]);
    expect(await page.report(prompt(), sender('http://cloud.example'))).toHaveLength(1);
  });

  test('is shown twice, each with a warning, where the text and the QR code differ', async () => {
    const { ui, world } = await stage();
    world.qrTexts = [uri];
    const text = 'MZXW6YTBOI2DEMRSGI3TOOBZHA2TEMRQ';
    world.page = { ...emptyPage, printed: [{ text, near: ['Setup key'] }] };
    const found = await ui.find({ from: 'page', screenshot: false }, nobody);
    expect(found).toMatchObject({
      found: [
        { issuer: 'Cloud', warnings: ['key-differs'] },
        { issuer: 'cloud.example', warnings: ['key-differs'] },
      ],
    });
  });

  test('that has changed since it was shown is not kept', async () => {
    const { ui, world, desk } = await stage();
    world.qrTexts = [uri];
    const source = { from: 'page', screenshot: false } as const;
    const found = await ui.find(source, nobody);
    world.qrTexts = [uri.replace('alice', 'mallory')];
    const ref = found.read === 'found' ? (found.found[0]?.ref ?? '') : '';
    expect(await ui.keep({ source, ref, bind: true }, nobody)).toBe('gone');
    expect(await desk.vault.list()).toEqual([]);
  });

  test('that is kept already is known, and is not kept twice', async () => {
    const { ui, world, desk } = await stage();
    await desk.vault.add(account({ hosts: [] }));
    world.qrTexts = [uri];
    const source = { from: 'page', screenshot: false } as const;
    const found = await ui.find(source, nobody);
    if (found.read !== 'found') throw new Error(found.because);
    expect(found.found[0]?.known).toBe('same');
    await ui.keep({ source, ref: found.found[0]?.ref ?? '', bind: true }, nobody);
    const kept = await desk.vault.list();
    expect(kept.map(({ overview }) => overview.hosts)).toEqual([['cloud.example']]);
  });

  test('with another secret of a kept account is a renewal', async () => {
    const { ui, world, desk } = await stage();
    await desk.vault.add(account());
    world.qrTexts = [uri.replace(/secret=\w+/, 'secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP')];
    const found = await ui.find({ from: 'page', screenshot: false }, nobody);
    expect(found.read === 'found' && found.found[0]?.known).toBe('renewal');
  });

  test('beside a QR code of something else is found all the same', async () => {
    const { ui, world } = await stage();
    world.qrTexts = ['https://app.store.example/authenticator', uri];
    expect(await ui.find({ from: 'page', screenshot: false }, nobody)).toMatchObject({
      read: 'found',
      found: [{ name: 'alice' }],
    });
  });
});

const refusals: readonly [string, string, string][] = [
  ['an empty text', '  ', 'empty'],
  ['something else', 'https://example.org', 'not-otpauth'],
  ['a URI without a secret', 'otpauth://totp/a', 'no-secret'],
  ['a URI with a broken secret', 'otpauth://totp/a?secret=1890', 'bad-secret'],
];
test.each(refusals)('%s is answered with why', async (_, text, because) => {
  const { ui } = await stage();
  expect(await ui.find({ from: 'text', text }, nobody)).toEqual({ read: 'nothing', because });
});

test('an account typed by hand is active at once, and bound only if the person says so', async () => {
  const { ui, desk } = await stage();
  const parameters = { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30 } as const;
  const source = {
    from: 'hand',
    issuer: 'Bank',
    name: '',
    setupKey: 'jbsw y3dp ehpk 3pxp',
    parameters,
  } as const;
  for (const bind of [false, true]) {
    const found = await ui.find(source, nobody);
    const ref = found.read === 'found' ? (found.found[0]?.ref ?? '') : '';
    await ui.keep({ source, ref, bind }, nobody);
    const [kept] = await desk.vault.list();
    expect(kept?.overview).toMatchObject({ state: 'active', hosts: bind ? ['cloud.example'] : [] });
  }
});

describe('the popup', () => {
  test('sees accounts of the page’s host marked, and none of the trash', async () => {
    const { ui, desk } = await stage();
    await desk.vault.add(account());
    await desk.vault.add(account({ hosts: ['other.example'], name: 'bob' }));
    await desk.vault.add(account({ state: 'trashed', name: 'gone' }));
    const seen = await ui.accounts(nothing, nobody);
    expect(Object.fromEntries(seen.map(({ name, here }) => [name, here]))).toEqual({
      alice: true,
      bob: false,
    });
  });

  test('gets the code of this period and of the next, and when they change', async () => {
    const { ui, desk } = await stage(1_111_111_109_000);
    await desk.vault.add(account({ parameters: { kind: 'totp', algorithm: 'SHA1', digits: 8, period: 30 } }));
    // RFC 6238 appendix B: the codes at 1111111109 and 1111111111.
    expect(await ui.codes(nothing, nobody)).toMatchObject([
      { code: '07081804', next: '14050471', until: 1_111_111_110_000 },
    ]);
  });

  test('shows recovery codes only to the password', async () => {
    const { ui, desk } = await stage();
    const id = await desk.vault.add(account({}, ['11112222']));
    expect(await ui.showRecoveryCodes({ id, proof: { password: 'wrong' } }, nobody)).toBe('wrong');
    expect(await ui.showRecoveryCodes({ id, proof: { password } }, nobody)).toEqual({
      shown: [{ code: '11112222', used: false }],
      replaced: null,
    });
  });

  test('fills through a ticket, for an account of the page’s own host alone', async () => {
    const { ui, desk, world, page } = await stage();
    world.page = prompt({ key: 7 });
    const here = await desk.vault.add(account());
    const there = await desk.vault.add(account({ hosts: ['other.example'] }));
    expect(await ui.fill({ id: there }, nobody)).toBe('refused');
    expect(world.fills).toEqual([]);
    expect(await ui.fill({ id: here }, nobody)).toBe('filled');
    expect(world.fills).toMatchObject([{ tab: 1, field: 7 }]);
    expect(page).toBeDefined();
  });

  test('is told when the page has no field', async () => {
    const { ui, desk, world } = await stage();
    const id = await desk.vault.add(account());
    world.page = emptyPage;
    expect(await ui.fill({ id }, nobody)).toBe('no-field');
    world.page = null;
    expect(await ui.fill({ id }, nobody)).toBe('no-field');
  });
});

describe('the lock', () => {
  test('takes every offer away and blanks every view, by hand or by the clock', async () => {
    const { ui, world, desk } = await stage();
    await ui.lock(nothing, nobody);
    expect(world.asked).toEqual(expect.arrayContaining(['ui', 'withdraw 1']));
    expect(await desk.vault.state()).toBe('locked');
  });

  test('asks to be woken at the deadline, which moves with each use and not with looking', async () => {
    const { ui, world } = await stage();
    await ui.unlock({ password }, nobody);
    const first = world.wakeAt ?? 0;
    expect(first - world.now).toBe(15 * 60_000);
    world.now += 60_000;
    await ui.codes(nothing, nobody);
    expect(world.wakeAt).toBe(first);
    const settings = await ui.lockSettings(nothing, nobody);
    await ui.setLockSettings({ ...settings, lockAfterMinutes: 5 }, nobody);
    expect((world.wakeAt ?? 0) - world.now).toBe(5 * 60_000);
  });

  test('is kept by every request once the deadline has passed', async () => {
    const { ui, world } = await stage();
    world.now += 15 * 60_000;
    await expect(ui.accounts(nothing, nobody)).rejects.toMatchObject({ reason: 'locked' });
    await expect(ui.codes(nothing, nobody)).rejects.toMatchObject({ reason: 'locked' });
  });
});

test('an account that was thirty days in the trash is gone after the next unlock, a younger one is not', async () => {
  const { ui, desk, world } = await stage();
  const day = 86_400_000;
  await desk.vault.add(account({ state: 'trashed', trashedFrom: 'active', since: world.now - 31 * day }));
  const young = await desk.vault.add(
    account({ state: 'trashed', trashedFrom: 'active', since: world.now - day }),
  );
  await ui.unlock({ password }, nobody);
  expect((await desk.vault.list()).map(({ id }) => id)).toEqual([young]);
});

test('what is in use is not deleted for good, whoever asks for it: it is removed first, which can be undone', async () => {
  const { ui, desk } = await stage();
  const id = await desk.vault.add(account());
  await ui.purge({ ids: [id] }, nobody);
  expect((await desk.vault.list()).map((kept) => kept.id)).toEqual([id]);
  await ui.remove({ id }, nobody);
  await ui.purge({ ids: [id] }, nobody);
  expect(await desk.vault.list()).toEqual([]);
});
