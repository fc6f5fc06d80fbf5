/** The browser's context menu, as the polyfill has it. */
import { beforeEach, expect, test, vi } from 'vitest';
import { type MenuPlace, onMenus } from '../../src/platform/toolbar.ts';

type Click = (info: Readonly<Record<string, unknown>>, tab?: { readonly id?: number }) => void;

const fake = vi.hoisted(() => ({
  installed: [] as (() => void)[],
  clicked: [] as ((...click: never[]) => void)[],
  made: [] as unknown[],
}));

vi.mock('../../src/platform/browser.ts', () => ({
  browser: {
    runtime: { onInstalled: { addListener: (heard: () => void) => fake.installed.push(heard) } },
    contextMenus: {
      removeAll: () => Promise.resolve(void (fake.made.length = 0)),
      create: (entry: unknown) => fake.made.push(entry),
      onClicked: { addListener: (heard: () => void) => fake.clicked.push(heard) },
    },
  },
}));

beforeEach(() => {
  for (const list of [fake.installed, fake.clicked, fake.made]) list.length = 0;
});

function menus() {
  const chosen: (readonly [string, MenuPlace])[] = [];
  onMenus([
    { title: 'Fill', on: 'editable', chosen: (place) => chosen.push(['fill', place]) },
    { title: 'Read', on: 'image', chosen: (place) => chosen.push(['read', place]) },
  ]);
  return { chosen, click: fake.clicked[0] as unknown as Click };
}

test('entries are made once, at installation, each where it belongs', async () => {
  menus();
  expect(fake.made).toEqual([]);
  for (let time = 0; time < 2; time++) {
    fake.installed[0]?.();
    await expect.poll(() => fake.made).toHaveLength(2);
  }
  expect(fake.made).toEqual([
    { id: 'editable', title: 'Fill', contexts: ['editable'] },
    { id: 'image', title: 'Read', contexts: ['image'] },
  ]);
});

test.each(['blob:https://a.example/1', 'https://b.example/qr.png', 'data:image/gif;base64,R0lGOD'])(
  'a click on a picture says which one, and where it stands: %s',
  (srcUrl) => {
    const { chosen, click } = menus();
    click({ menuItemId: 'image', srcUrl, frameId: 3 }, { id: 7 });
    expect(chosen).toEqual([['read', { tab: 7, frame: 3, src: srcUrl }]]);
  },
);

test('a click on what has no address, in no tab, or on another entry is none on a picture', () => {
  const { chosen, click } = menus();
  click({ menuItemId: 'image' });
  click({ menuItemId: 'editable', frameId: 0 }, { id: 7 });
  click({ menuItemId: 'of somebody else' }, { id: 7 });
  expect(chosen).toEqual([
    ['read', { tab: null, frame: 0, src: '' }],
    ['fill', { tab: 7, frame: 0, src: '' }],
  ]);
});
