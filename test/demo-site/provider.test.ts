import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { request, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createProvider, demoUsers, type ProviderOptions } from '../../demo-site/provider.ts';
import { Browser } from './support/browser.ts';
import { cheap, enable, isSignedIn, signIn, TestSite } from './support/site.ts';
import { tls } from './support/tls.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'demo-site-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

async function start(options: ProviderOptions = {}) {
  const provider = await createProvider({ scrypt: cheap, ...options });
  onTestFinished(async () => await provider.stop());
  return provider;
}

interface Answer {
  status: number;
  cookies: string[];
  body: string;
}

/** Over a real connection, with whatever Host header is wanted, which fetch doesn't allow. */
function ask(url: string, options: RequestOptions, body = ''): Promise<Answer> {
  const send = url.startsWith('https:') ? httpsRequest : request;
  return new Promise((resolve, reject) => {
    const outgoing = send(url, { ...options, agent: false }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (part: string) => (text += part));
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          cookies: incoming.headers['set-cookie'] ?? [],
          body: text,
        }),
      );
    });
    outgoing.on('error', reject).end(body);
  });
}

async function signInOver(url: string, host: string, origin: string): Promise<Answer> {
  const common = { rejectUnauthorized: false };
  const page = await ask(`${url}/login`, { ...common, headers: { Host: host } });
  const token = /name="form_token" value="([^"]+)"/u.exec(page.body)?.[1] ?? '';
  const cookie = page.cookies[0]?.split(';')[0] ?? '';
  const fields = { username: 'alice', password: demoUsers[0]?.password ?? '', form_token: token };
  const headers = {
    Host: host,
    Origin: origin,
    Cookie: cookie,
    'Content-Type': 'application/x-www-form-urlencoded',
  };
  const body = new URLSearchParams(fields).toString();
  return await ask(`${url}/login`, { ...common, method: 'POST', headers }, body);
}

test('A provider listens on a free port, and is gone when it is stopped', async () => {
  const provider = await createProvider({ scrypt: cheap });
  expect(provider.url).toBe(`http://127.0.0.1:${provider.port}`);
  expect((await ask(provider.url, {})).status).toBe(200);
  await provider.stop();
  await expect(ask(provider.url, {})).rejects.toThrow('ECONNREFUSED');
});

test('It is the site of whatever host name leads to it', async () => {
  const { url, port } = await start();
  const host = `cloudmc.example:${port}`;
  expect((await signInOver(url, host, `http://${host}`)).status).toBe(303);
  expect((await signInOver(url, host, url)).status).toBe(403);
});

test('With a certificate it speaks https, and its cookies are tied to the host', async () => {
  const { url } = await start({ tls });
  expect(url).toMatch(/^https:/u);
  const answer = await signInOver(url, 'cloudmc.example', 'https://cloudmc.example');
  expect(answer.status).toBe(303);
  expect(answer.cookies[0]).toMatch(/^__Host-sid=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/u);
});

test('A taken port is the caller’s to hear of', async () => {
  const { port } = await start();
  await expect(createProvider({ port, scrypt: cheap })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('A data file outlives the process, and its key lies beside it for its owner only', async () => {
  const data = join(folder(), 'demo.db');
  const first = await TestSite.start({ data });
  const { secret } = await enable(first, first.browser());
  await first.provider.stop();
  expect(statSync(`${data}.key`).mode & 0o777).toBe(0o600);
  const second = await TestSite.start({ data });
  second.now = first.now;
  expect((await signIn(second.browser(), 'alice')).path).toBe('/login/2fa');
  expect(isSignedIn(await signIn(second.browser(), 'alice', second.code(secret)))).toBe(true);
});

test('Other users may be given, and the front page and the sign-in page show them', async () => {
  const seed = [
    {
      username: 'dora',
      name: 'Dora',
      email: 'dora@example.com',
      password: 'dora-dora-dora',
      about: 'Alone.',
    },
  ];
  const provider = await start({ seed });
  const browser = new Browser(provider);
  for (const path of ['/', '/login']) {
    const { text } = await browser.get(path);
    expect(text).toContain('dora-dora-dora');
    expect(text).not.toContain('alice');
  }
  expect(isSignedIn(await browser.post('/login', { username: 'dora', password: 'dora-dora-dora' }))).toBe(
    true,
  );
});

test('The issuer is written as the provider writes it: a raw URL, of the host that the page came from', async () => {
  const site = await TestSite.start();
  const { enrolmentUri } = await import('../../demo-site/providers/uri.ts');
  const { cloudmc } = await import('../../demo-site/providers/cloudmc.ts');
  const user = {
    id: 1,
    username: 'alice',
    name: 'Alice',
    email: 'alice@example.com',
    role: 'customer',
  } as const;
  expect(enrolmentUri(cloudmc, user, 'https://cloudmc.example', 'GEZD')).toBe(
    'otpauth://totp/https://cloudmc.example/:alice@example.com?secret=GEZD&issuer=https://cloudmc.example/',
  );
  expect(enrolmentUri({ ...cloudmc, issuer: 'standard' }, user, 'https://cloudmc.example', 'GEZD')).toBe(
    'otpauth://totp/CloudMC%20demo:alice%40example.com?secret=GEZD&issuer=CloudMC%20demo&algorithm=SHA1&digits=6&period=30',
  );
  expect(site.errors).toEqual([]);
});
