/**
 * Calls over the browser's messages: who is called, which function, one JSON value; and back a `Reply`.
 *
 * What crosses is data only. No stack, no message text and no secret is ever put into a failure.
 */
import type { Failure, FromPage, FromUi, Reply, ToPage, ToUi, ToWatch } from './contract.ts';

/** The directions, each by the name that its messages carry. */
export interface Directions {
  'from-ui': FromUi;
  'from-page': FromPage;
  'to-ui': ToUi;
  'to-page': ToPage;
  'to-watch': ToWatch;
}

export type Direction = keyof Directions;

export interface Envelope {
  readonly direction: Direction;
  readonly call: string;
  readonly request: unknown;
}

type Request<F> = F extends (request: infer R) => unknown ? R : never;
type Answer<F> = F extends (...request: never[]) => infer A ? A : never;

/** The caller's end of a direction. */
export type Client<S> = {
  readonly [K in keyof S]: Request<S[K]> extends never
    ? () => Promise<Answer<S[K]>>
    : unknown extends Request<S[K]>
      ? () => Promise<Answer<S[K]>>
      : (request: Request<S[K]>) => Promise<Answer<S[K]>>;
};

/** The callee's end: a missing handler is a compile error. `from` is what the browser says of the caller. */
export type Handlers<S, From> = {
  readonly [K in keyof S]: (request: Request<S[K]>, from: From) => Promise<Answer<S[K]>> | Answer<S[K]>;
};

/** What a call throws at the caller when it was not answered. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure);
    this.failure = failure;
  }
}

export function isEnvelope(message: unknown): message is Envelope {
  return (
    typeof message === 'object' &&
    message !== null &&
    'direction' in message &&
    'call' in message &&
    typeof message.call === 'string'
  );
}

function isReply(reply: unknown): reply is Reply<unknown> {
  return typeof reply === 'object' && reply !== null && 'ok' in reply;
}

/** Makes the caller's end. `send` is how a message gets to the other side and its answer back. */
export function client<D extends Direction>(
  direction: D,
  send: (envelope: Envelope) => Promise<unknown>,
): Client<Directions[D]> {
  const call = async (name: string, request: unknown): Promise<unknown> => {
    const reply = await send({ direction, call: name, request: request ?? null });
    if (!isReply(reply)) throw new CallFailed('internal');
    if (!reply.ok) throw new CallFailed(reply.failure);
    return reply.value;
  };
  return new Proxy({} as Client<Directions[D]>, {
    get: (_, name) => (request: unknown) => call(String(name), request),
  });
}

/**
 * Makes the callee's end: envelope in, reply out, never a throw. `failureOf` finds the word for an error; what
 * it has no word for is `internal`, and `report` hears of it.
 */
export function server<S, From>(
  handlers: Handlers<S, From>,
  failureOf: (error: unknown) => Failure | null,
  report: (error: unknown) => void,
): (envelope: Envelope, from: From) => Promise<Reply<unknown>> {
  // A Map, for an object would also answer to `constructor` and whatever else Object.prototype holds.
  const byName = new Map(Object.entries(handlers) as [string, (request: unknown, from: From) => unknown][]);
  return async ({ call, request }, from) => {
    const handler = byName.get(call);
    if (handler === undefined) return { ok: false, failure: 'not-allowed' };
    try {
      return { ok: true, value: await handler(request, from) };
    } catch (error) {
      const failure = failureOf(error);
      if (failure === null) report(error);
      return { ok: false, failure: failure ?? 'internal' };
    }
  };
}
