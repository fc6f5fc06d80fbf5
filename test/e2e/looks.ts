/** What a person, or what they read with, would stumble over in a view of ours. */
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';

/** What axe finds wrong by all of its rules, or by these. */
export async function violations(page: Page, rules: readonly string[] = []): Promise<readonly string[]> {
  // As an expression, for our pages' policy lets no script be added to them, and rightly so.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const { violations } = await axe.run(rules.length === 0 ? {} : { runOnly: rules });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, rules);
}

/** What sticks out of the page or of its own box. */
export async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.checkVisibility() && element.closest('.visually-hidden') === null)
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        const clips = getComputedStyle(element).overflowX !== 'visible' && !element.matches('input');
        return left < 0 || right > width + 1 || (clips && element.scrollWidth > element.clientWidth + 1);
      })
      .map((element) => `${element.tagName} ${element.className}: ${element.textContent}`);
  });
}

/** The attributes, of whatever element, in which one of these texts stands. */
export async function attributesWith(page: Page, texts: readonly string[]): Promise<readonly string[]> {
  return page.evaluate((texts) => {
    const all = [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes]);
    return all
      .filter(({ value }) => texts.some((text) => value.toLowerCase().includes(text.toLowerCase())))
      .map(({ name, value }) => `${name}="${value}"`);
  }, texts);
}
