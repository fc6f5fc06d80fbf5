import jsqr from 'jsqr';
import { expect, test } from 'vitest';
import { providers, type ProviderId } from '../../../demo-site/provider.ts';
import { qrMatrix } from '../../../demo-site/qr/matrix.ts';
import { qrPath } from '../../../demo-site/qr/svg.ts';
import type { Browser, Page } from '../support/browser.ts';
import { pixelsOf } from '../support/png.ts';
import { passwords, signIn, TestSite } from '../support/site.ts';
import { pendingKey } from './steps.ts';

async function begin(profile: ProviderId): Promise<{ page: Page; browser: Browser; secret: string }> {
  const site = await TestSite.start({ profile });
  const browser = site.browser();
  const password = passwords['alice'] ?? '';
  await signIn(browser, 'alice');
  await browser.get('/account/security');
  let page = await browser.post('/2fa/start', { password });
  if (page.path.startsWith('/step-up')) page = await browser.post('/step-up', { goal: 'enable', password });
  return { page, browser, secret: pendingKey(site, browser) };
}

function read(png: Uint8Array): string | undefined {
  const { side, rgba } = pixelsOf(Buffer.from(png));
  return jsqr(rgba, side, side)?.data;
}

const address = 'alice%40example.com';

test('Metal’s QR code is a PNG in a data URI, and the only place that has the key', async () => {
  const { page, secret } = await begin('metal');
  const data = /src="data:image\/png;base64,([^"]+)"/u.exec(page.html)?.[1] ?? '';
  expect(read(Buffer.from(data, 'base64'))).toBe(
    `otpauth://totp/Metal%20demo:${address}?secret=${secret}&issuer=Metal%20demo&algorithm=SHA1&digits=6&period=30`,
  );
  expect(page.html.replace(/\s/gu, '')).not.toContain(secret);
});

test('Infura’s QR code is drawn on a canvas from a picture that is this session’s alone', async () => {
  const { page, browser, secret } = await begin('infura');
  expect(page.html).toMatch(/<canvas[^>]*data-draw="\/2fa\/qr\.png"[^>]*hidden/u);
  expect(page.html).toMatch(/<noscript><img\s[^>]*src="\/2fa\/qr\.png"/u);
  const response = await browser.raw('/2fa/qr.png');
  expect(read(new Uint8Array(await response.arrayBuffer()))).toContain(
    `Infura%20demo:${address}?secret=${secret}`,
  );
});

test('CryptoCloud’s QR code is an SVG in a data URI', async () => {
  const { page, secret } = await begin('cryptocloud');
  const data = /src="data:image\/svg\+xml;base64,([^"]+)"/u.exec(page.html)?.[1] ?? '';
  const uri = `otpauth://totp/CryptoCloud%20demo:${address}?secret=${secret}&issuer=CryptoCloud%20demo&algorithm=SHA1&digits=6&period=30`;
  expect(Buffer.from(data, 'base64').toString()).toContain(`d="${qrPath(qrMatrix(uri))}"`);
});

test('Defguard’s QR code is an inline SVG that names neither issuer nor account', async () => {
  const { page, secret } = await begin('defguard');
  const path = qrPath(qrMatrix(`otpauth://totp/Defguard?secret=${secret}`));
  // Once for the script to put in later, once for browsers without one.
  expect(page.html.split(`d="${path}"`)).toHaveLength(3);
});

test.each(Object.values(providers))('The picture of $name’s own address is read back', async ({ id }) => {
  const { browser, secret } = await begin(id);
  const response = await browser.raw('/2fa/qr.png');
  expect(read(new Uint8Array(await response.arrayBuffer()))).toContain(`secret=${secret}`);
});
