import { randomBytes } from 'node:crypto';
import type { Clock } from '../engine/engine.ts';
import { makeToken } from '../engine/token.ts';
import { ControlledClock } from './clock.ts';
import { Faults } from './faults.ts';

/** What the testing door moves. Nothing of it exists in a site that was started without the door. */
export interface Control {
  /** For the header of every request. */
  token: string;
  clock: ControlledClock;
  faults: Faults;
}

/** The door was asked for where others could come to it. */
export class ControlError extends Error {
  override name = 'ControlError';
}

/**
 * @param hostname where the site listens: a loopback address, or the whole network would stand before the door
 * @param clock the one that the door's clock starts as
 */
export function createControl(hostname: string, clock: Clock): Control {
  if (!/^(?:localhost|127\.0\.0\.1|::1)$/u.test(hostname)) {
    throw new ControlError(`the testing door opens on a loopback address only, and not on ${hostname}`);
  }
  // Not the site's own randomness, which a test may have made predictable.
  return { token: makeToken(randomBytes), clock: new ControlledClock(clock), faults: new Faults() };
}
