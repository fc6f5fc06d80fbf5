import { globSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OtpParameters } from '../../src/core/account.ts';
import messages from '../../src/locales/en/messages.json' with { type: 'json' };
import { describe as inWords, grouped, usual } from '../../src/ui/state/parameters.ts';
import { subtitleOf, titleOf } from '../../src/ui/state/names.ts';
import { indexOf, search } from '../../src/ui/state/search.ts';
import { accountOf } from './fake-background.ts';
import './popup.ts';

describe('a code in groups', () => {
  it.each([
    ['12345', '12345'],
    ['123456', '123 456'],
    ['1234567', '123 4567'],
    ['12345678', '1234 5678'],
    ['123456789', '123 456 789'],
    ['1234567890', '12345 67890'],
  ])('%s is written %s', (code, written) => {
    expect(grouped(code)).toBe(written);
  });
});

describe('parameters in words', () => {
  it('are none when they are as usual', () => {
    expect(inWords(usual, false)).toEqual([]);
    expect(inWords(usual, true)).toEqual(['Time-based', '6 digits', 'every 30 seconds', 'SHA-1']);
  });

  it('never speak of the period of a counter', () => {
    const counter: OtpParameters = { kind: 'hotp', algorithm: 'SHA1', digits: 6, period: 45 };
    expect(inWords(counter, false)).toEqual(['Counter-based']);
  });
});

describe('the search', () => {
  const accounts = [
    accountOf('Österreichische Bank', { name: 'ada', hosts: ['login.bank.example'] }),
    accountOf('GitHub', { name: 'Ada' }),
  ];
  const found = (query: string) => search(indexOf(accounts), query).others.map(({ issuer }) => issuer);

  it.each([
    ['', ['GitHub', 'Österreichische Bank']],
    ['oster', ['Österreichische Bank']],
    ['ADA git', ['GitHub']],
    ['bank.example', ['Österreichische Bank']],
    ['nobody', []],
  ])('for %j finds %j', (query, issuers) => {
    expect(found(query)).toEqual(issuers);
  });

  it('finds every account by its own name, whatever that is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        const account = accountOf('Some', { name });
        expect(search(indexOf([account]), name).others).toEqual([account]);
      }),
    );
  });
});

describe('an account', () => {
  it('goes by the host of an issuer that is a URL', () => {
    expect(titleOf({ issuer: 'https://cloud.example:8443/', name: 'ada' })).toBe('cloud.example:8443');
  });

  it('shows no sign that turns the writing around', () => {
    const named = { issuer: 'a\u202Eb', name: 'c\u2066' };
    expect([titleOf(named), subtitleOf(named)]).toEqual(['a\uFFFDb', 'c\uFFFD']);
  });
});

const places = (message: string) => [...new Set(message.match(/\$\d/g))].toSorted().join();

describe('the English texts', () => {
  const texts = Object.entries(messages).map(([key, { message }]) => [key, message] as const);

  it('all say something', () => {
    expect(texts.filter(([, message]) => message.trim() === '')).toEqual([]);
  });

  it('have a plural for each singular, with the same places in it', () => {
    const all = new Map(texts);
    for (const [key, message] of texts.filter(([key]) => key.endsWith('_one'))) {
      const other = all.get(key.replace(/_one$/, '_other'));
      expect([key, other && places(other)]).toEqual([key, places(message)]);
    }
  });

  it('are all shown somewhere', () => {
    const files = [...globSync('src/**/*.{ts,tsx}'), 'manifest.json', 'vite.config.ts'];
    const source = files.map((file) => readFileSync(file, 'utf8')).join('\n');
    const isNamed = (key: string) =>
      source.includes(`'${key}'`) || source.includes(`"${key}"`) || source.includes(`__MSG_${key}__`);
    const unused = texts.filter(([key]) => !isNamed(key) && !isNamed(key.replace(/_(one|other)$/, '')));
    expect(unused).toEqual([]);
  });
});
