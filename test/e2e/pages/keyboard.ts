/** What a person does who uses no mouse. */
import type { Page } from 'puppeteer-core';
import { until } from '../until.ts';

/** More than there are in any view. */
const STOPS = 30;

/** Presses Tab, or with `back` Shift and Tab, until the focus is on what has this name. */
async function tabTo(page: Page, name: string, back?: 'back'): Promise<void> {
  // A view that has just opened puts the focus where one begins; nobody presses Tab before it is there to be seen.
  await until('something has the focus', async () => (await focusedName(page)) !== '');
  for (let stop = 0; stop < STOPS; stop++) {
    if ((await focusedName(page)).includes(name)) return;
    if (back) await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    if (back) await page.keyboard.up('Shift');
  }
  throw new Error(`Tab does not get to "${name}"`);
}

/** Goes to what has this name and presses it. */
export async function choose(page: Page, name: string, back?: 'back'): Promise<void> {
  await tabTo(page, name, back);
  await page.keyboard.press('Enter');
}

/** Goes to the field of this name and types. */
export async function typeInto(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.type(text);
}

async function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || !document.body.contains(element) || element === document.body) return '';
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const texts = [element.getAttribute('aria-label'), ...labels.map((label) => label.textContent)];
    return [...texts, element.textContent].join(' ');
  });
}
