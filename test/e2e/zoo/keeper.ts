/** Goes through the zoo as a person with Countersign does: a page in front, and what Countersign says of it beside it. */
import { base32Bytes } from '../../../demo-site/engine/base32.ts';
import { hotp, usualShape } from '../../../demo-site/engine/otp.ts';
import { SECRET } from '../../../demo-site/shapes/setup-text.ts';
import { Chip } from '../pages/chip.ts';
import { Popup } from '../pages/popup.ts';
import { ShapePage } from '../pages/shape.ts';
import type { Stage } from '../stage.ts';
import { until } from '../until.ts';

const KEY = base32Bytes(SECRET);

/** Of the zoo's time, in which a code is good. */
const PERIOD = 30_000; // ms
/** More than are given in one visit of the zoo. */
const MOST_CODES = 500;

export class Keeper {
  readonly stage: Stage;
  readonly shape: ShapePage;
  readonly popup: Popup;
  /** The recovery codes that are kept. */
  kept: readonly string[] = [];

  private constructor(stage: Stage, popup: Popup) {
    this.stage = stage;
    this.shape = new ShapePage(stage.page, stage.provider.origin);
    this.popup = popup;
  }

  /** With a vault that is empty. */
  static async arrive(stage: Stage): Promise<Keeper> {
    const popup = await Popup.inTab(stage.driven);
    await popup.createVault();
    await stage.page.bringToFront();
    return new Keeper(stage, popup);
  }

  /**
   * Keeps the account of the zoo's key for the zoo's host. It runs on a counter, for an account on a clock gives one code in
   * half a minute; the zoo's clock is moved on with it, from its first code on.
   */
  async keepAccount(digits: 6 | 8): Promise<void> {
    const { popup } = this;
    await this.shape.visit('declared');
    await this.#inFront(async () => {
      await popup.openWaysToAdd();
      await popup.pasteLink(
        `otpauth://hotp/Shapes:keeper?secret=${SECRET}&issuer=Shapes&counter=0&digits=${digits}`,
      );
      await popup.offerHere();
      await popup.keep();
    });
    this.stage.provider.setClock(0);
  }

  async removeAccount(): Promise<void> {
    await this.#inFront(async () => {
      await this.popup.openDetails();
      await this.popup.remove();
    });
  }

  /** For the zoo's host. */
  async chooseForSite(choice: 'siteSubmit' | 'siteAppend', on = true): Promise<void> {
    await this.#inFront(async () => {
      await this.popup.openDetails();
      await this.popup.chooseForSite(choice, on);
    });
  }

  /** Keeps the recovery codes of a page that shows some. */
  async keepCodes(id: string): Promise<void> {
    await this.shape.visit(id);
    await this.#inFront(async () => {
      await this.popup.reopen();
      await this.popup.hasLooked();
      this.kept = await until('there are codes to be kept', async () => {
        const codes = await this.popup.foundCodes();
        return codes.length > 0 && codes;
      });
      await this.popup.keepRecoveryCodes();
    });
  }

  /** One code was given: the next one is the one that is good now. */
  nextCode(): void {
    this.stage.provider.moveClock(PERIOD);
  }

  /** After a click of which nobody knows whether it was worth a code: finds out which code is the next. */
  async findNextCode(): Promise<void> {
    await this.shape.visit('declared');
    await new Chip(this.stage.page).press();
    const code = await until(
      'the page has a code',
      async () => (await this.shape.held())[0]?.content || null,
    );
    const counter = Array.from({ length: MOST_CODES }, (_, at) => at).find(
      (at) => hotp(KEY, at, { ...usualShape, digits: code.length }) === code,
    );
    if (counter === undefined) throw new Error(`the code ${code} is none of the account`);
    this.stage.provider.setClock((counter + 1) * PERIOD);
  }

  async #inFront(act: () => Promise<void>): Promise<void> {
    await this.popup.page.bringToFront();
    await this.popup.reopen();
    await act();
    await this.stage.page.bringToFront();
  }
}
