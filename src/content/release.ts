/** From a gesture to a filled field: redeems the ticket, waits when told to, and writes what it gets. */
import type { FillResult, FromPage } from '../messages/contract.ts';
import type { Client } from '../messages/rpc.ts';
import { isFree, write } from './fill.ts';
import type { Boxes } from './read-field.ts';
import { sleep } from './sleep.ts';

export interface Release {
  readonly ticket: string;
  /** The boxes as they are now; null when the field is gone. */
  readonly find: () => Boxes | null;
  /** There is a fresh code at this time only, in ms since the epoch. */
  readonly onWait: (until: number) => void;
}

/** The code of this period may be spent; that of the next may not be. */
const WAITS = 2;

export function createRelease(
  background: Pick<Client<FromPage>, 'redeem'>,
): (release: Release) => Promise<FillResult> {
  let busy = false;

  async function spend({ ticket, find, onWait }: Release): Promise<FillResult> {
    for (let waits = 0; waits <= WAITS; waits++) {
      // Asked before each code is made: one that no field would take is not to leave the vault.
      const boxes = find();
      if (boxes === null) return 'no-field';
      if (!isFree(boxes)) return 'not-taken';
      const answer = await background.redeem({ ticket });
      if (answer.release === 'none') return answer.because;
      if (answer.release === 'code') return (await write(find, answer.code)) ? 'filled' : 'not-taken';
      ticket = answer.ticket;
      onWait(answer.until);
      await sleep(answer.until - Date.now());
    }
    return 'refused';
  }

  return async (release) => {
    // Two at a time would write two codes into one field.
    if (busy) return 'refused';
    busy = true;
    try {
      return await spend(release);
    } finally {
      busy = false;
    }
  };
}
