// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Boxes } from '../../src/content/read-field.ts';
import { submit, watchSubmit } from '../../src/content/submit.ts';

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
  const work = submit(find, '123456');
  await vi.runAllTimersAsync();
  await work;
  return done;
}

test('the button that Enter would press is pressed', async () => {
  page(
    '<form id="a"><input value="123456" data-field><button type="button">Show</button><button>Verify</button><button>Other</button></form>',
  );
  expect(await submitted()).toEqual(['press Verify', 'send a']);
});

test('a form without a button is sent by itself, whatever its inputs are called', async () => {
  page('<form id="a"><input value="123456" data-field name="requestSubmit"><input name="submit"></form>');
  expect(await submitted()).toEqual(['send a']);
});

test('a button outside of its form is its button too', async () => {
  page('<form id="a"><input value="123456" data-field></form><button form="a">Verify</button>');
  expect(await submitted()).toEqual(['press Verify', 'send a']);
});

test('a button that leads away is not pressed', async () => {
  page('<form id="a"><button>Cancel</button><input value="123456" data-field></form>');
  expect(await submitted()).toEqual([]);
});

test('the form of another field is left alone, and so is a page without one', async () => {
  page('<input value="123456" data-field><form id="b"><input><button>Search</button></form>');
  expect(await submitted()).toEqual([]);
});

test('a button that the page enables later is pressed then', async () => {
  page('<form id="a"><input value="123456" data-field><button disabled>Verify</button></form>');
  setTimeout(() => document.querySelector('button')?.removeAttribute('disabled'), 500);
  expect(await submitted()).toEqual(['press Verify', 'send a']);
});

test('a button that stays disabled is left alone', async () => {
  page('<form id="a"><input value="123456" data-field><button disabled>Verify</button></form>');
  expect(await submitted()).toEqual([]);
});

test('a field that no longer holds the code is not sent with what stands there now', async () => {
  page('<form id="a"><input value="123456" data-field><button disabled>Verify</button></form>');
  setTimeout(() => {
    const field = document.querySelector('input');
    if (field !== null) field.value = '';
    document.querySelector('button')?.removeAttribute('disabled');
  }, 500);
  expect(await submitted()).toEqual([]);
});

/** What the page does when the code stands there, and how long after. */
async function sendsItself(html: string, act: () => void, after: number): Promise<boolean> {
  page(html);
  const sending = watchSubmit(find);
  setTimeout(act, after);
  const sent = sending.isSent('123456');
  await vi.advanceTimersByTimeAsync(500);
  return sent;
}

const form = '<form><input value="123456" data-field><button>Verify</button></form>';
const on = (selector: string, act: (found: HTMLElement) => void) => () => {
  const found = document.querySelector<HTMLElement>(selector);
  if (found !== null) act(found);
};

test.each([
  ['sends the form', on('form', (found) => (found as HTMLFormElement).requestSubmit())],
  ['takes the field away', on('input', (found) => found.remove())],
  ['empties it', on('input', (found) => ((found as HTMLInputElement).value = ''))],
  ['closes its button', on('button', (found) => found.setAttribute('disabled', ''))],
  ['closes all of it', on('input', (found) => found.setAttribute('disabled', ''))],
  ['says that it is busy', on('form', (found) => found.setAttribute('aria-busy', 'true'))],
])('a page that %s sends the code by itself, at once or a while after', async (_, act) => {
  expect(await sendsItself(form, act, 0)).toBe(true);
  expect(await sendsItself(form, act, 450)).toBe(true);
});

test('a page that does nothing, or only lets its button be pressed, does not', async () => {
  expect(await sendsItself(form, () => undefined, 0)).toBe(false);
  const closed = form.replace('<button>', '<button disabled>');
  expect(await sendsItself(closed, () => undefined, 0)).toBe(false);
  expect(
    await sendsItself(
      closed,
      on('button', (found) => found.removeAttribute('disabled')),
      200,
    ),
  ).toBe(false);
});
