/**
 * Everything that ever crosses between the rooms of the extension. A reviewer reads this page first.
 *
 * Four directions, two levels of trust. `FromUi` is spoken by our own pages alone (`senders.ts` decides by the
 * browser's word, not by the message's). `FromPage` is spoken by the content script, which lives in a process
 * that a hostile page may have taken over: it names no account, no host and no secret, and what it gets is
 * "something can be offered here" and, after a gesture, one code for its own host.
 *
 * A call takes one JSON value and answers one JSON value. What a person may run into ("wrong password") is a
 * value; what should not happen is a `Failure`.
 */
import type { AccountState, OtpParameters, Reason } from '../core/account.ts';
import type { PageFacts } from '../core/field/facts.ts';
import type { Because, Channel, PromptKind } from '../core/field/judgement.ts';
import type { ReadProblem } from '../core/uri/problem.ts';
import type { Warning } from '../core/warnings.ts';

/** Why a call was not answered; the words that a person sees for each stand in the locales (`failure_*`). */
export type Failure =
  | 'absent' // there is no vault yet
  | 'exists' // there is one already
  | 'locked'
  | 'damaged' // the vault, or a record of it, does not authenticate
  | 'newer-version' // written by a later Countersign: read-only for us
  | 'no-memory' // the key derivation could not get its 64 MiB
  | 'no-webassembly' // the browser runs none: no password can be checked
  | 'storage-full'
  | 'storage-failed'
  | 'not-found' // the account is gone
  | 'not-allowed' // the sender may not ask this
  | 'unreadable' // what was given to be read is not what it should be
  | 'internal';

export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

// ---------------------------------------------------------------- our own pages ask the background

/** Where an enrolment is read from. The secret goes to our pages only if a person typed it there. */
export type Source =
  /** The page that the popup speaks of: its own pictures and, when asked for, a picture of what the tab shows. */
  | {
      readonly from: 'page';
      readonly screenshot: boolean;
      /** First of all the picture on it that was chosen in the browser's context menu. */
      readonly pointed?: true;
    }
  | { readonly from: 'images'; readonly images: readonly string[] } // picture files, each in base64
  | { readonly from: 'text'; readonly text: string } // an otpauth URI
  | {
      readonly from: 'hand';
      readonly issuer: string;
      readonly name: string;
      readonly setupKey: string;
      readonly parameters: OtpParameters;
    };

/** Something that can be kept. */
export interface Found {
  /** Names it in `keep`: a hash of what was read. */
  readonly ref: string;
  readonly issuer: string;
  readonly name: string;
  readonly parameters: OtpParameters;
  /** What a careful person would want to know before keeping it. */
  readonly warnings: readonly Warning[];
  /** `same`: this very secret is kept already. `renewal`: the account is, with another secret. */
  readonly known: 'no' | 'same' | 'renewal';
}

export type Findings =
  | { readonly read: 'found'; readonly found: readonly Found[] }
  | { readonly read: 'nothing'; readonly because: Nothing };

/** Why there is nothing. */
export type Nothing =
  | 'empty'
  | 'no-picture' // a file that the browser does not know for one
  | 'gave-up' // a picture that takes longer than any may
  | 'no-code'
  | 'not-otpauth' // a QR code of something else
  | ReadProblem;

export interface AccountView {
  readonly id: string;
  readonly issuer: string;
  readonly name: string;
  readonly parameters: OtpParameters;
  readonly state: Exclude<AccountState, 'trashed'>;
  /** ms since the epoch at which `state` was entered. */
  readonly since: number;
  readonly hosts: readonly string[];
  readonly recovery: { readonly left: number; readonly total: number } | null;
  /** Bound to the host of the page that the popup speaks of. */
  readonly here: boolean;
  /**
   * Seconds by which its site's clock is ahead of this device's (below zero: behind), where codes are made for the
   * site's time; 0 where the two agree, or nothing is known.
   */
  readonly clockAhead: number;
  /** Why it is in its state; null while it is as it was kept. */
  readonly because: Reason | null;
  /** When the site's support was asked to give it back, in ms since the epoch; null when it was not. */
  readonly supportCase: number | null;
}

export interface CodeView {
  readonly id: string;
  readonly code: string;
  /** The code of the next period. */
  readonly next: string;
  /** ms since the epoch: the period that `code` is good for. */
  readonly from: number;
  readonly until: number;
}

/** The page that the popup speaks of, as far as it matters to us. */
export interface PageView {
  /** null for pages that have none (the browser's own, files). */
  readonly host: string | null;
  /** The kind of code that it asks for now. */
  readonly asks: 'code' | 'recovery' | null;
  /** Recovery codes that stand on it and belong to an account of this host. */
  readonly recoveryCodes: { readonly account: string; readonly codes: readonly string[] } | null;
  /** What the page says of an account of this host that only the person can know to be true. */
  readonly hint: PageHint | null;
  /** Why nothing is filled there, where a person may believe that it could be. */
  readonly caution: Caution | null;
  /**
   * What an account of it, or of the frame in it that asks, is bound to: the host; of one that came without encryption all
   * of its origin.
   */
  readonly binding: string | null;
  /** The person wants nothing to be offered there. */
  readonly never: boolean;
  /** Of several accounts the one that is meant most likely. */
  readonly likely: LikelyAccount | null;
  /** It asks for a code, and no account is bound to it: those that may be its own, of which only the person can know. */
  readonly proposals: readonly Proposal[];
}

export interface Proposal {
  readonly account: string;
  /** The host that a yes binds it to: of the document that asks. */
  readonly host: string;
  /** The host of the same owner that it is bound to; null where only its issuer says where it may belong. */
  readonly kept: string | null;
}

export interface LikelyAccount {
  readonly account: string;
  /** `named`: its user name stands on the page. `last-used`: its code was the last one to be used there. */
  readonly because: 'named' | 'last-used';
}

export type Caution =
  /** It looks like `kept`, a host that an account is bound to, and is not. */
  | { readonly says: 'look-alike'; readonly kept: string }
  /** An account is bound to this host, and the page came without encryption: anybody may have written it. */
  | { readonly says: 'unencrypted' };

export interface PageHint {
  readonly account: string;
  /** `off`: two-factor authentication is off. `support`: the page is a way back by the site's support. */
  readonly says: 'off' | 'support';
}

/** A field of the page that our interface speaks of, and what was made of it. */
export interface FieldView {
  /** What the page calls it, in its own words; '' where it has none. */
  readonly called: string;
  /** How many boxes it is made of. */
  readonly boxes: number;
  readonly kind: PromptKind | 'none';
  readonly channel: Channel;
  readonly because: readonly Because[];
}

/** Why something is offered on that page, or nothing is. */
export interface Explanation {
  /** null for pages that have none. */
  readonly host: string | null;
  /** Whether it came over a connection that nobody on the way could have written to. */
  readonly secure: boolean;
  /** How many accounts are bound to exactly this host. */
  readonly accounts: number;
  /** Whether it could be read at all. */
  readonly read: boolean;
  /** Every field that was looked at, in all the frames that may be asked. */
  readonly fields: readonly FieldView[];
}

export type VaultState = 'absent' | 'locked' | 'open';

export type FillResult =
  | 'filled'
  | 'waiting' // the code of this period is spent or about to end: the next one will be filled
  | 'no-field' // the page has no field for it
  | 'occupied' // something else than a code stands in it, which is not ours to take away
  | 'not-taken' // the field did not keep what was written
  | 'none-left' // no unused recovery code
  | 'refused'; // not on this page, or not now

/** What a person opens the vault with, or shows once more before something is given out. Bytes are base64. */
export type Key =
  | { readonly password: string }
  | { readonly recoveryCode: string }
  /** What a passkey gave for its salt. */
  | { readonly passkey: string }
  /** Nothing: of a vault that has no password. */
  | { readonly device: true };

/** What a passkey is asked with; bytes are base64. */
export interface PasskeyView {
  readonly credentialId: string;
  readonly rpId: string;
  readonly salt: string;
}

/** The ways to open this vault, as far as a locked one tells; nothing has authenticated them yet. */
export interface WaysIn {
  readonly password: boolean;
  readonly recoveryCode: boolean;
  readonly passkeys: readonly PasskeyView[];
  /** Tries that are left to the PIN; 0 when it cannot be tried. */
  readonly pinTries: number;
  /** Whether it opens for whoever can read the profile. */
  readonly unprotected: boolean;
  /** Whether a later Countersign has made it: it can be read, and nothing of it is changed. */
  readonly readOnly: boolean;
  /** Why it is locked; null when it is open, or has not been open since the browser began. */
  readonly locked: 'hand' | 'time' | 'clock' | 'idle' | 'screen' | null;
}

/** One way to open the vault, as its owner sees it; '' for no name. */
export interface KeyView {
  readonly id: string;
  readonly kind: 'password' | 'recovery' | 'passkey' | 'device' | 'unknown';
  readonly name: string;
}

/** An account that was removed or replaced. */
export interface TrashedView {
  readonly id: string;
  readonly issuer: string;
  readonly name: string;
  /** When it went to the trash, and when it is deleted for good: ms since the epoch. */
  readonly since: number;
  readonly until: number;
}

/** An account that cannot be read; without names where these cannot be read either. */
export interface DamagedView {
  readonly id: string;
  readonly why: 'damaged' | 'newer-version';
  readonly named: { readonly issuer: string; readonly name: string } | null;
}

/** What a person can change of an account; its secret is not among it. */
interface EditedAccount {
  readonly id: string;
  readonly issuer: string;
  readonly name: string;
  /** As typed: hosts, or addresses of pages on them. */
  readonly hosts: readonly string[];
}

/** What restoring a backup would do; nothing of a secret. */
export interface BackupPreview {
  /** ms since the epoch. */
  readonly created: number;
  readonly accounts: readonly {
    readonly issuer: string;
    readonly name: string;
    readonly trashed: boolean;
    readonly comparison: 'new' | 'same' | 'changed';
  }[];
  /** What stands in it and cannot be taken; without names where these cannot be read either. */
  readonly refused: readonly {
    readonly issuer: string;
    readonly name: string;
    /** `parameters`: its codes are of a kind that we do not make. `secret`: it has none, or a broken one. */
    readonly because: 'parameters' | 'secret' | 'unreadable';
  }[];
  /** How many would go to the trash if the vault were replaced. */
  readonly others: number;
  /** For how many sites something is chosen in it; null for one from before there was any word of sites in backups. */
  readonly sites: number | null;
}

/** Minutes. */
export type LockAfter = 1 | 5 | 15 | 60 | 240;

/** When the vault locks itself. */
export interface LockSettings {
  /** Without use of Countersign. */
  readonly lockAfterMinutes: LockAfter;
  /** Without a key or the mouse used on this computer; null for never. */
  readonly lockOnIdleMinutes: LockAfter | null;
  /** With the screen, where the browser tells. */
  readonly lockOnScreenLock: boolean;
}

/** What a person has chosen for one site. */
export interface SiteChoices {
  /** Nothing is offered there: what is in Countersign can still be copied. */
  readonly never: boolean;
  /** The form is submitted once a code was filled into it. */
  readonly submit: boolean;
  /** A code is put behind what stands in the field: a password, where a site wants both in one. */
  readonly append: boolean;
}

/** A site for which something was chosen. */
export interface SiteView extends SiteChoices {
  /** As accounts are bound to it. */
  readonly host: string;
  /** Accounts that a person has refused there; any of them may be gone by now. */
  readonly refused: readonly string[];
}

export interface FromUi {
  state(): VaultState;
  waysIn(): WaysIn;
  createVault(request: { password: string }): null;
  /** One without a password, which whoever can read the profile can read. */
  createUnprotected(): null;
  /** `no-pin`: it cannot be tried, or no longer. */
  unlock(request: Key | { readonly pin: string }): 'open' | 'wrong' | 'no-pin';
  lock(): null;
  accounts(): readonly AccountView[];
  /** The accounts that cannot be read. */
  damaged(): readonly DamagedView[];
  /** Puts these back as the vault's copy has them; answers how many still cannot be read. */
  mend(): number;
  /** The codes of all accounts that run on a clock. */
  codes(): readonly CodeView[];
  /** Commits the counter of an HOTP account, then shows the code that it gave. */
  nextCode(request: { id: string }): { code: string };
  /** A code of this account was copied for the page that the popup speaks of. */
  copied(request: { id: string }): null;
  page(): PageView;
  /** Why something is offered on that page, or nothing is. */
  explain(): Explanation;
  find(source: Source): Findings;
  /** Keeps what `find` showed. From the page: pending, bound to its host. Else active; bound where `bind` says so. */
  keep(request: { source: Source; ref: string; bind: boolean }): 'kept' | 'gone';
  /** The person says that the site has accepted it. */
  confirm(request: { id: string }): null;
  /** The person says that they turned it off at the site. */
  switchedOff(request: { id: string }): null;
  /** The site's support was asked to give the account back, or is no longer. */
  supportCase(request: { id: string; open: boolean }): null;
  remove(request: { id: string }): null;
  restore(request: { id: string }): null;
  /** Keeps these, which a person has seen, in place of those that the account has. */
  keepRecoveryCodes(request: { id: string; codes: readonly string[] }): null;
  /** Only after a key was shown again, even when unlocked. */
  showRecoveryCodes(request: { id: string; proof: Key }):
    | {
        shown: readonly { code: string; used: boolean }[];
        /** When the list before this one was replaced, in ms since the epoch; null when none is in the trash. */
        replaced: number | null;
      }
    | 'wrong';
  /** The list that was replaced last comes back, and the one that replaced it goes to the trash. */
  restoreRecoveryCodes(request: { id: string }): null;
  /** The person wants the codes of the accounts of this host on this page too, which came without encryption. */
  allowUnencrypted(): null;
  /** The person says that this account, which was proposed for it, belongs to this host too. */
  bindHere(request: { id: string; host: string }): 'bound' | 'gone';
  /** The person says that it does not, and it is not proposed there again; or takes that back. */
  refuseHere(request: { id: string; host: string; refused: boolean }): null;
  /** Fills a code of this account, or its next recovery code, whatever the page asks for. */
  fill(request: { id: string }): FillResult;
  /** This code, or secret, was copied from our page: it is taken off the clipboard again where a person wants that. */
  onClipboard(request: { text: string }): null;
  lockSettings(): LockSettings;
  setLockSettings(settings: LockSettings): null;
  /** The sites for which something was chosen. */
  sites(): readonly SiteView[];
  /** What is not named stays. */
  setSite(request: { host: string; choices: Partial<SiteChoices> }): null;
  /** Whether anything of ours may stand in a page. */
  offersInPages(): boolean;
  setOffersInPages(request: { allowed: boolean }): null;

  /** `bad-host`: one of the hosts is none; then nothing was changed. */
  edit(request: EditedAccount): 'edited' | 'bad-host';
  trashed(): readonly TrashedView[];
  /** Deletes for good, from the trash or what cannot be read. */
  purge(request: { ids: readonly string[] }): null;

  // The ways into the vault. Whoever adds, changes or takes away one shows one first, also of an open vault.
  keys(): readonly KeyView[];
  /** Whether it opens this vault: before something is begun that could not be taken back. */
  check(request: { proof: Key }): boolean;
  nameKey(request: { id: string; name: string }): null;
  /** The code is shown now or never. */
  addRecoveryCode(request: { proof: Key; name: string }): { readonly code: string } | 'wrong';
  addPasskey(request: { proof: Key; name: string; passkey: PasskeyView; output: string }): 'added' | 'wrong';
  /** `last`: only passkeys, or nothing, would be left. */
  removeKey(request: { proof: Key; id: string }): 'removed' | 'last' | 'wrong';
  /** Also the first one of a vault that had none. */
  changePassword(request: { proof: Key; password: string }): 'changed' | 'wrong';
  /** Another vault key: only what is shown here opens it from then on. */
  rotateKey(request: { proofs: readonly Key[] }): 'rotated' | 'wrong';
  removeProtection(request: { proof: Key }): 'unprotected' | 'wrong';
  hasPin(): boolean;
  setPin(request: { proof: Key; pin: string }): 'set' | 'wrong';
  removePin(): null;

  // What lets secrets out, only after a key was shown again, even when unlocked.
  showSecret(request: {
    id: string;
    proof: Key;
  }): { readonly setupKey: string; readonly uri: string } | 'wrong';
  /** An otpauth URI a line, of all accounts that are not in the trash, and how many of them could not be read. */
  exportPlain(request: {
    proof: Key;
  }): { readonly text: string; readonly accounts: number; readonly leftOut: number } | 'wrong';
  /** A file in base64 under a password of its own, and how many accounts could not be read and are not in it. */
  backup(request: {
    proof: Key;
    password: string;
  }): { readonly file: string; readonly accounts: number; readonly leftOut: number } | 'wrong';
  /** The person has the file. */
  backedUp(): null;
  /** When the last one was kept, in ms since the epoch, and how many accounts are newer. */
  lastBackup(): { readonly at: number | null; readonly accountsSince: number };
  previewBackup(request: { file: string; password: string }): BackupPreview | 'wrong';
  restoreBackup(request: {
    file: string;
    password: string;
    how: 'merge' | 'replace';
  }): { readonly added: number; readonly changed: number; readonly trashed: number } | 'wrong';

  /** Whether there is a copy of a vault that may be put in the place of one that is gone or does not open. */
  hasCopy(): boolean;
  restoreCopy(key: Key): 'restored' | 'wrong';
  /** Whether the vault is older than it was last seen: something has put back an earlier state of it. */
  isSetBack(): boolean;
  acceptSetBack(): null;
}

// ---------------------------------------------------------------- the background tells our own pages

export interface ToUi {
  /** Something shown may be out of date: ask again. On a lock, blank first. */
  changed(): null;
}

// ---------------------------------------------------------------- a page's content script asks the background

export type ChipKind =
  | 'fill' // a code
  | 'fill-recovery' // the next unused recovery code
  | 'choose' // several accounts: leads to the popup
  | 'keep-codes'; // recovery codes stand here: leads to the popup

export interface Chip {
  readonly kind: ChipKind;
  /** The `key` of the field that it stands at; null for a chip that stands at the list of codes. */
  readonly field: number | null;
  /** Good once, for this document only, for a few minutes. */
  readonly ticket: string;
}

export type Release =
  | {
      readonly release: 'code';
      readonly code: string;
      /** ms since the epoch; null for a code that does not end with a period. */
      readonly until: number | null;
      /** Behind what stands in the field, a password, in place of which it must not be written. */
      readonly append: boolean;
      /** Its form is to be sent once the code is in it. */
      readonly submit: boolean;
    }
  /** Ask again with this ticket at `until` (ms since the epoch): then there is a fresh code. */
  | { readonly release: 'wait'; readonly until: number; readonly ticket: string }
  | { readonly release: 'none'; readonly because: 'none-left' | 'occupied' | 'refused' };

/** What the always-on half sees at a glance: enough to decide whether the page is worth reading. */
export interface Glimpse {
  /** A field that may want a code, or a password, behind which a person may want it. */
  readonly fields: boolean;
  /** Titles or an address that speak of codes, factors or authenticators. */
  readonly words: boolean;
  /** A picture that may be a QR code. */
  readonly pictures: boolean;
}

export interface FromPage {
  /** From the always-on half, which holds no more than this; the reader is then loaded if it may matter. */
  glimpse(glimpse: Glimpse): null;
  /** What stands on the page now. Answered by the chips to show; every earlier one goes. */
  report(facts: PageFacts): readonly Chip[];
  /**
   * After a trusted gesture: the code that the ticket stands for, once. `occupied`: something else than a code stands in the
   * field, so that only a code to be put behind it is of use there.
   */
  redeem(request: { ticket: string; occupied?: boolean }): Release;
  /** The form that holds what was filled is being submitted: what comes next is the site's answer. */
  submitted(): null;
  /** The person has pressed what closes or cancels, since it was filled: its form may go without an answer. */
  cancelled(): null;
  /** The person has copied this code, which this page was given, at its chip. */
  copied(request: { code: string }): null;
  /** A trusted click on a chip that leads to the popup. */
  open(request: { ticket: string }): null;
}

// ---------------------------------------------------------------- the background asks a page's content script

/** A picture's brightness, row by row, a byte a pixel, as base64; what shines through stands on the likelier ground. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly luma: string;
}

export interface ToPage {
  /** Read the page again and say what stands there. */
  look(): PageFacts;
  pictures(): readonly Picture[];
  /** The picture with this address, whatever its size or shape; null where it may not be read, or is gone. */
  picture(request: { src: string }): Picture | null;
  /** Shows what stands further down, answering whether there was more, or what was shown before. */
  scroll(request: { to: 'down' | 'up' }): boolean;
  /** A gesture in our own interface or the browser's: fill the field with this key with what the ticket gives. */
  fill(request: { ticket: string; field: number }): FillResult;
  /** The key of the field that the person has pointed at last, for the browser's menu, or is at; null where that is none. */
  pointed(): number | null;
  /** Take away every chip: the vault was locked. */
  withdraw(): null;
}

export interface ToWatch {
  /** Look anew and say what is there: the vault was opened, an account has changed, an answer is awaited. */
  again(): null;
}
