/** Which page our interface speaks of, of the browser's tabs. */
import { beforeEach, expect, test, vi } from 'vitest';
import { subjectTab } from '../../src/platform/tabs.ts';

const fake = vi.hoisted(() => ({ front: [] as unknown[], all: [] as unknown[] }));

vi.mock('../../src/platform/browser.ts', () => ({
  browser: {
    runtime: { getURL: () => 'chrome-extension://ours/' },
    tabs: {
      query: ({ active }: { active?: boolean }) => Promise.resolve(active === true ? fake.front : fake.all),
    },
  },
}));

const bank = { id: 1, windowId: 1, url: 'https://bank.example/', active: false, lastAccessed: 20 };
const news = { id: 2, windowId: 1, url: 'https://news.example/', active: false, lastAccessed: 10 };
const ours = { id: 3, windowId: 1, url: 'chrome-extension://ours/page.html', active: true, lastAccessed: 30 };

beforeEach(() => {
  [fake.front, fake.all] = [[], []];
});

test('it is the tab in front, which stands behind nothing of ours', async () => {
  fake.front = [{ ...news, active: true }];
  expect(await subjectTab()).toMatchObject({ id: 2, active: true, behind: false });
});

test('where that is a page of ours it is the one that was in front last, and is said to be behind', async () => {
  fake.front = [ours];
  fake.all = [news, ours, bank];
  expect(await subjectTab()).toMatchObject({ id: 1, behind: true });
  fake.all = [ours];
  expect(await subjectTab()).toBeNull();
});
