// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { Explanation } from '../../src/messages/contract.ts';
import { Popup } from './popup.ts';

const page = (over: Partial<Explanation>): Explanation => ({
  host: 'example.com',
  secure: true,
  accounts: 1,
  read: true,
  fields: [],
  ...over,
});

const open = (explanation: Explanation) =>
  Popup.open({ explanation }, { full: true, start: { view: 'why' } });

it('says of each field what it is taken for and why, in words', async () => {
  const popup = await open(
    page({
      fields: [
        {
          called: 'Code from the message',
          boxes: 6,
          kind: 'boxes',
          channel: 'sms',
          because: ['shape:boxes', 'channel:sms'],
        },
        { called: 'Post code', boxes: 1, kind: 'none', channel: 'unknown', because: ['veto:postal'] },
      ],
    }),
  );
  expect(popup.text).toContain('Code from the message');
  expect(popup.text).toContain('The code comes by text message or call.');
  expect(popup.text).toContain('Nothing is held out at the field');
  expect(popup.text).toContain('It is for a post code.');
});

it('has no word of the page in an attribute', async () => {
  const called = 'a name of the page’s own';
  const popup = await open(
    page({ fields: [{ called, boxes: 1, kind: 'none', channel: 'unknown', because: ['too-little'] }] }),
  );
  expect(popup.text).toContain(called);
  const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes].map(({ value }) => value),
  );
  expect(attributes.filter((value) => value.includes(called))).toEqual([]);
});

it.each([
  ['no account', page({ accounts: 0 }), 'No account is bound to example.com'],
  ['an open connection', page({ secure: false }), 'a connection that others can write to'],
  ['no field', page({}), 'No field was found on example.com'],
  ['a page that does not answer', page({ read: false }), 'example.com can’t be read'],
  ['no page', page({ host: null }), 'There is no web page to look at'],
])('says why nothing is offered: %s', async (_, explanation, text) => {
  expect((await open(explanation)).text).toContain(text);
});
