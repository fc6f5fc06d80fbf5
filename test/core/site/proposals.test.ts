import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { domainsOf, knownIssuers } from '../../../src/core/site/issuers.ts';
import { proposalsFor } from '../../../src/core/site/proposals.ts';
import { siteOf, type Site } from '../../../src/core/site/site.ts';

function site(url: string): Site {
  const found = siteOf(url.includes('://') ? url : `https://${url}`);
  if (found === null) throw new Error(`${url} is no site`);
  return found;
}

const boundTo = (...hosts: string[]) => ({ id: 'a', issuer: 'Some', hosts });
const unbound = (issuer: string) => ({ id: 'a', issuer, hosts: [] });

describe('an account of another host of the same owner is proposed, with that host', () => {
  test.each([
    ['a host above', 'example.com', 'login.example.com'],
    ['a host beside', 'login.example.com', 'app.example.com'],
    ['a host below', 'login.example.com', 'example.com'],
    ['another port', 'example.com', 'example.com:8443'],
    ['a dot at its end', 'example.com', 'example.com.'],
    ['a name in another script', 'xn--bcher-kva.example', 'shop.bücher.example'],
    ['below a suffix of two parts', 'a.example.co.uk', 'b.example.co.uk'],
    ['below a name of its own under a private suffix', 'example.github.io', 'www.example.github.io'],
    ['another port of this machine', 'localhost:3000', 'http://localhost:4000'],
  ])('%s', (_, kept, host) => {
    expect(proposalsFor(site(host), [boundTo('far.test', kept)])).toEqual([{ account: 'a', kept }]);
  });
});

describe('nothing is proposed on', () => {
  test.each([
    ['a host that it is bound to', 'example.com', 'example.com'],
    ['a sibling under a private suffix, which is a stranger’s', 'alice.github.io', 'bob.github.io'],
    ['the private suffix itself', 'alice.github.io', 'github.io'],
    ['a sibling under a suffix of two parts', 'example.co.uk', 'evil.co.uk'],
    ['a sibling under a suffix of the cloud', 'a.s3.amazonaws.com', 'b.s3.amazonaws.com'],
    ['the same name under another suffix', 'example.com', 'example.net'],
    ['a host that has its name as a part', 'example.com', 'example.com.evil.test'],
    ['a look-alike', 'example.com', 'examp1e.com'],
    ['another machine of a network', '192.168.0.1', '192.168.0.2'],
    ['a host that came without encryption', 'example.com', 'http://login.example.com'],
    ['a host that only one without encryption is kept of', 'http://example.com', 'login.example.com'],
  ])('%s', (_, kept, host) => {
    expect(proposalsFor(site(host), [boundTo(kept)])).toEqual([]);
  });

  test('a host that another account is bound to', () => {
    const both = [boundTo('example.com'), { id: 'b', issuer: 'Other', hosts: ['login.example.com'] }];
    expect(proposalsFor(site('login.example.com'), both)).toEqual([]);
  });
});

describe('an account that is bound to nothing is proposed where its issuer is at home', () => {
  test.each([
    ['GitHub', 'github.com'],
    ['github', 'gist.github.com'],
    ['Git-Hub', 'github.com'],
    ['GitHub', 'github.com:8443'],
    ['Microsoft', 'login.microsoftonline.com'],
    ['Amazon Web Services', 'eu-central-1.signin.aws.amazon.com'],
    // It says itself where.
    ['cloud.example.org', 'login.example.org'],
    ['https://cloud.example.org/', 'cloud.example.org'],
  ])('%s on %s', (issuer, host) => {
    expect(proposalsFor(site(host), [unbound(issuer)])).toEqual([{ account: 'a', kept: null }]);
  });

  test.each([
    ['one that is bound somewhere', { ...unbound('GitHub'), hosts: ['far.test'] }, 'github.com'],
    ['another issuer', unbound('GitLab'), 'github.com'],
    ['one that nobody knows', unbound('Some'), 'some.com'],
    ['none', unbound(''), 'github.com'],
    ['the name under another suffix', unbound('GitHub'), 'github.net'],
    ['the name as a label', unbound('GitHub'), 'github.com.evil.test'],
    ['pages of its users', unbound('GitHub'), 'eve.github.io'],
    ['a look-alike', unbound('GitHub'), 'githob.com'],
    ['what came without encryption', unbound('GitHub'), 'http://github.com'],
    ['what every object has', unbound('constructor'), 'github.com'],
  ])('but not: %s', (_, account, host) => {
    expect(proposalsFor(site(host), [account])).toEqual([]);
  });
});

test('those of the same owner come first', () => {
  const accounts = [unbound('GitHub'), { id: 'b', issuer: 'Some', hosts: ['gist.github.com'] }];
  expect(proposalsFor(site('github.com'), accounts).map(({ account }) => account)).toEqual(['b', 'a']);
});

test('whatever the hosts and issuers, each is proposed once at most, and never to a host of another owner', () => {
  const label = fc.constantFrom('', 'a.', 'b.', 'login.a.', 'a.b.');
  const owner = fc.constantFrom(
    'example.com',
    'example.co.uk',
    'co.uk',
    'github.io',
    'github.com',
    '[::1]',
    'localhost',
  );
  const end = fc.constantFrom('', '.', ':8443');
  const host = fc
    .tuple(label, owner, end)
    .map((parts) => parts.join(''))
    .filter((text) => siteOf(`https://${text}`) !== null);
  const issuer = fc.oneof(host, fc.constantFrom('GitHub', '', 'Some'));
  const some = fc.record({ issuer, hosts: fc.array(host, { maxLength: 3 }) });
  fc.assert(
    fc.property(host, fc.array(some, { maxLength: 4 }), (at, accounts) => {
      const all = accounts.map((account, index) => ({ ...account, id: String(index) }));
      const proposed = proposalsFor(site(at), all);
      expect(new Set(proposed.map(({ account }) => account)).size).toBe(proposed.length);
      expect(proposed.filter(({ kept }) => kept !== null && ownerOf(kept) !== ownerOf(at))).toEqual([]);
    }),
  );
});

/** As the list of suffixes has it; where that has none, the machine. */
function ownerOf(host: string): string {
  return site(host).registrable ?? new URL(`https://${host}`).hostname.replace(/\.$/, '');
}

describe('the table of issuers', () => {
  test('names registrable domains alone: no suffix, nothing that a stranger may have a host of its own under', () => {
    const domains = [...knownIssuers().values()].flat();
    expect(domains.filter((domain) => site(domain).registrable !== domain)).toEqual([]);
  });

  test('is large, and answers to each name in it', () => {
    expect(knownIssuers().size).toBeGreaterThan(150);
    for (const [name, domains] of knownIssuers()) expect([name, domainsOf(name)]).toEqual([name, domains]);
  });
});
