import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLike } from '../../../src/core/site/look-alike.ts';
import { siteOf } from '../../../src/core/site/site.ts';

const host = (name: string): string => siteOf(`https://${name}`)?.host ?? '';

describe('looks like example.com:', () => {
  test.each([
    ['a digit for a letter', 'examp1e.com'],
    ['a letter too many', 'exampple.com'],
    ['a letter too few', 'exmple.com'],
    ['two letters swapped', 'exmaple.com'],
    ['a Cyrillic letter', 'exаmple.com'],
    ['a letter with a mark', 'éxample.com'],
    ['r and n for m', 'exarnple.com'],
    ['the same name under another suffix', 'example.net'],
    ['the brand as a label of another’s name', 'example.com.evil.test'],
    ['the brand as a part of a label', 'example-login.test'],
    ['the brand, misread, as a part of a label', 'login-examp1e.test'],
    ['a letter of another script, spelled in ASCII', 'xn--exmple-4nf.com'],
    ['a Greek letter', 'exαmple.com'],
    ['capital I for l, which a browser makes small', 'exampIe.com'],
    ['a port', 'examp1e.com:8443'],
    ['a dot at its end', 'examp1e.com.'],
  ])('%s', (_, name) => {
    expect(looksLike(host(name), ['example.com'])).toBe('example.com');
  });
});

describe('looks like no bound host:', () => {
  test.each([
    ['the host itself', 'example.com'],
    ['its own subdomain, which is asked about elsewhere', 'accounts.example.com'],
    ['its own port', 'example.com:8443'],
    ['another name', 'wikipedia.org'],
    ['a word that holds it', 'counterexamples.org'],
    ['two letters from it', 'exumplo.com'],
    ['itself with a dot at its end, which is the same owner’s', 'example.com.'],
    ['a name whose suffix is spelled like it', 'wikipedia.example'],
    ['what is no host', '%%%'],
  ])('%s', (_, name) => {
    expect(looksLike(host(name), ['example.com'])).toBeNull();
  });

  test.each([
    ['abd.com', 'abc.com'],
    ['black.com', 'slack.com'],
    ['stream.com', 'steam.com'],
  ])('a short name, of which many honest ones are a letter away: %s is not %s', (seen, bound) => {
    expect(looksLike(seen, [bound])).toBeNull();
  });

  test('a neighbour under a public suffix', () => {
    expect(looksLike('eve.github.io', ['example.github.io'])).toBeNull();
    expect(looksLike('examp1e.github.io', ['example.github.io'])).toBe('example.github.io');
  });

  test('a word that is nobody’s brand', () => {
    expect(looksLike('login.evil.test', ['login.example'])).toBeNull();
  });

  test('an address of a machine', () => {
    expect(looksLike('127.0.0.2', ['127.0.0.1'])).toBeNull();
  });
});

test('of several bound hosts the one that it looks like is named', () => {
  expect(looksLike('paypa1.test', ['example.com', 'www.paypal.com', 'localhost:4600'])).toBe(
    'www.paypal.com',
  );
});

test('any text is asked for without an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.webUrl(), (text, url) => {
      looksLike(text, [new URL(url).host, text, `xn--${text}`]);
      looksLike(new URL(url).host, [text]);
    }),
  );
});
