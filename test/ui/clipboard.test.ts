// @vitest-environment happy-dom
import messages from '../../src/locales/en/messages.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { onSecretCopied } from '../../src/ui/state/copies.ts';
import { accountOf, PASSWORD } from './fake-background.ts';
import { Popup } from './popup.ts';

const recovery = [{ code: '33334444', used: false }];

/** Everything on the page is selected and copied. */
function copyAll() {
  const told: string[] = [];
  const ended = new AbortController();
  onSecretCopied(document, (text) => told.push(text), ended.signal);
  const range = document.createRange();
  range.selectNodeContents(document.body);
  document.getSelection()?.removeAllRanges();
  document.getSelection()?.addRange(range);
  const clipboardData = new DataTransfer();
  const event = Object.assign(new Event('copy', { bubbles: true, cancelable: true }), { clipboardData });
  document.body.dispatchEvent(event);
  ended.abort();
  return { told, onClipboard: clipboardData.getData('text/plain'), goesOn: !event.defaultPrevented };
}

describe('V48: what is copied from our pages by the browser’s own means', () => {
  it.each(['Show recovery codes', 'Show the setup key'])(
    'is told of where a secret is in it: %s',
    async () => {
      const popup = await Popup.open(
        { accounts: [accountOf('Ant', { recovery: { left: 1, total: 1 } })], recovery },
        { start: { view: 'account', id: 'Ant' } },
      );
      expect(copyAll()).toEqual({ told: [], onClipboard: '', goesOn: true });
      await popup.press('Show recovery codes');
      await popup.write('Your password, once more', PASSWORD);
      await popup.submit();
      const { told, onClipboard, goesOn } = copyAll();
      expect(told).toEqual([onClipboard]);
      expect(onClipboard).toContain('33334444');
      expect(goesOn).toBe(false);
    },
  );
});

const LABEL = messages.clipboardClear.message;

const openSettings = async (clipboard: Partial<Popup['clipboard']> = {}) => {
  const popup = await Popup.open({}, { start: { view: 'settings' }, full: true });
  Object.assign(popup.clipboard, clipboard);
  popup.clipboard.changed();
  await popup.settled();
  const input = () =>
    popup
      .all('label')
      .find((label) => label.textContent.includes(LABEL))
      ?.querySelector('input');
  const click = async () => {
    input()?.click();
    await popup.settled();
  };
  return { popup, isOn: () => input()?.checked, click };
};

describe('the switch for clearing the clipboard', () => {
  it('is off, asks the browser, and gives the right up again', async () => {
    const { popup, isOn, click } = await openSettings();
    expect(isOn()).toBe(false);
    await click();
    expect(isOn()).toBe(true);
    expect(popup.clipboard.held).toBe(true);
    await click();
    expect(isOn()).toBe(false);
    expect(popup.clipboard.held).toBe(false);
  });

  it('stays off where the person says no, and says so', async () => {
    const { popup, isOn, click } = await openSettings({ answer: false });
    await click();
    expect(isOn()).toBe(false);
    expect(popup.alerts).toEqual([messages.clipboardRefused.message]);
  });

  it('goes off where the right was taken away in the browser’s own settings', async () => {
    const { popup, isOn } = await openSettings({ held: true });
    expect(isOn()).toBe(true);
    popup.clipboard.held = false;
    popup.clipboard.changed();
    await popup.settled();
    expect(isOn()).toBe(false);
  });

  it('stands where the browser’s question closes nothing: not in the popup', async () => {
    const popup = await Popup.open({}, { start: { view: 'settings' } });
    expect(popup.text).not.toContain(LABEL);
    await popup.press(messages.settingsMore.message);
    expect(popup.tabs).toEqual(['src/ui/page/page.html#settings']);
  });
});
