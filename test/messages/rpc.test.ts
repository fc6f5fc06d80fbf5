import { describe, expect, test } from 'vitest';
import type { FromUi, ToUi } from '../../src/messages/contract.ts';
import {
  CallFailed,
  client,
  isEnvelope,
  server,
  type Envelope,
  type Handlers,
} from '../../src/messages/rpc.ts';

type Two = Pick<FromUi, 'state' | 'unlock'>;
const handlers: Handlers<Two, string> = {
  state: () => 'open',
  unlock: (key, from) => ('password' in key && key.password === from ? 'open' : 'wrong'),
};

class Known extends Error {}
const reported: unknown[] = [];
const serve = (table: Handlers<Two, string>) =>
  server(
    table,
    (error) => (error instanceof Known ? 'damaged' : null),
    (error) => reported.push(error),
  );

/** Client and server with nothing but JSON between them, as in the browser. */
function linked(table: Handlers<Two, string>, from: string) {
  const answer = serve(table);
  return client('from-ui', async (envelope) =>
    JSON.parse(JSON.stringify(await answer(JSON.parse(JSON.stringify(envelope)) as Envelope, from))),
  );
}

describe('a call', () => {
  test('carries its request there and its answer back, with the sender that the browser names', async () => {
    const ui = linked(handlers, 'alice');
    expect(await ui.unlock({ password: 'alice' })).toBe('open');
    expect(await ui.unlock({ password: 'bob' })).toBe('wrong');
    expect(await ui.state()).toBe('open');
  });

  test('that nobody handles is not allowed, and neither is a name of Object.prototype', async () => {
    const answer = serve(handlers);
    for (const call of ['lock', 'constructor', '__proto__', 'hasOwnProperty', 'toString']) {
      expect(await answer({ direction: 'from-ui', call, request: null }, 'x')).toEqual({
        ok: false,
        failure: 'not-allowed',
      });
    }
  });

  test('fails with the word for a known error, and tells nothing of it', async () => {
    const failing = { ...handlers, state: () => Promise.reject(new Known('the secret is JBSWY3DP')) };
    await expect(linked(failing, 'x').state()).rejects.toEqual(new CallFailed('damaged'));
    const reply = await serve(failing)({ direction: 'from-ui', call: 'state', request: null }, 'x');
    expect(JSON.stringify(reply)).not.toContain('JBSWY3DP');
  });

  test('fails as internal for any other error, which is reported', async () => {
    const failing: Handlers<Two, string> = {
      ...handlers,
      state: () => {
        throw new TypeError('oh');
      },
    };
    await expect(linked(failing, 'x').state()).rejects.toMatchObject({ failure: 'internal' });
    expect(reported.at(-1)).toBeInstanceOf(TypeError);
  });

  test('answered by something that is no reply is a failure', async () => {
    const ui = client('to-ui', () => Promise.resolve(undefined)) satisfies { [K in keyof ToUi]: unknown };
    await expect(ui.changed()).rejects.toBeInstanceOf(CallFailed);
  });
});

test('only an object with a direction and a call is an envelope', () => {
  expect(isEnvelope({ direction: 'from-ui', call: 'state', request: null })).toBe(true);
  for (const other of [null, 'call', {}, { call: 'state' }, { direction: 'from-ui', call: 3 }]) {
    expect(isEnvelope(other)).toBe(false);
  }
});
