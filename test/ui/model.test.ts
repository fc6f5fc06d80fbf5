import { expect, it } from 'vitest';
import { blank, createModel, type Model } from '../../src/ui/state/model.ts';
import { home } from '../../src/ui/state/route.ts';
import { accountOf, foundOf } from './fake-background.ts';

function values(model: Model) {
  return Object.fromEntries(Object.entries(model).map(([name, { value }]) => [name, value]));
}

function shown(): Model {
  const model = createModel(home);
  const code = { id: 'Ant', code: '123456', next: '654321', from: 0, until: 30_000 };
  model.stage.value = 'open';
  model.accounts.value = [accountOf('Ant')];
  model.codes.value = new Map([['Ant', code]]);
  model.damaged.value = [{ id: 'Bee', why: 'damaged', named: { issuer: 'Bee', name: '' } }];
  model.setBack.value = true;
  model.backup.value = { at: 0, accountsSince: 1 };
  model.counted.value = new Map([['Ant', '123456']]);
  model.page.value = {
    host: 'portal.example',
    binding: 'portal.example',
    never: false,
    likely: null,
    proposals: [],
    asks: 'code',
    recoveryCodes: { account: 'Ant', codes: ['1'] },
    hint: null,
    caution: { says: 'unencrypted' },
  };
  model.looking.value = true;
  model.found.value = [foundOf()];
  model.route.value = { view: 'account', id: 'Ant' };
  model.active.value = 'Ant';
  model.query.value = 'ant';
  model.notice.value = { id: 1, text: 'Code copied: Ant', undo: null };
  return model;
}

/** What is known of a vault that is locked, and stays. */
const OF_A_LOCKED_ONE: readonly string[] = ['failure', 'ways', 'unlockFailed'];

it('forgets on a lock everything that an open vault showed, not only what is drawn', () => {
  const model = shown();
  const fresh = values(createModel(home));
  for (const [name, value] of Object.entries(values(model))) {
    // What this test does not fill, it does not test.
    if (!OF_A_LOCKED_ONE.includes(name)) expect([name, value]).not.toEqual([name, fresh[name]]);
  }
  blank(model, 'locked');
  expect(values(model)).toEqual({ ...fresh, stage: 'locked' });
});

it('lets a tab that began at a view of its own go there after the unlock', () => {
  const model = createModel({ view: 'add-by', way: 'image' });
  blank(model, 'locked');
  expect(model.route.value).toEqual({ view: 'add-by', way: 'image' });
});
