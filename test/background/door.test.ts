/** The matrix of the threat model: every call, by everybody who can send one. */
import { beforeAll, describe, expect, test } from 'vitest';
import { createDoor } from '../../src/background/door.ts';
import { forPage } from '../../src/background/for-page.ts';
import { forUi } from '../../src/background/for-ui.ts';
import type { Sender } from '../../src/messages/senders.ts';
import { stage } from './stage.ts';

const us = { id: 'countersign', origin: 'chrome-extension://abc' };
const ourPage = `${us.origin}/src/ui/page/page.html`;
const bank = 'https://bank.example';
const evil = 'https://evil.example';
const script = { id: us.id, frameId: 0, documentId: 'doc-1', tab: { id: 4, url: `${bank}/` } };
const inFrame = { ...script, frameId: 2 ** 33 + 5, origin: bank };

interface Who {
  readonly sender: Sender;
  /** What stands around its frame, as the browser has it. */
  readonly around?: readonly string[] | null;
  /** Into what it is let; a page, as whom. */
  readonly to: 'ui' | 'nothing' | { readonly host: string };
}

const everybody: Readonly<Record<string, Who>> = {
  'the popup': { sender: { id: us.id, origin: us.origin }, to: 'ui' },
  'our page in a tab': {
    sender: { id: us.id, origin: us.origin, frameId: 0, tab: { id: 1, url: ourPage } },
    to: 'ui',
  },
  'our page in a frame of a web page': {
    sender: { id: us.id, origin: us.origin, frameId: 7, tab: { id: 1, url: evil } },
    around: [`${evil}/`],
    to: 'nothing',
  },
  'our page in a frame of our own page': {
    sender: { id: us.id, origin: us.origin, frameId: 7, tab: { id: 1, url: ourPage } },
    around: [ourPage],
    to: 'nothing',
  },
  'our page in a tab that went to a web page meanwhile': {
    sender: { id: us.id, origin: us.origin, frameId: 0, tab: { id: 1, url: `${evil}/` } },
    to: 'nothing',
  },
  'a content script of a tab’s own document': {
    sender: { ...script, origin: bank },
    to: { host: 'bank.example' },
  },
  'one in a frame of the same host': {
    sender: inFrame,
    around: [`${bank}/`],
    to: { host: 'bank.example' },
  },
  'one in a frame of another host of the site': {
    sender: inFrame,
    around: ['https://www.bank.example/'],
    to: { host: 'bank.example' },
  },
  'one in a frame of another site': { sender: inFrame, around: [`${evil}/`], to: 'nothing' },
  'one in a frame of another site in the same one': {
    sender: inFrame,
    around: [`${evil}/`, `${bank}/`],
    to: 'nothing',
  },
  'one in a frame of the same site without encryption': {
    sender: inFrame,
    around: ['http://bank.example/'],
    to: 'nothing',
  },
  'one in a frame that is gone by now': { sender: inFrame, around: null, to: 'nothing' },
  'one in a frame that the page wrote itself (srcdoc, about:blank), which has its origin': {
    sender: inFrame,
    around: [`${bank}/`],
    to: { host: 'bank.example' },
  },
  'one in a frame that a stranger wrote, which has the stranger’s origin': {
    sender: { ...inFrame, origin: evil },
    around: [`${evil}/`],
    to: { host: 'evil.example' },
  },
  'one in a sandboxed document': { sender: { ...script, origin: 'null' }, to: 'nothing' },
  'one in a sandboxed frame': {
    sender: { ...inFrame, origin: 'null' },
    around: [`${bank}/`],
    to: 'nothing',
  },
  'one in a document that is being prerendered': {
    sender: { ...script, origin: bank, documentLifecycle: 'prerender' },
    to: 'nothing',
  },
  'one in a document that was left, and lies in the page cache': {
    sender: { ...script, origin: bank, documentLifecycle: 'cached' },
    to: 'nothing',
  },
  'one in a document that is being thrown away': {
    sender: { ...script, origin: bank, documentLifecycle: 'pending_deletion' },
    to: 'nothing',
  },
  'one that no tab is told of': {
    sender: { id: us.id, frameId: 0, origin: bank },
    to: 'nothing',
  },
  'one whose tab has no number': {
    sender: { ...script, origin: bank, tab: { url: `${bank}/` } },
    to: 'nothing',
  },
  'one that no frame is told of': {
    sender: { id: us.id, origin: bank, tab: { id: 4 } },
    to: 'nothing',
  },
  'one whose origin is not told': { sender: script, to: 'nothing' },
  'one on a file': { sender: { ...script, origin: 'file://' }, to: 'nothing' },
  'another extension': { sender: { id: 'other', origin: 'chrome-extension://other' }, to: 'nothing' },
  'another extension that claims our origin': { sender: { id: 'other', origin: us.origin }, to: 'nothing' },
  'another extension’s content script': { sender: { ...script, id: 'other', origin: bank }, to: 'nothing' },
  'a web page itself': { sender: { origin: bank, frameId: 0, tab: { id: 4, url: bank } }, to: 'nothing' },
  nobody: { sender: {}, to: 'nothing' },
};

/** What each message says of its sender; none of it is looked at. */
const claims = {
  id: us.id,
  origin: us.origin,
  url: ourPage,
  sender: { id: us.id, origin: us.origin },
  tab: { id: 1, url: ourPage },
  frameId: 0,
  host: 'bank.example',
};

let calls: Readonly<Record<'from-ui' | 'from-page', readonly string[]>>;

beforeAll(async () => {
  const { desk } = await stage();
  calls = { 'from-ui': Object.keys(forUi(desk)), 'from-page': Object.keys(forPage(desk)) };
});

function doorFor({ around = [] }: Who) {
  return createDoor({
    us: () => us,
    ui: () => Promise.resolve('ui'),
    page: (_, { site: { host } }) => Promise.resolve({ host }),
    framesAround: () => Promise.resolve(around),
  });
}

const refusal = { ok: false, failure: 'not-allowed' };

describe('V29 what a message may ask is decided by who the browser says has sent it', () => {
  test.each(Object.entries(everybody))('%s', async (_, who) => {
    const door = doorFor(who);
    expect(calls['from-ui'].length).toBeGreaterThan(40);
    for (const call of calls['from-ui']) {
      const message = { ...claims, direction: 'from-ui', call, request: claims };
      expect(await door(message, who.sender), call).toEqual(who.to === 'ui' ? 'ui' : refusal);
    }
    for (const call of calls['from-page']) {
      const message = { ...claims, direction: 'from-page', call, request: claims };
      expect(await door(message, who.sender), call).toEqual(typeof who.to === 'string' ? refusal : who.to);
    }
  });

  test('what is no call to the background is left to whoever else listens', () => {
    for (const who of Object.values(everybody)) {
      const door = doorFor(who);
      for (const direction of ['to-ui', 'to-page', 'to-watch', 'constructor', '', null])
        expect(door({ direction, call: 'codes', request: null }, who.sender)).toBeUndefined();
      for (const message of [null, 'codes', 7, [], {}, { call: 'codes' }, { direction: 'from-ui', call: 3 }])
        expect(door(message, who.sender)).toBeUndefined();
    }
  });
});
