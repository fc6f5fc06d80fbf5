/**
 * A customer of a provider who has Countersign, and does what customers do: the stories are told in these words. What the
 * page is made to do is the provider's page object's, all the rest is the installed extension.
 */
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { inPopup } from '../life.ts';
import type { Popup } from '../pages/popup.ts';
import type { ProviderSite } from '../pages/provider-site.ts';
import type { Seat } from '../stage.ts';
import { until } from '../until.ts';

export const PENDING = 'Waiting for the site to accept a code';

export class Customer<Site extends ProviderSite = ProviderSite> {
  readonly seat: Seat;
  readonly site: Site;
  readonly username: string;
  /** What happens between any two steps. */
  readonly #between: () => Promise<void>;

  constructor(seat: Seat, site: Site, username = 'alice', between: () => Promise<void> = nothing) {
    this.seat = seat;
    this.site = site;
    this.username = username;
    this.#between = between;
  }

  async looks(act: (popup: Popup) => Promise<void>): Promise<void> {
    await this.#between();
    await inPopup(this.seat, act);
    await this.#between();
  }

  async makesVault(): Promise<void> {
    await this.looks((popup) => popup.createVault());
  }

  /** After a start of the browser; on a page of the provider, whose account is to be seen. */
  async opensVault(act: (popup: Popup) => Promise<void>): Promise<void> {
    await this.site.visit();
    await this.looks(async (popup) => {
      await popup.unlock();
      await act(popup);
    });
  }

  /** Up to the account that waits for the provider; `again` for one that is kept already, and gets another secret. */
  async beginsSetUp(again: 'first' | 'again' = 'first'): Promise<void> {
    await this.site.startEnabling(this.username);
    await this.looks(async (popup) => {
      await (again === 'first' ? popup.keepFound() : popup.keepNewSecret());
      await popup.sees(PENDING);
    });
  }

  /** With the code that the chip fills. */
  async confirmsSetUp(): Promise<void> {
    await this.#answers(() => this.site.confirmEnabling());
  }

  /**
   * The same where no codes are shown that would tell that the code was right: then that the form was sent has to be heard of,
   * and a page of Firefox that goes does not wait until the background has been woken for it.
   */
  async confirmsSetUpAtOnce(): Promise<void> {
    await this.seat.chip.fills(this.site.codeField);
    await this.site.confirmEnabling();
  }

  /** The codes that stand there now, all of them, and the account is no longer pending. */
  async keepsCodes(count: number): Promise<readonly string[]> {
    const codes = await this.site.backupCodes();
    expect(codes).toHaveLength(count);
    await this.looks(async (popup) => {
      await until('the popup shows the codes of the page', async () =>
        isDeepStrictEqual(await popup.foundCodes(), codes),
      );
      await popup.keepRecoveryCodes();
      await popup.sees(`${count} of ${count}`);
      await popup.seesNo(PENDING);
    });
    await this.site.doneWithCodes();
    return codes;
  }

  async signsInWithCode(): Promise<void> {
    await this.site.signIn(this.username);
    await this.site.seesPrompt();
    await this.#between();
    await this.#answers(() => this.site.submitCode());
    await this.site.isSignedIn();
  }

  /** Where nobody there knows whether a code of this half minute was used before: it is refused then, and the next one taken. */
  async signsInPatiently(): Promise<void> {
    await this.site.signIn(this.username);
    await this.#answers(() => this.site.submitCode());
    if (await this.site.hasRefused()) await this.#answers(() => this.site.submitCode());
    await this.site.isSignedIn();
  }

  async signsInWithBackupCode(): Promise<void> {
    await this.site.signIn(this.username);
    await this.site.useBackupCode();
    await this.#between();
    await this.seat.chip.fills(this.site.codeField);
    await this.#between();
    await this.site.submitBackupCode();
    await this.site.isSignedIn();
  }

  async signsInWithoutCode(): Promise<void> {
    await this.site.signIn(this.username);
    await this.site.isSignedIn();
  }

  /** And says so to Countersign, which has read it on the page. */
  async disables(): Promise<void> {
    await this.site.disable(this.username);
    await this.looks((popup) => popup.confirmsThatItIsOff());
  }

  async #answers(submit: () => Promise<void>): Promise<void> {
    const { chip } = this.seat;
    if (this.site.sendsByItself) return this.site.leaves(() => chip.press());
    await chip.fills(this.site.codeField);
    await this.#between();
    await submit();
  }
}

async function nothing(): Promise<void> {
  // Nobody disturbs.
}
