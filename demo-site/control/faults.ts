import { setTimeout } from 'node:timers/promises';
import { createMiddleware } from 'hono/factory';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { SiteEnv } from '../routes/site.ts';
import type { Fault } from './contract.ts';

/** What is to go wrong, and how often still. */
export class Faults {
  #waiting: Fault[] = [];

  get list(): readonly Fault[] {
    return this.#waiting;
  }

  add(fault: Fault): void {
    this.#waiting.push({ ...fault });
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The oldest fault of this route, which then has one time less. */
  take(route: string): Fault | null {
    const fault = this.#waiting.find((waiting) => waiting.route === route);
    if (!fault) return null;
    fault.times -= 1;
    this.#waiting = this.#waiting.filter(({ times }) => times > 0);
    return fault;
  }
}

export function faultsOf(faults: Faults) {
  return createMiddleware<SiteEnv>(async function befall(c, next) {
    const fault = faults.take(`${c.req.method} ${c.req.path}`);
    if (!fault) return await next();
    if ('status' in fault) return c.text('A fault that was asked for.', fault.status as ContentfulStatusCode);
    // Unreferenced: a site that is stopped meanwhile does not wait for it.
    if ('delayMs' in fault) await setTimeout(fault.delayMs, undefined, { ref: false });
    await next();
    // Everything is written by now. The visitor can't know that: the connection breaks before the first byte of the answer.
    if ('dropAfterCommit' in fault) c.env.incoming?.socket.destroy?.();
  });
}
