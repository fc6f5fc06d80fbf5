/**
 * Whether a site has accepted the code that we gave it, judged from what its page shows afterwards.
 *
 * No site says so to us, so this reads what a person would: the form is gone, recovery codes are shown, or the
 * form stands there again and complains. `open` means that it cannot be told yet; nothing is decided on it.
 */
import { says as saysInAnyLanguage } from '../field/words.ts';
import { plain } from '../field/text.ts';
import { offWords, refusalWords, successWords, supportWords } from './words.ts';

export interface Aftermath {
  /** What was given: a code of the account's, or a recovery code of it. */
  readonly gave: 'code' | 'recovery';
  /** Whether the tab has shown another document since. */
  readonly moved: boolean;
  /** Whether the form that holds the code was seen to be submitted. */
  readonly submitted: boolean;
  /** Whether what closes or cancels was pressed since. */
  readonly cancelled: boolean;
  /** Whether the site asked for codes of the account before: then it is no news that two-factor authentication is on. */
  readonly wasOn: boolean;
  /** What the page asks for now. */
  readonly asks: { readonly code: boolean; readonly recovery: boolean; readonly password: boolean };
  /** Whether a field that asks for a code is marked as wrong, or stands empty again. */
  readonly askedAnew: boolean;
  /** Whether recovery codes are shown. */
  readonly showsRecoveryCodes: boolean;
  /** Visible alerts and status messages. */
  readonly messages: string;
}

export type Verdict = 'accepted' | 'refused' | 'open';

export function verdict(after: Aftermath): Verdict {
  // A provider shows these once the set-up is done, never before: stronger than any field on the same page.
  if (after.gave === 'code' && after.showsRecoveryCodes) return 'accepted';
  if (after.asks[after.gave]) return after.moved || after.askedAnew ? 'refused' : 'open';
  // A refused code can lead back to the start, and an accepted one to a new sign-in (Defguard): it cannot be told.
  if (after.asks.password) return 'open';
  // The other way in (another link on the prompt) is not an answer to the code.
  if (after.asks.code || after.asks.recovery) return 'open';
  // Cancel and Back lead to a page without a prompt too, and an account that the site never took must not pass
  // for a working one. Of a recovery code it is the other way round: they lead back to the password.
  if (after.gave === 'code' && mayHaveGoneBack(after)) return 'open';
  // A set-up that has ended without success ("begin again") says so, in words that no list is ever complete in: so
  // what is said must be of success. After a sign-in a page may say anything.
  const toldOtherwise = after.gave === 'code' && after.messages !== '' && !says(after.messages, successWords);
  if (!toldOtherwise && !says(after.messages, refusalWords)) return 'accepted';
  // A new page that says so is the site's answer. Were it waited on, the next page, which says nothing, would be it.
  return after.gave === 'code' && after.moved ? 'refused' : 'open';
}

/**
 * The submit of a page that goes may never be heard of, for the background can be ended over it; what the next page says
 * then decides, where it says something that was not so before.
 */
function mayHaveGoneBack({ moved, submitted, cancelled, wasOn, messages }: Aftermath): boolean {
  const saysSo = says(messages, successWords);
  if (!moved) return cancelled && !saysSo;
  return !submitted && (cancelled || wasOn || !saysSo);
}

function says(messages: string, words: readonly string[]): boolean {
  const said = messages.toLowerCase();
  return words.some((word) => said.includes(word));
}

/** Whether a page says that two-factor authentication is off, or about to be. */
export function saysItIsOff(text: string): boolean {
  return says(text, offWords) && saysInAnyLanguage.otp.test(plain(text));
}

/** Whether a page's title speaks of a way back for those who have neither device nor code. */
export function isAboutSupport(title: string): boolean {
  return says(title, supportWords);
}
