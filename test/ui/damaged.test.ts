// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { accountOf } from './fake-background.ts';
import { Popup } from './popup.ts';

describe('accounts that cannot be read', () => {
  it('are counted above the others, and put back on demand', async () => {
    const popup = await Popup.open({ accounts: [accountOf('Ant')], damaged: { now: 2, forever: 0 } });
    expect(popup.text).toContain('2 accounts cannot be read');
    await popup.press('Put back from the copy');
    expect(popup.text).not.toContain('cannot be read');
    expect(popup.text).toContain('Everything can be read again');
  });

  it('are said to be lost when the copy has none either', async () => {
    const popup = await Popup.open({ damaged: { now: 1, forever: 1 } });
    await popup.press('Put back from the copy');
    expect(popup.text).toContain('1 account cannot be read');
    expect(popup.text).toContain('The copy has no good one either');
  });

  it('are no word where there are none', async () => {
    const popup = await Popup.open({ accounts: [accountOf('Ant')] });
    expect(popup.text).not.toContain('cannot be read');
  });
});
