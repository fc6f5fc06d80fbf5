import { request } from 'node:http';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createAllProviders, type AllOptions, type AllProviders } from '../../demo-site/all-providers.ts';
import { providers } from '../../demo-site/provider.ts';
import { cheap } from './support/site.ts';

async function start(options: AllOptions = {}): Promise<AllProviders> {
  const all = await createAllProviders({ scrypt: cheap, ...options });
  onTestFinished(async () => await all.stop());
  return all;
}

interface Answer {
  status: number;
  cookies: string[];
  body: string;
}

/** As a browser asks that was sent to a name which leads here. */
function ask(port: number, host: string, path = '/', more: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { Host: `${host}:${port}`, ...more };
    const outgoing = request({ host: '127.0.0.1', port, path, headers, agent: false }, (incoming) => {
      let body = '';
      incoming.setEncoding('utf8').on('data', (part: string) => (body += part));
      const cookies = incoming.headers['set-cookie'] ?? [];
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, cookies, body }));
    });
    outgoing.on('error', reject).end();
  });
}

test('Each provider answers under its own name, and every other name leads to the list of them', async () => {
  const { port } = await start();
  for (const { id, name } of Object.values(providers)) {
    expect((await ask(port, `${id}.localhost`)).body).toContain(`Welcome · ${name}`);
    expect((await ask(port, `${id}.example`)).body).toContain(`Welcome · ${name}`);
  }
  for (const host of ['localhost', '127.0.0.1', 'evil.example', 'metal']) {
    const { status, body } = await ask(port, host);
    expect(status).toBe(200);
    if (host !== 'metal') expect(body).toContain('Demo providers');
  }
});

test('The list has every provider’s address and everybody who can sign in there', async () => {
  const { port, sites, url } = await start();
  expect(url).toBe(`http://localhost:${port}`);
  const { body } = await ask(port, 'localhost');
  for (const { url: address, profile, users } of sites) {
    expect(address).toBe(`http://${profile.id}.localhost:${port}`);
    expect(body).toContain(`href="${address}/login"`);
    for (const { username, password } of users) {
      expect(body).toContain(`<code>${username}</code>`);
      expect(body).toContain(`<code>${password}</code>`);
    }
  }
  expect((await ask(port, 'localhost', '/console')).status).toBe(404);
});

test('What happens at one provider is nothing to another: accounts, cookies and mails are its own', async () => {
  const { port, sites } = await start();
  expect(new Set(sites.map(({ engine }) => engine.store)).size).toBe(sites.length);
  const { cookies } = await ask(port, 'metal.localhost', '/login');
  // Without a Domain it goes back to this name alone.
  expect(cookies[0]).not.toMatch(/domain/iu);
});

test('With a data file, each provider has one of its own beside it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-site-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  await start({ data: join(folder, 'demo.db') });
  for (const id of Object.keys(providers)) {
    expect(existsSync(join(folder, `demo.db.${id}`))).toBe(true);
    expect(existsSync(join(folder, `demo.db.${id}.key`))).toBe(true);
  }
});

test('One token opens all testing doors, and there is none on the list’s own host', async () => {
  const { controlToken, port } = await start({ control: true });
  const headers = { 'X-Demo-Control': controlToken ?? '' };
  const state = async (host: string): Promise<Answer> => await ask(port, host, '/__test/state', headers);
  for (const id of Object.keys(providers)) {
    expect(JSON.parse((await state(`${id}.localhost`)).body)).toMatchObject({ profile: id });
  }
  expect((await state('localhost')).status).toBe(404);
});

test('Stopped, it is gone, and stopping it again does nothing', async () => {
  const all = await start();
  await all.stop();
  await all.stop();
  await expect(ask(all.port, 'localhost')).rejects.toThrow('ECONNREFUSED');
});
