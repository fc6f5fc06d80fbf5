/** What a person can do. Each resolves to the text of what went wrong, or null; a failed call throws. */
import type { AccountView, Found, Key, LockSettings, Source } from '../../messages/contract.ts';
import { t, type TextKey } from '../../platform/text.ts';
import { say, type Context, type Outcome } from './context.ts';
import { blank } from './model.ts';
import { nameOf, titleOf } from './names.ts';
import { plural } from './language.ts';
import { home } from './route.ts';
import { proposalActions } from './proposal-actions.ts';
import { siteActions } from './site-actions.ts';
import { failureOf } from './sync.ts';
import { failureText, fillProblem } from './words.ts';

export function createActions(context: Context) {
  return {
    ...vaultActions(context),
    ...codeActions(context),
    ...accountActions(context),
    ...keepActions(context),
    ...settingActions(context),
    ...siteActions(context),
    ...proposalActions(context),
    say: (text: string) => say(context.model, text),
  };
}

async function unlock(
  { model, ports, sync }: Context,
  key: Key | { readonly pin: string },
): Promise<TextKey | 'wrong' | null> {
  const result = await ports.background.unlock(key).catch((error: unknown) => {
    // Then there is something to offer beside another try.
    if (failureOf(error) === 'damaged') model.unlockFailed.value = true;
    throw error;
  });
  // How often the PIN can still be tried, and whether it can be.
  if (result !== 'open') model.ways.value = await ports.background.waysIn();
  if (result === 'no-pin') return 'keyPinGone';
  if (result === 'wrong') return 'pin' in key && model.ways.value?.pinTries === 0 ? 'keyPinGone' : 'wrong';
  await sync.refresh();
  return null;
}

function vaultActions(context: Context) {
  const { model, ports, sync } = context;
  return {
    create: async (password: string): Outcome => {
      await ports.background.createVault({ password });
      await sync.refresh();
      return null;
    },
    createUnprotected: async (): Outcome => {
      await ports.background.createUnprotected();
      await sync.refresh();
      return null;
    },
    unlock: (key: Key | { readonly pin: string }) => unlock(context, key),
    restoreCopy: async (key: Key): Promise<'wrong' | null> => {
      if ((await ports.background.restoreCopy(key)) === 'wrong') return 'wrong';
      await sync.refresh();
      say(model, t('copyRestored'));
      return null;
    },
    allowUnencrypted: async (): Outcome => {
      await ports.background.allowUnencrypted();
      await sync.refresh();
      return null;
    },
    acceptSetBack: async (): Outcome => {
      await ports.background.acceptSetBack();
      model.setBack.value = false;
      return null;
    },
    lock: async (): Promise<void> => {
      // Whoever looks over the shoulder shall see nothing from here on, whatever the background says.
      blank(model, 'locked');
      try {
        await ports.background.lock();
      } catch (error) {
        // What is shown has to be true: it is not locked.
        await sync.refresh();
        say(model, t(failureText[failureOf(error)]));
      }
    },
  };
}

function codeActions({ model, ports, sync }: Context) {
  const copy = async (account: AccountView): Outcome => {
    const code = model.counted.value.get(account.id) ?? model.codes.value.get(account.id)?.code;
    if (code === undefined) return null;
    try {
      await ports.copy(code);
    } catch {
      return 'copyFailed';
    }
    say(model, t('copied', titleOf(account)));
    // The person has the code, whatever becomes of what is remembered of it.
    if (account.here) await ports.background.copied({ id: account.id }).catch(() => null);
    return null;
  };
  const nextCode = async (account: AccountView): Outcome => {
    const { code } = await ports.background.nextCode({ id: account.id });
    model.counted.value = new Map(model.counted.value).set(account.id, code);
    return null;
  };
  const fill = async (account: AccountView): Outcome => {
    const { fill: ask } = ports.background;
    const result = await ask({ id: account.id });
    if (result === 'waiting') say(model, t('fill_waiting'));
    if (result === 'filled') {
      say(model, t('fill_filled', titleOf(account)));
      ports.close();
      await sync.refresh();
    }
    return fillProblem[result];
  };
  return { copy, nextCode, fill };
}

function accountActions({ model, ports, sync }: Context) {
  const restore = async (account: AccountView) => {
    model.notice.value = null; // once is enough
    try {
      await ports.background.restore({ id: account.id });
      await sync.refresh();
      model.active.value = account.id;
      say(model, t('restored', titleOf(account)));
    } catch (error) {
      say(model, t(failureText[failureOf(error)]));
    }
  };
  return {
    mend: async (): Outcome => {
      const left = await ports.background.mend();
      await sync.refresh();
      if (left > 0) return 'damagedStill';
      say(model, t('damagedMended'));
      return null;
    },
    confirm: async (account: AccountView): Outcome => {
      await ports.background.confirm({ id: account.id });
      await sync.refresh();
      say(model, t('confirmed', titleOf(account)));
      return null;
    },
    switchedOff: async ({ id, supportCase }: AccountView): Outcome => {
      await ports.background.switchedOff({ id });
      if (supportCase !== null) await ports.background.supportCase({ id, open: false });
      await sync.refresh();
      return null;
    },
    supportCase: async ({ id }: AccountView, open: boolean): Outcome => {
      await ports.background.supportCase({ id, open });
      await sync.refresh();
      return null;
    },
    remove: async (account: AccountView): Outcome => {
      await ports.background.remove({ id: account.id });
      model.route.value = home;
      await sync.refresh();
      say(model, t('removed', nameOf(account)), () => restore(account));
      return null;
    },
  };
}

function keepActions({ model, ports, sync }: Context) {
  return {
    keep: async (source: Source, found: Found, bind: boolean): Outcome => {
      if ((await ports.background.keep({ source, ref: found.ref, bind })) === 'gone') return 'foundGone';
      model.query.value = '';
      await sync.refresh();
      say(model, t(source.from === 'page' ? 'keptPending' : 'kept', titleOf(found)));
      return null;
    },
    restoreRecoveryCodes: async (id: string): Outcome => {
      await ports.background.restoreRecoveryCodes({ id });
      await sync.refresh();
      return null;
    },
    keepRecoveryCodes: async (id: string, codes: readonly string[]): Outcome => {
      await ports.background.keepRecoveryCodes({ id, codes });
      await sync.refresh();
      say(model, plural('recoveryKept', codes.length));
      return null;
    },
  };
}

function settingActions({ model, ports }: Context) {
  return {
    setLockSettings: async (settings: LockSettings): Outcome => {
      await ports.background.setLockSettings(settings);
      say(model, t('settingsSaved'));
      return null;
    },
  };
}
