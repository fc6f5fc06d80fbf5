import { request } from 'node:http';
import { expect, test } from 'vitest';
import { TOKEN_HEADER } from '../../../demo-site/control/contract.ts';
import { createProvider } from '../../../demo-site/provider.ts';
import { bobSecret, cheap, TestSite } from '../support/site.ts';
import { openDoor } from './support.ts';

const routes = [
  ['GET', '/state'],
  ['GET', '/state/bob'],
  ['GET', '/totp/bob'],
  ['GET', '/clock'],
  ['PUT', '/clock'],
  ['GET', '/outbox'],
  ['GET', '/outbox/1'],
  ['DELETE', '/outbox'],
  ['DELETE', '/outbox/1'],
  ['GET', '/audit'],
  ['POST', '/reset'],
  ['POST', '/users'],
  ['POST', '/sessions/bob'],
  ['DELETE', '/sessions/bob'],
  ['GET', '/cases'],
  ['POST', '/cases/1/verify'],
  ['POST', '/cases/1/approve'],
  ['POST', '/cases/1/reject'],
  ['GET', '/faults'],
  ['POST', '/faults'],
  ['DELETE', '/faults'],
  ['OPTIONS', '/state'],
  ['GET', '/no-such-thing'],
] as const;

test.each(routes)('Without the flag there is no %s /__test%s', async (method, path) => {
  const site = await TestSite.start();
  expect(site.provider.controlToken).toBeNull();
  const headers = { [TOKEN_HEADER]: 'anything' };
  const response = await site.provider.app.request(`/__test${path}`, { method, headers });
  // As any other path that isn't there. What is no GET is refused before, for want of a form's token.
  const elsewhere = await site.provider.app.request('/no-such-page', { method, headers });
  expect(response.status).toBe(elsewhere.status);
  expect(response.status).toBe(['GET', 'OPTIONS'].includes(method) ? 404 : 403);
  expect(await response.text()).not.toContain('bob@');
});

test.each(routes)('%s /__test%s does nothing without the right token', async (method, path) => {
  const { site, token } = await openDoor();
  const before = site.rows('SELECT * FROM users');
  const wrong = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
  for (const headers of [
    {},
    { [TOKEN_HEADER]: '' },
    { [TOKEN_HEADER]: wrong },
    { [TOKEN_HEADER]: `${token}A` },
  ]) {
    const response = await site.provider.app.request(`http://localhost/__test${path}`, { method, headers });
    expect(response.status).toBe(401);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(await response.json()).toEqual({ error: 'X-Demo-Control is missing or wrong' });
  }
  expect(site.rows('SELECT * FROM users')).toEqual(before);
});

test('No page of another origin is let in, not even with the token: no preflight and no answer names it', async () => {
  const { site, token } = await openDoor();
  const origin = 'https://elsewhere.example';
  const asked = { Origin: origin, 'Access-Control-Request-Method': 'GET' };
  const names = { ...asked, 'Access-Control-Request-Headers': TOKEN_HEADER };
  const preflight = await site.provider.app.request('/__test/state', { method: 'OPTIONS', headers: names });
  expect(preflight.ok).toBe(false);
  const answer = await site.provider.app.request('/__test/state', {
    headers: { Origin: origin, [TOKEN_HEADER]: token },
  });
  for (const { headers } of [preflight, answer]) {
    expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  }
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

function statusUnder(port: number, host: string, token: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { Host: host, [TOKEN_HEADER]: token };
    request({ port, host: '127.0.0.1', path: '/__test/state', headers, agent: false }, (incoming) => {
      incoming.resume();
      resolve(incoming.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

test('A name that somebody else’s name server could lead here is refused, with the right token too', async () => {
  const { site, token } = await openDoor();
  const { port } = site.provider;
  const own = [
    `127.0.0.1:${port}`,
    `localhost:${port}`,
    `infura.localhost:${port}`,
    'LOCALHOST',
    `[::1]:${port}`,
  ];
  for (const host of own) expect([host, await statusUnder(port, host, token)]).toEqual([host, 200]);
  const others = [
    `evil.example:${port}`,
    'localhost.evil.example',
    'evillocalhost',
    '127.0.0.1.nip.example',
    '10.0.0.1',
    '0.0.0.0',
    'user@evil.example',
  ];
  for (const host of others) expect([host, await statusUnder(port, host, token)]).not.toEqual([host, 200]);
});

test('A connection from another machine is refused, with the right name and token too', async () => {
  const { site, token } = await openDoor();
  const from = async (remoteAddress: string) => {
    const init = { headers: { [TOKEN_HEADER]: token } };
    const env = { incoming: { socket: { remoteAddress } } };
    return (await site.provider.app.request('http://localhost/__test/clock', init, env)).status;
  };
  expect(await Promise.all(['127.0.0.1', '::1', '::ffff:127.0.0.1'].map(from))).toEqual([200, 200, 200]);
  expect(await Promise.all(['10.0.0.7', '::ffff:10.0.0.7', 'fe80::1'].map(from))).toEqual([403, 403, 403]);
});

test.each(['0.0.0.0', '::', '192.0.2.1', 'demo.example'])('It does not open on %s', async (hostname) => {
  const starting = createProvider({ control: true, hostname, scrypt: cheap });
  await expect(starting).rejects.toMatchObject({ name: 'ControlError' });
});

test('Every site has a token of its own, of 256 bits', async () => {
  const tokens = [(await openDoor()).token, (await openDoor()).token];
  expect(tokens[0]).not.toBe(tokens[1]);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/u);
});

test('No answer holds a secret, a hash or a password that was not asked for by name', async () => {
  const { site, token, door } = await openDoor();
  await door.openSession('alice');
  const stored = site
    .rows<{ password: string }>('SELECT password FROM users')
    .map(({ password }) => password);
  for (const path of [
    '/state',
    '/state/bob',
    '/state?secrets=0',
    '/state?secrets',
    '/audit',
    '/clock',
    '/totp/bob',
  ]) {
    const headers = { [TOKEN_HEADER]: token };
    const text = await (await site.provider.app.request(`/__test${path}`, { headers })).text();
    for (const secret of [bobSecret, '27182818', 'in-the-cloud', '$scrypt$', ...stored]) {
      expect(text).not.toContain(secret);
    }
  }
});
