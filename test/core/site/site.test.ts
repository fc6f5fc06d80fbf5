import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issuerHost, sameSite, siteOf } from '../../../src/core/site/site.ts';

describe('a site', () => {
  it.each([
    ['https://example.com/path?q#f', 'example.com', 'example.com', true],
    ['https://www.example.co.uk:443/', 'www.example.co.uk', 'example.co.uk', true],
    ['https://EXAMPLE.com:8443/', 'example.com:8443', 'example.com', true],
    ['https://bank.example./', 'bank.example.', 'bank.example', true],
    ['https://bank.example.:8443/', 'bank.example.:8443', 'bank.example', true],
    ['https://bank.example@evil.example/', 'evil.example', 'evil.example', true],
    ['https://user:pass@example.com/', 'example.com', 'example.com', true],
    ['https://bücher.example/', 'xn--bcher-kva.example', 'xn--bcher-kva.example', true],
    ['https://a.github.io/', 'a.github.io', 'a.github.io', true],
    ['https://b.a.github.io/', 'b.a.github.io', 'a.github.io', true],
    ['https://github.io/', 'github.io', null, true],
    ['http://example.com/', 'example.com', 'example.com', false],
    ['http://localhost:4600/', 'localhost:4600', null, true],
    ['http://localhost./', 'localhost.', null, true],
    ['http://cloudmc.localhost:4600/', 'cloudmc.localhost:4600', 'cloudmc.localhost', true],
    ['http://localhost.example.com/', 'localhost.example.com', 'example.com', false],
    ['http://notlocalhost/', 'notlocalhost', null, false],
    ['http://127.0.0.1/', '127.0.0.1', null, true],
    ['http://0x7f.1/', '127.0.0.1', null, true],
    ['http://127.0.0.1.example.com/', '127.0.0.1.example.com', 'example.com', false],
    ['http://[::1]:8080/', '[::1]:8080', null, true],
    ['http://192.168.0.1/', '192.168.0.1', null, false],
    ['https://[2001:db8::1]/', '[2001:db8::1]', null, true],
  ])('of %s is %s of %s', (url, host, registrable, secure) => {
    const scheme = url.slice(0, url.indexOf('//'));
    const origin = `${scheme}//${host}`;
    const binding = secure ? host : origin;
    expect(siteOf(url)).toEqual({ host, origin, registrable, binding, secure });
  });

  it.each([
    'null',
    '',
    'example.com',
    'about:blank',
    'file:///etc/passwd',
    'data:text/html,x',
    'javascript:alert(1)',
    'blob:https://example.com/0',
    'moz-extension://abc/',
    'ftp://example.com/',
    'https://a..example/',
    'https://./',
    'https://ex ample.com/',
  ])('is nothing that %j has', (url) => {
    expect(siteOf(url)).toBeNull();
  });

  it('is the same when it is read again from its origin', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['http', 'https'] }), (url) => {
        const site = siteOf(url);
        if (site !== null) expect(siteOf(site.origin)).toEqual(site);
      }),
    );
  });

  it('is asked for any text without an error', () => {
    const address = fc.string({ unit: 'binary' }).map((text) => `https://${text}`);
    fc.assert(fc.property(fc.oneof(address, fc.string()), (text) => siteOf(text) !== undefined));
  });
});

describe('the host that an issuer names', () => {
  it.each([
    ['https://console.cloud.example/', 'console.cloud.example'],
    ['HTTPS://Console.Cloud.Example', 'console.cloud.example'],
    ['http://cloudmc.localhost:4600/', 'cloudmc.localhost:4600'],
    ['console.cloud.ca', 'console.cloud.ca'],
    ['GitHub.com', 'github.com'],
    ['Bücher.de', 'xn--bcher-kva.de'],
    ['bank.com:8443', 'bank.com:8443'],
    ['cloudmc.localhost:4600', 'cloudmc.localhost:4600'],
    ['ada.github.io', 'ada.github.io'],
    ['127.0.0.1:80', '127.0.0.1:80'],
  ])('%s is %s', (issuer, host) => {
    expect(issuerHost(issuer)).toBe(host);
  });

  it.each([
    '',
    'GitHub',
    'Node.js',
    'St. Paul',
    'v1.0',
    'ada@example.com',
    'Example Inc.',
    'javascript:x.com',
    'https://',
  ])('%j names none', (issuer) => {
    expect(issuerHost(issuer)).toBeNull();
  });
});

describe('two hosts', () => {
  it.each([
    ['login.bank.com', 'bank.com:8443', true],
    ['a.github.io', 'b.github.io', false],
    ['github.io', 'github.io', true],
    ['localhost:1', 'localhost:2', true],
    ['localhost', 'localhost.:2', true],
    ['login.bank.com', 'bank.com.', true],
    ['127.0.0.1', '127.0.0.2', false],
    ['[::1]:1', '[::1]', true],
    ['bank.com', 'bank.co', false],
    ['not a host', 'neither a host', false],
  ])('%s and %s have one owner: %s', (left, right, same) => {
    expect(sameSite(left, right)).toBe(same);
  });
});
