// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { DamagedView } from '../../src/messages/contract.ts';
import { accountOf } from './fake-background.ts';
import { Popup } from './popup.ts';

function damaged(id: string, issuer: string | null, why: DamagedView['why'] = 'damaged'): DamagedView {
  return { id, why, named: issuer === null ? null : { issuer, name: '' } };
}

describe('accounts that cannot be read', () => {
  it('are counted above the others, and put back on demand', async () => {
    const popup = await Popup.open({
      accounts: [accountOf('Ant')],
      damaged: [damaged('b', 'Bee'), damaged('c', null)],
    });
    expect(popup.text).toContain('2 accounts cannot be read');
    expect(popup.text).toContain('Bee');
    expect(popup.text).toContain('An account whose name cannot be read');
    await popup.press('Put back from the copy');
    expect(popup.text).not.toContain('cannot be read');
    expect(popup.text).toContain('Everything can be read again');
  });

  it('are said to be lost when the copy has none either', async () => {
    const popup = await Popup.open({ damaged: [damaged('b', 'Bee')], forever: ['b'] });
    await popup.press('Put back from the copy');
    expect(popup.text).toContain('1 account cannot be read');
    expect(popup.text).toContain('The copy has no good one either');
  });

  it('are given up only after it was said what that is', async () => {
    const popup = await Popup.open({ damaged: [damaged('b', 'Bee')], forever: ['b'] });
    await popup.press('Give them up');
    expect(popup.world.damaged).toHaveLength(1);
    await popup.press('Delete for good');
    expect(popup.world.damaged).toEqual([]);
    expect(popup.text).not.toContain('cannot be read');
  });

  it('of a newer Countersign are named, and not offered to be deleted', async () => {
    const popup = await Popup.open({ damaged: [damaged('b', 'Bee', 'newer-version')] });
    expect(popup.text).toContain('written by a newer Countersign');
    expect(popup.text).toContain('Bee');
    expect(() => popup.button('Give them up')).toThrow();
  });

  it('are no word where there are none', async () => {
    const popup = await Popup.open({ accounts: [accountOf('Ant')] });
    expect(popup.text).not.toContain('cannot be read');
  });
});
