import { describe, expect, test } from 'vitest';
import { isOurPage, pageOf, type Sender } from '../../src/messages/senders.ts';

const us = { id: 'countersign', origin: 'chrome-extension://abc' };
const ourUrl = `${us.origin}/src/ui/popup/popup.html`;

/** The matrix of the threat model: who speaks, and whether it is one of our own pages. */
const uiSenders: readonly [string, Sender, boolean][] = [
  ['the popup, which has no tab', { id: us.id, origin: us.origin }, true],
  ['our page in a tab', { id: us.id, origin: us.origin, frameId: 0, tab: { id: 1, url: ourUrl } }, true],
  [
    'our page in a frame of a hostile page',
    { id: us.id, origin: us.origin, frameId: 7, tab: { id: 1, url: 'https://evil.example/' } },
    false,
  ],
  [
    'our page in a frame of our own page',
    { id: us.id, origin: us.origin, frameId: 7, tab: { id: 1, url: ourUrl } },
    false,
  ],
  [
    'a tab whose address only starts like ours',
    { id: us.id, origin: us.origin, frameId: 0, tab: { id: 1, url: `${us.origin}.evil.example/` } },
    false,
  ],
  ['another extension', { id: 'other', origin: 'chrome-extension://other' }, false],
  ['another extension that claims our origin', { id: 'other', origin: us.origin }, false],
  ['a content script', { id: us.id, origin: 'https://a.example', frameId: 0, tab: { id: 1 } }, false],
  ['a sender without an origin', { id: us.id }, false],
];

describe('isOurPage', () => {
  test.each(uiSenders)('%s', (_, sender, expected) => {
    expect(isOurPage(sender, us)).toBe(expected);
  });
});

const top = { id: us.id, frameId: 0, tab: { id: 4 } };

const pageSenders: readonly [string, Sender, string | null][] = [
  ['the top document', { ...top, origin: 'https://a.example' }, 'a.example'],
  ['the top document on a port', { ...top, origin: 'http://localhost:4600' }, 'localhost:4600'],
  ['a sandboxed document', { ...top, origin: 'null' }, null],
  ['a prerendered document', { ...top, origin: 'https://a.example', documentLifecycle: 'prerender' }, null],
  ['a file', { ...top, origin: 'file://' }, null],
  ['a page of ours', { ...top, origin: us.origin }, null],
  ['another extension', { ...top, id: 'other', origin: 'https://a.example' }, null],
  ['no tab', { id: us.id, frameId: 0, origin: 'https://a.example' }, null],
  ['no origin', top, null],
];

describe('pageOf', () => {
  test.each(pageSenders)('%s', (_, sender, host) => {
    expect(pageOf(sender, us, [])?.site.host ?? null).toBe(host);
  });

  test('an address in the message’s url is never looked at', () => {
    const sender = { ...top, origin: 'null', url: 'https://a.example/' };
    expect(pageOf(sender, us, [])).toBeNull();
  });

  const around: readonly [string, readonly string[] | null, boolean][] = [
    ['its own host', ['https://a.example/sign-in'], true],
    ['hosts of the same site', ['https://accounts.a.example/x', 'https://a.example/'], true],
    ['another site', ['https://evil.example/'], false],
    ['another site, inside of its own', ['https://evil.example/', 'https://a.example/'], false],
    ['its own site, inside of another', ['https://a.example/', 'https://evil.example/'], false],
    ['a document without an address', ['about:blank'], false],
    ['its own site over http', ['http://a.example/'], false],
    ['a name that only ends like its own', ['https://nota.example/'], false],
    ['what the browser does not tell', null, false],
    ['nothing, which is no frame', [], false],
  ];

  // Firefox gives frames numbers that do not fit 32 bits.
  test.each(around)('a frame that stands in %s', (_, urls, expected) => {
    for (const frameId of [3, 2 ** 33]) {
      const sender = { ...top, frameId, origin: 'https://a.example' };
      expect(pageOf(sender, us, urls)?.frame ?? null).toBe(expected ? frameId : null);
    }
  });

  test('a sandboxed frame is nobody, whatever it stands in', () => {
    expect(pageOf({ ...top, frameId: 3, origin: 'null' }, us, ['https://a.example/'])).toBeNull();
  });
});
