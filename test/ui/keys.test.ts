// @vitest-environment happy-dom
/** The ways to open the vault, in the full page. */
import { describe, expect, it } from 'vitest';
import messages from '../../src/locales/en/messages.json' with { type: 'json' };
import type { KeyView } from '../../src/messages/contract.ts';
import { PASSWORD } from './fake-background.ts';
import type { Passkeys } from '../../src/ui/state/passkeys.ts';
import { passwordOnly, RECOVERY_CODE } from './fake-vault.ts';
import { Popup } from './popup.ts';

const keysView = { full: true, start: { view: 'keys' } } as const;
const password: KeyView = { id: 'k1', kind: 'password', name: '' };
const recovery: KeyView = { id: 'k2', kind: 'recovery', name: 'in the drawer' };
const passkey: KeyView = { id: 'k3', kind: 'passkey', name: 'my finger' };
const asked = { credentialId: 'aWQ=', rpId: 'ours', salt: 'c2FsdA==' };

/** A browser whose passkeys give what `gives` says at the time. */
function browserWith(gives: { output: string } | 'cancelled') {
  const browser = { gives };
  const passkeys: Passkeys = {
    available: async () => true,
    ask: async () => browser.gives,
    make: async () =>
      typeof browser.gives === 'string' ? browser.gives : { ...browser.gives, passkey: asked },
  };
  return { browser, passkeys };
}

describe('a way to open the vault', () => {
  it('is removed by who shows another, and named at any time', async () => {
    const popup = await Popup.open({ keys: [password, recovery] }, keysView);
    await popup.press('Rename', 'in the drawer');
    expect(popup.field('Name (if you like)').value).toBe('in the drawer');
    await popup.write('Name (if you like)', 'at my sister’s');
    await popup.submit();
    expect(popup.text).toContain('at my sister’s');

    await popup.press('Remove', 'at my sister’s');
    await popup.write('Your present password', 'wrong');
    await popup.submit();
    expect(popup.alerts).toEqual([messages.wrongPassword.message]);
    expect(popup.world.keys).toHaveLength(2);
    await popup.write('Your present password', PASSWORD);
    await popup.submit();
    expect(popup.world.keys).toEqual([password]);
    expect(popup.text).toContain(messages.keyRemoved.message);
  });

  it('cannot be removed when only passkeys would be left', async () => {
    const popup = await Popup.open({ keys: [password, passkey] }, keysView);
    expect(() => popup.button('Remove', 'What you type')).toThrow();
    expect(popup.text).toContain(messages.keyStays.message);
    expect(popup.button('Remove', 'my finger')).toBeDefined();
  });

  it('that has become the last one meanwhile is not removed, and it is said why', async () => {
    const popup = await Popup.open({ keys: [password, recovery] }, keysView);
    await popup.press('Remove', 'in the drawer');
    popup.world.keys = [recovery];
    await popup.write('Your present password', PASSWORD);
    await popup.submit();
    expect(popup.text).toContain(messages.keyLast.message);
    expect(popup.world.keys).toEqual([recovery]);
  });
});

describe('a passkey', () => {
  it('is made only for who shows a key first, so that none is left behind that opens nothing', async () => {
    const { passkeys } = browserWith({ output: 'good' });
    const popup = await Popup.open({}, { ...keysView, passkeys });
    await popup.press('Add a passkey');
    await popup.write('Your present password', 'wrong');
    await popup.submit();
    expect(popup.alerts).toEqual([messages.wrongPassword.message]);
    await popup.write('Name (if you like)', 'my finger');
    await popup.write('Your present password', PASSWORD);
    await popup.submit();
    expect(popup.world.keys).toMatchObject([{ kind: 'password' }, { kind: 'passkey', name: 'my finger' }]);
  });

  it('opens the vault, and one that opens nothing is said to', async () => {
    const ways = { ...passwordOnly, passkeys: [asked] };
    const world = { stage: 'locked', ways } as const;
    const { browser, passkeys } = browserWith({ output: 'another' });
    const popup = await Popup.open(world, { full: true, passkeys });
    await popup.press('Use a passkey');
    expect(popup.alerts).toEqual([messages.keyWrongPasskey.message]);
    browser.gives = 'cancelled';
    await popup.press('Use a passkey');
    expect(popup.alerts).toEqual([messages.passkey_cancelled.message]);
    browser.gives = { output: 'good' };
    await popup.press('Use a passkey');
    expect(popup.text).toContain('No accounts yet');
  });
});

describe('another vault key', () => {
  it('is made for what is shown, a recovery code and passkeys among it', async () => {
    const ways = { ...passwordOnly, recoveryCode: true, passkeys: [asked] };
    const { passkeys } = browserWith({ output: 'good' });
    const popup = await Popup.open({ keys: [password, recovery, passkey], ways }, { ...keysView, passkeys });
    await popup.press('New vault key');
    await popup.write(messages.rotateCode.message, RECOVERY_CODE);
    await popup.write('Your present password', PASSWORD);
    popup.all('input[type=checkbox]').at(0)?.click();
    await popup.submit();
    expect(popup.text).toContain(messages.rotated.message);
    const request = popup.world.requests[popup.world.calls.indexOf('rotateKey')] ?? '';
    expect(JSON.parse(request)).toEqual({
      proofs: [{ password: PASSWORD }, { recoveryCode: RECOVERY_CODE }, { passkey: 'good' }],
    });
  });

  it('is not made when one of them opens nothing', async () => {
    const ways = { ...passwordOnly, recoveryCode: true };
    const popup = await Popup.open({ keys: [password, recovery], ways }, keysView);
    await popup.press('New vault key');
    await popup.write(messages.rotateCode.message, 'nonsense');
    await popup.write('Your present password', PASSWORD);
    await popup.submit();
    expect(popup.alerts).toEqual([messages.rotateWrong.message]);
  });

  it('is not made for a passkey alone', async () => {
    const ways = { ...passwordOnly, passkeys: [asked] };
    const { passkeys } = browserWith({ output: 'good' });
    const popup = await Popup.open({ keys: [password, passkey], ways }, { ...keysView, passkeys });
    await popup.press('New vault key');
    await popup.press('Use a passkey');
    expect(popup.alerts).toEqual([messages.rotateOnlyPasskeys.message]);
    expect(popup.world.calls).not.toContain('rotateKey');
  });
});

it('changes the password for who knows it, and to one that is hard to guess', async () => {
  const popup = await Popup.open({}, keysView);
  await popup.press('Change the password');
  await popup.write('New password', 'short');
  await popup.write('The same again', 'short');
  await popup.write('Your present password', PASSWORD);
  await popup.submit();
  expect(popup.alerts).toEqual([messages.createTooWeak.message]);
  const good = 'copper lantern violet meadow sparrow';
  await popup.write('New password', good);
  await popup.submit();
  expect(popup.alerts).toEqual([messages.createDifferent.message]);
  await popup.write('The same again', good);
  await popup.submit();
  expect(popup.text).toContain(messages.passwordChanged.message);
});

it('takes the password away only after it was said what that means', async () => {
  const popup = await Popup.open({}, keysView);
  await popup.press('Open without a password');
  expect(popup.text).toContain(messages.unprotectedText.message);
  await popup.write('Your present password', PASSWORD);
  await popup.submit();
  expect(popup.world.ways.unprotected).toBe(true);
  expect(popup.text).toContain('No password');
  expect(popup.text).not.toContain('Make a recovery code');
});
