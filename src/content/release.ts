/** From a gesture to a filled field: redeems the ticket, waits when told to, and writes what it gets. */
import type { FillResult, FromPage, Release as Answer } from '../messages/contract.ts';
import type { Client } from '../messages/rpc.ts';
import { isInput } from './entry.ts';
import { isFree, write } from './fill.ts';
import type { Boxes } from './read-field.ts';
import { sleep } from './sleep.ts';
import { submit, watchSubmit } from './submit.ts';

export interface Release {
  readonly ticket: string;
  /** The boxes as they are now; null when the field is gone. */
  readonly find: () => Boxes | null;
  /** There is a fresh code at this time only, in ms since the epoch. */
  readonly onWait: (until: number) => void;
  /** A code that was made did not stay in the field; it is told before the result is. */
  readonly onUntaken?: (given: Given) => void;
}

/** What somebody who waits for it may want to hear. */
export type Hooks = Pick<Release, 'onWait' | 'onUntaken'>;

export type Given = Extract<Answer, { release: 'code' }>;

async function deliver({ find, onUntaken }: Release, given: Given): Promise<FillResult> {
  const { code, append, submit: send } = given;
  const boxes = find();
  // A password that was not typed yet would be missing from what is sent, and the site count a failed sign-in.
  const isWhole = !append || boxes === null || !isEmptyPassword(boxes);
  const sending = send && isWhole ? watchSubmit(find) : null;
  const took = await write(find, code, append);
  if (!took) {
    sending?.end();
    onUntaken?.(given);
    return 'not-taken';
  }
  if (sending !== null && !(await sending.isSent(code))) await submit(find, code);
  return 'filled';
}

function isEmptyPassword([field]: Boxes): boolean {
  return isInput(field) && field.type === 'password' && field.value === '';
}

/** The code of this period may be spent; that of the next may not be. */
const WAITS = 2;

export function createRelease(
  background: Pick<Client<FromPage>, 'redeem'>,
): (release: Release) => Promise<FillResult> {
  let busy = false;

  async function spend(release: Release): Promise<FillResult> {
    const { find, onWait } = release;
    let { ticket } = release;
    for (let waits = 0; waits <= WAITS; waits++) {
      // Looked at before each code is made: one that no field would take is not to leave the vault.
      const boxes = find();
      if (boxes === null) return 'no-field';
      const answer = await background.redeem({ ticket, occupied: !isFree(boxes) });
      if (answer.release === 'none') return answer.because;
      if (answer.release === 'code') return deliver(release, answer);
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
