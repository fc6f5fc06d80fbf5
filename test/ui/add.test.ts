// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Findings, Found } from '../../src/messages/contract.ts';
import type { Way } from '../../src/ui/state/route.ts';
import { accountOf, foundOf, pageOf, worldOf, type World } from './fake-background.ts';
import { Popup } from './popup.ts';

const SECRET = 'JBSWY3DPEHPK3PXP';
const host = 'portal.example';
const page = pageOf({ host });
const finds = (...found: readonly Found[]): Findings => ({ read: 'found', found });

function findings(over: Partial<World['findings']>): World['findings'] {
  return { ...worldOf().findings, ...over };
}

const adding = (way: Way, over: Partial<World> = {}) =>
  Popup.open({ page, ...over }, { start: { view: 'add-by', way } });

const typed = async (over: Partial<World> = {}) => {
  const popup = await adding('hand', { findings: findings({ hand: finds(foundOf()) }), ...over });
  await popup.write('Site or issuer', 'CloudMC');
  await popup.write('Account name', 'ada');
  await popup.write('Setup key', SECRET);
  return popup;
};

const paste = async (popup: Popup, ...files: readonly File[]) => {
  document.dispatchEvent(Object.assign(new Event('paste'), { clipboardData: { files } }));
  await popup.settled();
};

describe('what is found on the page', () => {
  it('shows all that is to be known before it is kept, and keeps it on demand', async () => {
    const found = foundOf({ parameters: { kind: 'totp', algorithm: 'SHA512', digits: 8, period: 60 } });
    const popup = await Popup.open({ page, findings: findings({ page: finds(found) }) });
    const [card] = popup.all('.found');
    expect(card?.textContent).toContain('CloudMC');
    expect(card?.textContent).toContain('ada');
    expect(card?.textContent).toContain(host);
    expect(card?.textContent).toContain('8 digits · every 60 seconds · SHA-512');
    expect(popup.world.calls).not.toContain('keep');
    await popup.press('Keep');
    expect(popup.world.requests.at(popup.world.calls.indexOf('keep'))).toBe(
      JSON.stringify({ source: { from: 'page', screenshot: false }, ref: 'ref', bind: false }),
    );
    expect(popup.all('.found')).toEqual([]);
    expect(popup.text).toContain('Waiting for the site to accept a code');
  });

  it('does not speak of parameters that are as usual', async () => {
    const popup = await Popup.open({ page, findings: findings({ page: finds(foundOf()) }) });
    expect(popup.all('.found')[0]?.textContent).not.toMatch(/SHA|digits|seconds/);
  });

  it('says each thing that a careful person would want to know', async () => {
    const warnings = [
      'short-secret',
      'other-site',
      'odd-text',
      'unusual-parameters',
      'counter-based',
    ] as const;
    const popup = await Popup.open({ page, findings: findings({ page: finds(foundOf({ warnings })) }) });
    const said = popup.all('.found .warn').map((note) => note.textContent);
    expect(new Set(said).size).toBe(warnings.length);
  });

  it('explains what becomes of the secret that an account has already', async () => {
    const popup = await Popup.open({
      page,
      findings: findings({ page: finds(foundOf({ known: 'renewal' })) }),
    });
    expect(popup.text).toContain('You have this account with another secret.');
    expect(popup.button('Keep the new secret')).toBeTruthy();
  });

  it('does not offer again what is kept already, and says so to whoever asks', async () => {
    const known = findings({ page: finds(foundOf({ known: 'same' })) });
    expect((await Popup.open({ page, findings: known })).all('.found')).toEqual([]);
    const popup = await adding('page', { findings: known });
    expect(popup.text).toContain('You have this account already.');
    expect(() => popup.button('Keep')).toThrow('no button');
  });

  it('says when it has gone from the page meanwhile', async () => {
    const popup = await Popup.open({ page, findings: findings({ page: finds(foundOf()) }) });
    popup.world.findings.page = { read: 'nothing', because: 'empty' };
    await popup.press('Keep');
    expect(popup.alerts).toEqual(['It is no longer there. Read the page again.']);
  });

  it('shows recovery codes with their account, and keeps them with it', async () => {
    const popup = await Popup.open({
      accounts: [accountOf('Ant')],
      page: { ...page, recoveryCodes: { account: 'Ant', codes: ['1111 2222', '3333 4444'] } },
    });
    expect(popup.text).toContain('2 recovery codes on this page');
    expect(popup.text).toContain('For Ant (ant@example.com)');
    expect(popup.all('.recovery-codes li').map((code) => code.textContent)).toEqual([
      '1111 2222',
      '3333 4444',
    ]);
    await popup.press('Keep them');
    expect(popup.world.accounts[0]?.recovery).toEqual({ left: 2, total: 2 });
    expect(popup.text).toContain('2 recovery codes kept');
  });

  it('does not look where there is no page to look at', async () => {
    expect((await Popup.open()).world.calls).not.toContain('find');
  });
});

describe('adding by hand', () => {
  it('shows what it understood before anything is kept', async () => {
    const popup = await typed();
    await popup.submit();
    expect(popup.text).toContain('Is this right?');
    expect(() => popup.button('Continue')).toThrow('no button');
    expect(popup.world.calls).not.toContain('keep');
    await popup.press('Keep');
    expect(popup.world.accounts.map(({ name }) => name)).toEqual(['ada']);
    expect(popup.rows).toHaveLength(1);
  });

  it('gives everything typed back when something is to be changed', async () => {
    const popup = await typed();
    await popup.submit();
    await popup.press('Change');
    const values = ['Site or issuer', 'Account name', 'Setup key'].map((label) => popup.field(label).value);
    expect(values).toEqual(['CloudMC', 'ada', SECRET]);
  });

  it('lets Escape lead from the preview to what was typed, and no further', async () => {
    const popup = await typed();
    await popup.submit();
    await popup.key('Escape');
    expect(popup.field('Setup key').value).toBe(SECRET);
  });

  it('never lets the secret stand in the markup, nor in a field that the browser remembers', async () => {
    const popup = await typed();
    await popup.submit();
    expect(document.documentElement.outerHTML).not.toContain(SECRET);
    for (const field of document.querySelectorAll('input')) {
      expect(field.getAttribute('autocomplete')).toBe('off');
      expect(field.form?.getAttribute('autocomplete') ?? 'off').toBe('off');
    }
  });

  it('binds to the page only when a person says so', async () => {
    const popup = await typed();
    await popup.submit();
    await popup.press('Keep');
    expect(popup.world.accounts[0]?.hosts).toEqual([]);

    const other = await typed();
    await other.submit();
    (other.all('input[type=checkbox]')[0] as HTMLInputElement).checked = true;
    await other.press('Keep');
    expect(other.world.accounts[0]?.hosts).toEqual([host]);
  });

  it('asks for what is missing, and sends nothing before', async () => {
    const popup = await adding('hand');
    await popup.submit();
    expect(popup.alerts[0]).toContain('Give it a site or an account name');
    await popup.write('Account name', 'ada');
    await popup.submit();
    expect(popup.alerts).toEqual(['Type or paste the setup key.']);
    expect(popup.world.calls.filter((call) => call === 'find')).toHaveLength(1); // the page's
  });

  it('says what is wrong with the key and keeps it for a correction', async () => {
    const popup = await typed({ findings: findings({ hand: { read: 'nothing', because: 'bad-secret' } }) });
    await popup.submit();
    expect(popup.alerts[0]).toContain('The setup key is not right.');
    expect(popup.field('Setup key').value).toBe(SECRET);
  });
});

describe('adding by a link', () => {
  it('keeps a broken link for a correction', async () => {
    const popup = await adding('text', {
      findings: findings({ text: { read: 'nothing', because: 'no-secret' } }),
    });
    await popup.write('Link', `otpauth://totp/x?secret=`);
    await popup.submit();
    expect(popup.alerts).toEqual(['The setup key is missing.']);
    expect(popup.field('Link').value).toBe('otpauth://totp/x?secret=');
  });

  it('keeps what was previewed, with the link that it was read from', async () => {
    const uri = `otpauth://totp/CloudMC:ada?secret=${SECRET}`;
    const popup = await adding('text', { findings: findings({ text: finds(foundOf()) }) });
    await popup.write('Link', uri);
    await popup.submit();
    await popup.press('Keep');
    const request = popup.world.requests.at(popup.world.calls.indexOf('keep')) ?? '';
    expect(JSON.parse(request)).toEqual({ source: { from: 'text', text: uri }, ref: 'ref', bind: false });
  });
});

describe('adding from an image', () => {
  const picture = new File([new Uint8Array([1, 2, 3])], 'code.png', { type: 'image/png' });

  it('reads a pasted picture', async () => {
    const popup = await adding('image', { findings: findings({ images: finds(foundOf()) }) });
    await paste(popup, picture);
    expect(popup.world.requests).toContain('{"from":"images","images":["AQID"]}');
    expect(popup.text).toContain('Is this right?');
  });

  it('reads several pictures at once', async () => {
    const popup = await adding('image', { findings: findings({ images: finds(foundOf()) }) });
    await paste(popup, picture, new File([new Uint8Array([4])], 'more.png', { type: 'image/png' }));
    expect(popup.world.requests).toContain('{"from":"images","images":["AQID","BA=="]}');
    expect(popup.text).toContain('Is this right?');
  });

  it('takes of several files all or none, and says so', async () => {
    const popup = await adding('image', { findings: findings({ images: finds(foundOf()) }) });
    await paste(popup, picture, new File(['text'], 'notes.txt', { type: 'text/plain' }));
    expect(popup.alerts).toEqual(['Not all of these are pictures. Choose pictures only.']);
    const large = new File([new Uint8Array(20 * 2 ** 20)], 'large.png', { type: 'image/png' });
    await paste(popup, large, large);
    expect(popup.alerts).toEqual(['These pictures are too big to be read at once. Choose fewer.']);
    expect(popup.world.requests.filter((request) => request.includes('images'))).toEqual([]);
  });

  it('says why nothing was read', async () => {
    const popup = await adding('image');
    await paste(popup, picture);
    expect(popup.alerts).toEqual(['No QR code was found.']);
    await paste(popup, new File(['text'], 'notes.txt', { type: 'text/plain' }));
    expect(popup.alerts).toEqual(['That is not a picture.']);
  });

  it('stays until the last of several codes is kept', async () => {
    const both = finds(foundOf({ ref: 'a', name: 'ada' }), foundOf({ ref: 'b', name: 'bob' }));
    const popup = await adding('image', { findings: findings({ images: both }) });
    await paste(popup, picture);
    await popup.press('Keep', 'ada');
    expect(popup.all('.found')).toHaveLength(1);
    await popup.press('Keep', 'bob');
    expect(popup.rows).toHaveLength(2);
  });

  it('goes to a tab where a file dialog would close the popup', async () => {
    const popup = await Popup.open({ page }, { start: { view: 'add' }, filePickerCloses: true });
    popup.all('.way')[1]?.click();
    await popup.settled();
    expect(popup.tabs).toEqual(['src/ui/page/page.html#image']);
    expect(popup.closed).toBe(1);
  });
});
