// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Boxes } from '../../src/content/read-field.ts';
import { submit } from '../../src/content/submit.ts';

function find(): Boxes | null {
  const field = document.querySelector<HTMLInputElement>('[data-field]');
  return field === null ? null : [field];
}

/** What was pressed, and what was sent. */
let done: string[];

function page(html: string): void {
  document.body.innerHTML = html;
  for (const button of document.querySelectorAll('button'))
    button.addEventListener('click', () => done.push(`press ${button.textContent}`));
  for (const form of document.querySelectorAll('form'))
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      done.push(`send ${form.id}`);
    });
}

beforeEach(() => {
  done = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function submitted(): Promise<readonly string[]> {
  const work = submit(find);
  await vi.runAllTimersAsync();
  await work;
  return done;
}

test('the button that Enter would press is pressed', async () => {
  page(
    '<form id="a"><input data-field><button type="button">Show</button><button>Verify</button><button>Other</button></form>',
  );
  expect(await submitted()).toEqual(['press Verify', 'send a']);
});

test('a form without a button is sent by itself, whatever its inputs are called', async () => {
  page('<form id="a"><input data-field name="requestSubmit"><input name="submit"></form>');
  expect(await submitted()).toEqual(['send a']);
});

test('a button outside of its form is its button too', async () => {
  page('<form id="a"><input data-field></form><button form="a">Verify</button>');
  expect(await submitted()).toEqual(['press Verify', 'send a']);
});

test('a button that leads away is not pressed', async () => {
  page('<form id="a"><button>Cancel</button><input data-field></form>');
  expect(await submitted()).toEqual([]);
});

test('the form of another field is left alone, and so is a page without one', async () => {
  page('<input data-field><form id="b"><input><button>Search</button></form>');
  expect(await submitted()).toEqual([]);
});

test('a button that the page enables later is pressed then', async () => {
  page('<form id="a"><input data-field><button disabled>Verify</button></form>');
  setTimeout(() => document.querySelector('button')?.removeAttribute('disabled'), 500);
  expect(await submitted()).toEqual(['press Verify', 'send a']);
});

test('a button that stays disabled is left alone', async () => {
  page('<form id="a"><input data-field><button disabled>Verify</button></form>');
  expect(await submitted()).toEqual([]);
});
