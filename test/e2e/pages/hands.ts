/** What a person can do with a page: read it, press what has a name, write into what has a label. */
import type { Page } from 'puppeteer-core';
import { tellsNamesAtOnce } from '../browser.ts';
import { PATIENCE, until } from '../until.ts';

type Role = 'button' | 'link';

/** Clicks what has this role and this name, with the mouse, once it can be clicked. */
export async function press(page: Page, role: Role, name: string): Promise<void> {
  await click(page, byRole(page, role, name));
}

/** Clicks the first that the selector finds, once it can be clicked, and its page has come: nobody clicks on one that is not drawn. */
export async function click(page: Page, selector: string): Promise<void> {
  await page
    .locator(selector)
    .setTimeout(PATIENCE)
    .filter(({ ownerDocument }) => ownerDocument.readyState === 'complete')
    .click();
}

/** A selector for what has this role and this name: as the browser tells them, or as they are written. */
export function byRole(page: Page, role: Role, name: string): string {
  if (tellsNamesAtOnce(page)) return `::-p-aria([name=${JSON.stringify(name)}][role="${role}"])`;
  const wanted = bare(JSON.stringify(name));
  const names = ['.', '@aria-label', './/*[@class = "visually-hidden"]'].map(
    (own) => `${bare(own)} = ${wanted}`,
  );
  return `::-p-xpath(//${ELEMENTS[role]}[${names.join(' or ')}])`;
}

/** In the words of XPath: a text without what is between its words. */
const bare = (text: string): string => `translate(normalize-space(${text}), " ", "")`;

const ELEMENTS: Readonly<Record<Role, string>> = { button: 'button', link: 'a' };

/** Replaces the content of the field with this label, key by key. */
export async function write(page: Page, label: string, text: string): Promise<void> {
  const field = await page.locator(byLabel(label)).setTimeout(PATIENCE).waitHandle();
  await field.click({ count: 3 });
  await page.keyboard.press('Backspace');
  await field.type(text);
}

/** A text field by its visible label. Not by role, for a password field has none in Firefox. */
function byLabel(label: string): string {
  return `::-p-xpath(//input[@id = //label[normalize-space() = ${JSON.stringify(label)}]/@for] | //label[normalize-space() = ${JSON.stringify(label)}]//input)`;
}

/** Waits until a text is there to be read. */
export async function sees(page: Page, text: string): Promise<void> {
  try {
    await until(`"${text}" can be read`, () => comesToBeReadable(page, text));
  } catch (cause) {
    const there = await visibleText(page).catch(() => 'nothing');
    throw new Error(`"${text}" cannot be read, but: ${there}`, { cause });
  }
}

/** Waits until a text can no longer be read. */
export async function seesNo(page: Page, text: string): Promise<void> {
  await until(`"${text}" is gone`, async () => !(await isReadable(page, text)));
}

/**
 * Looks at each change of the page for a while, for some of what is said is taken away again after a few seconds, in which
 * a busy machine may not get to ask twice.
 */
async function comesToBeReadable(page: Page, text: string): Promise<boolean> {
  return page.evaluate(
    (text) =>
      new Promise<boolean>((answer) => {
        const look = (last = false) => {
          const isThere = document.body.innerText.toLowerCase().includes(text);
          if (!isThere && !last) return;
          observer.disconnect();
          answer(isThere);
        };
        const observer = new MutationObserver(() => look());
        observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
        look();
        setTimeout(() => look(true), 500);
      }),
    text.toLowerCase(),
  );
}

/** In small or capital letters, for a style sheet may choose these. */
async function isReadable(page: Page, text: string): Promise<boolean> {
  return (await visibleText(page)).toLowerCase().includes(text.toLowerCase());
}

export async function visibleText(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText);
}
