// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { accountOf } from './fake-background.ts';
import { Popup } from './popup.ts';

const accounts = () => ['Ant', 'Bee', 'Cat'].map((id) => accountOf(id, { name: '' }));
const pending = () => [accountOf('Ant', { state: 'pending' }), accountOf('Bee')];

describe('the keyboard in the list', () => {
  it('begins in the search, and goes down from there and up to it again', async () => {
    const popup = await Popup.open({ accounts: accounts() });
    expect(popup.focus).toBe('Search accounts');
    await popup.key('ArrowDown');
    expect(popup.focus).toContain('Ant');
    await popup.key('ArrowDown');
    expect(popup.focus).toContain('Bee');
    await popup.key('End');
    expect(popup.focus).toContain('Cat');
    await popup.key('ArrowDown');
    expect(popup.focus).toContain('Cat');
    await popup.key('Home');
    await popup.key('ArrowUp');
    expect(popup.focus).toBe('Search accounts');
  });

  it('goes through what a row offers with left and right', async () => {
    const popup = await Popup.open({ accounts: accounts() });
    await popup.key('ArrowDown');
    await popup.key('ArrowRight');
    expect(popup.focus).toBe('Details of Ant');
    await popup.key('ArrowDown');
    expect(popup.focus).toContain('Bee');
    await popup.key('ArrowUp');
    await popup.key('ArrowLeft');
    expect(popup.focus).toContain('Ant');
  });

  it('lets Tab stop at one row: the one where the arrows left off', async () => {
    const popup = await Popup.open({ accounts: accounts() });
    const stops = () => popup.all('.row-main').map((row) => row.tabIndex);
    expect(stops()).toEqual([0, -1, -1]);
    await popup.key('ArrowDown');
    await popup.key('ArrowDown');
    expect(stops()).toEqual([-1, 0, -1]);
  });

  it.each(['/', 'g'])('goes to the search at %s', async (key) => {
    const popup = await Popup.open({ accounts: accounts() });
    await popup.key('ArrowDown');
    const typed = await popup.key(key);
    expect(popup.focus).toBe('Search accounts');
    // The slash is a command; a letter is the first of what is searched for.
    expect(typed).toBe(key !== '/');
  });

  it('clears the search at the first Escape, and leaves the second to the browser', async () => {
    const popup = await Popup.open({ accounts: accounts() });
    await popup.search('bee');
    expect(popup.rows).toHaveLength(1);
    expect(await popup.key('Escape')).toBe(false);
    expect(popup.rows).toHaveLength(3);
    expect(await popup.key('Escape')).toBe(true);
  });

  it('copies the first that was found when Enter is pressed in the search', async () => {
    const popup = await Popup.open({ accounts: accounts() });
    await popup.search('cat');
    popup.all('.search')[0]?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await popup.settled();
    expect(popup.text).toContain('Code copied: Cat');
  });

  it('undoes with Ctrl+Z', async () => {
    const popup = await Popup.open({ accounts: pending() });
    await popup.press('Remove');
    expect(popup.rows).toHaveLength(1);
    await popup.key('z', { ctrlKey: true });
    expect(popup.rows).toHaveLength(2);
  });
});

describe('the focus', () => {
  it('stays in the list when the account that had it is removed', async () => {
    const popup = await Popup.open({ accounts: pending() });
    await popup.press('Remove');
    expect(popup.focus).toContain('Bee');
  });

  it('comes back to the account whose details one looked at', async () => {
    const popup = await Popup.open({ accounts: accounts() });
    await popup.key('ArrowDown');
    await popup.key('ArrowDown');
    await popup.press('Details of Bee');
    expect(popup.focus).toBe('Bee');
    expect(await popup.key('Escape')).toBe(false);
    expect(popup.focus).toContain('Bee');
    expect(document.activeElement?.classList.contains('row-main')).toBe(true);
  });

  it('is at the title or the first field of every view', async () => {
    const popup = await Popup.open({ accounts: accounts() });
    await popup.press('Add an account');
    expect(popup.focus).toBe('Add an account');
    await popup.press('By hand With the setup key that the site shows');
    expect(document.activeElement).toBe(popup.field('Site or issuer'));
    await popup.key('Escape');
    await popup.key('Escape');
    expect(popup.rows).toHaveLength(3);
  });
});
