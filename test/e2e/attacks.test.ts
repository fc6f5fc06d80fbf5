/**
 * What pages do to get a code that nobody meant to give them, in pages of their own under `attacks/`. After each attack its
 * page is visited as its rightful owner would have made it, and gets the code of a click that was meant. The account runs
 * on a counter, which is moved on before a code is seen: were a code given out unseen, the next would not be the one that
 * is expected.
 */
import { expect } from 'vitest';
import { base32Bytes } from '../../demo-site/engine/base32.ts';
import { hotp, usualShape } from '../../demo-site/engine/otp.ts';
import { BANK, EVIL, type Hosts, serveHosts, SIBLING, type Where } from './attacks/hosts.ts';
import { inPopup } from './life.ts';
import { Chip } from './pages/chip.ts';
import { press } from './pages/hands.ts';
import { onEachBrowser, type Stage } from './stage.ts';
import { until } from './until.ts';

/** ms in which a page that has noticed the pointer is armed. */
const UNNOTICED = 1_000;

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

/**
 * The chip stands there to be clicked, and the page does something to it, or to what a person sees of it. For their owner
 * the pages of a batch are all the same, a prompt or a frame with one and nothing else, so that one visit of it follows.
 */
const batches = [
  ['opacity-root', 'opacity-body', 'opacity-chip', 'filter-root'],
  ['clip-chip', 'mask-chip', 'blend-chip', 'cut-chip', 'text-chip', 'transform-chip'],
  ['popover-cover', 'partial-cover', 'dialog-cover', 'closed-root-cover', 'field-in-cover', 'leaving-cover'],
  ['frozen-view', 'pointer-hidden', 'pointer-picture', 'tiny-page', 'patched', 'named'],
  ['dialog-again'],
  ['frame-faint', 'frame-glass', 'frame-glass-drawn', 'frame-popover', 'frame-small', 'frame-cropped'],
];

/** The page does it all by itself once the chip is there. */
const byItself = ['synthetic', 'flood'];

/** A person clicks on what the page shows them for that. */
const lures = ['moved-at-press', 'scrolled-at-press'];

onEachBrowser(
  'V33 V35 V36 V37 V39 no page gets a code but by a click that was meant for it, on the host that it belongs to',
  async (stage) => {
    const hosts = await serveHosts();
    try {
      const requests = await stage.driven.hearRequests();
      const bank = new Bank(stage, hosts);
      await bank.opens();
      await bank.notes('the addresses of our files', () => isNotSeen(bank));
      await strangersGetNothing(bank);
      for (const batch of batches) await bank.isAttackedBy(batch, () => bank.presses());
      await bank.isAttackedBy(byItself, () => bank.comesNear());
      await bank.isAttackedBy(lures, () => bank.pressesLure(1));
      await bank.isAttackedBy(['two-clicks'], () => bank.pressesLure(2));
      await bank.isAttackedBy(['by-keyboard'], () => bank.pressesByKeyboard());
      await bank.notes('asking again', () => asksAgain(bank));
      await bank.notes('the yes to http', () => saysYesToHttp(bank));
      expect(bank.failures).toEqual([]);
      const { ours, others } = await requests();
      expect(others).toBeGreaterThan(0);
      expect(ours, 'what we asked of the network in all of this').toEqual([]);
    } finally {
      await hosts.close();
    }
  },
);

/** The account's own host, and a person who uses it. */
class Bank {
  readonly stage: Stage;
  readonly hosts: Hosts;
  readonly failures: string[] = [];
  readonly #chip: Chip;
  /** Where the pointer is. */
  #at = { x: 0, y: 0 };
  #given = 0;

  constructor(stage: Stage, hosts: Hosts) {
    this.stage = stage;
    this.hosts = hosts;
    this.#chip = new Chip(stage.page);
  }

  async opens(): Promise<void> {
    await this.visits('prompt', { owner: true });
    await inPopup(this.stage, async (popup) => {
      await popup.createVault();
      await popup.openWaysToAdd();
      await popup.pasteLink(`otpauth://hotp/Bank:ada?secret=${SECRET}&issuer=Bank&counter=0`);
      await popup.offerHere();
      await popup.keep();
    });
  }

  async visits(name: string, where?: Where): Promise<void> {
    await this.stage.page.goto(this.hosts.url(`${name}.html`, where));
  }

  /** Nothing comes of what the hand does on the attacks' pages; on their owner's, a click brings the next code. */
  async isAttackedBy(names: readonly string[], hand: () => Promise<void>): Promise<void> {
    for (const name of names) {
      await this.notes(name, async () => {
        await this.visits(name);
        await hand();
        expect(await this.codes()).toBe('');
      });
    }
    const last = names.at(-1) ?? '';
    await this.notes(`the owner's ${last}`, () => this.givesTheNextCode(last));
  }

  /** One attack that succeeds is no reason not to hear of the others. */
  async notes(what: string, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.failures.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  async givesTheNextCode(name: string, where: Where = {}): Promise<void> {
    await this.visits(name, { ...where, owner: true });
    await this.#chip.press();
    const code = await until('a code stands there', async () => (await this.codes()) || null);
    this.hasGiven(code);
  }

  /** It has to be the one after the last. */
  hasGiven(code: string): void {
    const counter = Array.from({ length: 100 }, (_, at) => at).find(
      (at) => hotp(base32Bytes(SECRET), at, usualShape) === code,
    );
    const expected = this.#given;
    this.#given = (counter ?? expected) + 1;
    expect(counter, 'codes that were given before').toBe(expected);
  }

  /** What stands in the fields of the page and its frames. */
  async codes(): Promise<string> {
    const all = this.stage.page
      .frames()
      .map((frame) =>
        frame.$$eval('input[name=code]', (fields) => fields.map(({ value }) => value).join('')),
      );
    return (await Promise.all(all)).join('');
  }

  /** Up to the moment at which a click is to be expected. */
  async comesNear(): Promise<void> {
    this.#at = await this.#chip.comesUnderThePointer();
    let moved = Date.now();
    await until('the page is armed', async () => {
      if ((await this.stage.page.title()) === 'Armed') return true;
      if (Date.now() - moved > UNNOTICED) {
        // A browser keeps the pointer from a page that it has not drawn yet. No hand is ever quite still.
        await this.stage.page.mouse.move(this.#at.x + 1, this.#at.y);
        await this.stage.page.mouse.move(this.#at.x, this.#at.y);
        moved = Date.now();
      }
      return false;
    });
  }

  async presses(): Promise<void> {
    await this.comesNear();
    await this.pressesWhereItStood();
  }

  /** Until it has taken the click. */
  async pressesChip(): Promise<void> {
    await this.#chip.press();
  }

  async pressesLure(count: number): Promise<void> {
    await this.#chip.settles();
    const lure = await this.stage.page.$eval(
      '#lure',
      (button) => button.getBoundingClientRect().toJSON() as DOMRect,
    );
    this.#at = { x: lure.x + lure.width / 2, y: lure.y + lure.height / 2 };
    await this.stage.page.mouse.move(this.#at.x, this.#at.y);
    await this.pressesWhereItStood(count);
  }

  async pressesByKeyboard(): Promise<void> {
    await this.comesNear();
    const { page } = this.stage;
    await page.focus('input[name=code]');
    const isAtChip = () => page.evaluate(() => (document.activeElement as HTMLElement).popover === 'manual');
    await until('the focus is on the chip', async () => {
      await page.keyboard.press('Tab');
      return isAtChip();
    });
    await page.keyboard.press('Enter');
  }

  async pressesWhereItStood(count = 1): Promise<void> {
    await this.stage.page.mouse.click(this.#at.x, this.#at.y, { count });
  }
}

/** Pages of the same bytes on other hosts, and frames of the bank's prompt in pages of strangers. */
const strangers: readonly [string, string, Where][] = [
  ['a letter that is a digit', 'prompt', { host: 'examp1e.github.io' }],
  ['a letter of another script', 'prompt', { host: 'exаmple.github.io' }],
  ['a neighbour under the public suffix', 'prompt', { host: 'eve.github.io' }],
  ['the public suffix itself', 'prompt', { host: 'github.io' }],
  ['a host of the bank’s name in a domain of another', 'prompt', { host: `${BANK}.${EVIL}` }],
  ['the bank’s name as a user’s', 'prompt', { host: `${BANK}@${EVIL}` }],
  ['another host of the same owner', 'prompt', { host: SIBLING }],
  ['the bank’s name with a dot at its end', 'prompt', { host: `${BANK}.` }],
  ['the bank without encryption', 'prompt', { scheme: 'http' }],
  ['a frame in a page of another site', 'frame', { host: EVIL }],
  ['a frame in a neighbour’s page', 'frame', { host: 'eve.github.io' }],
  ['a frame in a page that came without encryption', 'frame', { host: SIBLING, scheme: 'http' }],
  ['a frame in another’s frame in its own page', 'frame-in-frame', {}],
  ['an object and an embed of another site', 'frame-object', { host: EVIL }],
  ['a sandboxed frame in its own page', 'frame-sandboxed', {}],
  ['frames without an address in another site', 'frame-written', { host: EVIL }],
];

async function strangersGetNothing(bank: Bank): Promise<void> {
  const { driven } = bank.stage;
  const elsewhere = await serveHosts();
  const pages = [];
  for (const [what, name, where] of [...strangers, ['another port', 'prompt', {}] as const]) {
    const page = await driven.newPage();
    const hosts = what === 'another port' ? elsewhere : bank.hosts;
    await page.goto(hosts.url(`${name}.html`, where));
    await until(`the prompt stands in ${what}`, async () => {
      const fields = await Promise.all(page.frames().map((frame) => frame.$('input[name=code]')));
      return fields.some((field) => field !== null);
    });
    pages.push([what, page] as const);
  }
  await bank.stage.page.bringToFront();
  // They were there first, and for longer than the bank takes to be offered something.
  await bank.givesTheNextCode('prompt');
  for (const [what, page] of pages) {
    await page.bringToFront();
    if (await new Chip(page).isThere()) bank.failures.push(`a chip stands in ${what}`);
    await page.close();
  }
  await elsewhere.close();
  await bank.stage.page.bringToFront();
  for (const name of ['frame', 'frame-in-frame', 'frame-object', 'frame-sandboxed', 'frame-written'])
    await bank.notes(`the owner's ${name}`, () => bank.givesTheNextCode(name));
}

/** V35: a page that knows the addresses of our files gets none of them, by any way. */
async function isNotSeen(bank: Bank): Promise<void> {
  const popup = await bank.stage.popup();
  const told = popup.page.url().replace(/\/src\/.*/, '');
  await popup.close();
  await bank.visits('fingerprint', { told });
  const { page } = bank.stage;
  const said = () => page.$eval('output', (output) => output.textContent.trim().split('\n'));
  await until('all have been asked', async () => (await said()).includes('done'));
  // The page's own file is got by the ways that take a script: the asking works.
  expect(await said()).toEqual(expect.arrayContaining(['fetch of /lure.js', 'script of /lure.js']));
  expect((await said()).filter((line) => line.includes('-extension:'))).toEqual([]);
}

/** Of the click that was meant, one code comes; of the clicks after it on what the page has put there again, none. */
async function asksAgain(bank: Bank): Promise<void> {
  await bank.visits('again');
  await bank.comesNear();
  await bank.pressesChip();
  const { page } = bank.stage;
  const got = () => page.$eval('output', (output) => output.textContent || null);
  bank.hasGiven(await until('the page has a code', got));
  await until('the chip was put there again', async () => (await page.title()) === 'Again');
  await bank.pressesWhereItStood();
  await bank.pressesWhereItStood();
  await bank.givesTheNextCode('again');
}

/** Without encryption nothing is filled on the bank's own host, until its customer says that it may be. */
async function saysYesToHttp(bank: Bank): Promise<void> {
  const where = { scheme: 'http' } as const;
  await bank.visits('prompt', { ...where, owner: true });
  expect(bank.stage.page.url()).toMatch(/^http:/);
  await inPopup(bank.stage, async (popup) => {
    await popup.says('cautionUnencrypted');
    await press(popup.page, 'button', popup.word('cautionAllow'));
    await popup.seesNo(popup.word('cautionUnencrypted'));
  });
  await bank.givesTheNextCode('prompt', where);
}
