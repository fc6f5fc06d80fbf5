import { describe, expect, onTestFinished, test } from 'vitest';
import { createAllProviders } from '../../../demo-site/all-providers.ts';
import { loopbackFetch } from '../../../demo-site/control/loopback.ts';
import { shapeById, shapes } from '../../../demo-site/shapes/catalogue.ts';
import { SECRET } from '../../../demo-site/shapes/setup-text.ts';
import { expectations, groups, type Shape } from '../../../demo-site/shapes/shape.ts';
import { bobSecret, cheap, TestSite } from '../support/site.ts';

async function pageOf(site: TestSite, { id }: Pick<Shape, 'id'>) {
  const response = await site.provider.app.request(`http://localhost:4600/shapes/${id}`);
  return { response, html: await response.text() };
}

const watched = (html: string): number => html.match(/<(?:input|div)[^>]*\sdata-watched/gu)?.length ?? 0;

test('Every shape has an id and a title of its own', () => {
  expect(new Set(shapes.map(({ id }) => id)).size).toBe(shapes.length);
  expect(new Set(shapes.map(({ title }) => title)).size).toBe(shapes.length);
  for (const { id } of shapes) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
});

test('Every group and every expectation has its shapes', () => {
  expect(new Set(shapes.map(({ group }) => group))).toEqual(new Set(Object.keys(groups)));
  expect(new Set(shapes.map(({ expectation }) => expectation))).toEqual(new Set(Object.keys(expectations)));
});

describe.each(shapes)('$id', (shape) => {
  test('is served under the zoo’s policy, without a cookie, and loads nothing from elsewhere but what it is about', async () => {
    const { response, html } = await pageOf(await TestSite.start(), shape);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/u);
    expect(response.headers.get('set-cookie')).toBeNull();
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self' 'unsafe-inline';");
    expect(policy).not.toContain('frame-ancestors');
    expect(html).toContain(`<title>${shape.heading}</title>`);
    expect(html).toContain(`data-shape="${shape.id}"`);
    expect(html).toContain(`data-expectation="${shape.expectation}"`);
    expect(html.includes('data-framed')).toBe(shape.framed ?? false);
    expect(html.includes(expectations[shape.expectation])).toBe(!shape.framed);
    const addresses = [...html.matchAll(/\s(?:src|srcset)="([^" ]+)/gu)].map(([, address]) => address ?? '');
    for (const address of addresses)
      expect(address).toMatch(/^(?:\/shapes\/|http:\/\/127\.0\.0\.1:4600\/shapes\/|data:)/u);
  });

  test('has what it names', async () => {
    const site = await TestSite.start();
    const { html } = await pageOf(site, shape);
    const script = /<script type="module" src="([^"]+)">/u.exec(html)?.[1] ?? '';
    expect((await site.provider.app.request(script)).status).toBe(200);
    expect(html).toContain('data-testid="state"');
    const frame = /<iframe[^>]*\ssrc="(?:http:\/\/127\.0\.0\.1:4600)?\/shapes\/([a-z-]+)"/u.exec(html)?.[1];
    if (frame !== undefined) expect(shapeById(frame)?.framed).toBe(true);
    else if (shape.expectation === 'fill' && !html.includes('srcdoc')) expect(watched(html)).toBe(1);
    else if (shape.expectation === 'fill-boxes') expect(watched(html)).toBe(shape.digits ?? 6);
    else if (shape.expectation === 'recovery-field') expect(watched(html)).toBe(1);
    for (const code of shape.codes ?? []) expect(html).toContain(code);
  });
});

test('The pictures that pages refer to are there', async () => {
  const site = await TestSite.start();
  const pages = await Promise.all(shapes.map(async (shape) => (await pageOf(site, shape)).html));
  const pictures = pages.flatMap((html) =>
    [...html.matchAll(/\/shapes\/pictures\/[^" ]+/gu)].map(([path]) => path),
  );
  expect(pictures.length).toBeGreaterThan(3);
  for (const path of pictures) {
    const response = await site.provider.app.request(path);
    const type = path.endsWith('.png') ? 'image/png' : 'image/svg+xml';
    expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, type]);
  }
});

test('The index names every shape that stands by itself, with what is to be done there', async () => {
  const site = await TestSite.start();
  const html = await (await site.provider.app.request('/shapes')).text();
  for (const { id, framed } of shapes) expect(html.includes(`href="/shapes/${id}"`)).toBe(!framed);
  for (const text of Object.values(expectations)) expect(html).toContain(text);
});

const forms = { 'Content-Type': 'application/x-www-form-urlencoded' };

async function check(site: TestSite, fields: [string, string][], path = '/shapes/check'): Promise<string> {
  const body = new URLSearchParams(fields);
  const response = await site.provider.app.request(path, { method: 'POST', headers: forms, body });
  return await response.text();
}

test('A code is right at the site’s time, however it is typed, and may be used again', async () => {
  const site = await TestSite.start();
  const code = site.code(SECRET);
  expect(SECRET).toBe(bobSecret);
  expect(await check(site, [['code', code]])).toBe('right');
  expect(await check(site, [['code', `${code.slice(0, 3)} ${code.slice(3)}`]])).toBe('right');
  expect(
    await check(
      site,
      code.split('').map((digit): [string, string] => ['digit', digit]),
    ),
  ).toBe('right');
  expect(await check(site, [['code', site.wrongCode(SECRET)]])).toBe('wrong');
  expect(await check(site, [['code', '']])).toBe('');
  site.wait(120);
  expect(await check(site, [['code', code]])).toBe('wrong');
});

// RFC 6238, appendix B: the time in seconds and the code of eight digits.
test.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [20_000_000_000, '65353130'],
])('At %i s the code of eight digits is %s', async (seconds, code) => {
  const site = await TestSite.start({ clock: () => seconds * 1000 });
  expect(await check(site, [['code', code]])).toBe('right');
  expect(await check(site, [['code', code.slice(2)]])).toBe('right');
});

test('Without a script a page answers its form with the verdict', async () => {
  const site = await TestSite.start();
  const fields: [string, string][] = [
    ['username', 'alice'],
    ['otp', site.code(SECRET)],
  ];
  expect(await check(site, fields, '/shapes/beside-password')).toContain('data-verdict="right"');
  expect(await check(site, [['otp', '000']], '/shapes/beside-password')).toContain('data-verdict="wrong"');
});

test('What is posted comes back in no page, and too much of it is refused', async () => {
  const site = await TestSite.start();
  expect(await check(site, [['otp', '<script>alert(1)</script>']], '/shapes/declared')).not.toContain(
    'alert',
  );
  const body = new URLSearchParams({ code: '1'.repeat(20_000) });
  const response = await site.provider.app.request('/shapes/check', { method: 'POST', headers: forms, body });
  expect(response.status).toBe(413);
});

test.each([
  '/shapes/nothing-like-it',
  '/shapes/assets/zoo.ts',
  '/shapes/pictures/nobody.png',
  '/shapes/assets/..%2Fzoo.ts',
])('There is no %s', async (path) => {
  const site = await TestSite.start();
  expect((await site.provider.app.request(path)).status).toBe(404);
});

test('A frame of another site finds its page there, where all providers are served at once, too', async () => {
  const all = await createAllProviders({ scrypt: cheap });
  onTestFinished(async () => await all.stop());
  const page = await (
    await loopbackFetch(`http://metal.localhost:${all.port}/shapes/cross-site-frame`, {})
  ).text();
  const frame = /<iframe src="([^"]+)"/u.exec(page)?.[1] ?? '';
  expect(new URL(frame).hostname).toBe('127.0.0.1');
  expect((await loopbackFetch(frame, {})).status).toBe(200);
  expect(await (await loopbackFetch(all.url, {})).text()).toContain('href="/shapes"');
});

test('The zoo’s policy is the zoo’s alone', async () => {
  const site = await TestSite.start();
  const policy = (await site.provider.app.request('/login')).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe-inline');
});
