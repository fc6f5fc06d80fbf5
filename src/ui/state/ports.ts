import type { FromUi } from '../../messages/contract.ts';
import type { Client } from '../../messages/rpc.ts';
import type { Passkeys } from './passkeys.ts';

interface ClipboardRight {
  held(): Promise<boolean>;
  /** Only while a click is being answered; false for a no. */
  ask(): Promise<boolean>;
  giveUp(): Promise<void>;
  onChange(changed: () => void, signal: AbortSignal): void;
}

/** All that the interface needs of the world outside: `begin.ts` gives the browser's, tests their own. */
export interface Ports {
  readonly background: Client<FromUi>;
  /** ms since the epoch. */
  readonly now: () => number;
  readonly copy: (text: string) => Promise<void>;
  /** The right to look at the clipboard, which the browser gives for a person's yes. */
  readonly clipboard: ClipboardRight;
  readonly openInTab: (path: string) => Promise<void>;
  readonly passkeys: Passkeys;
  /** Gives a person a file of this name. */
  readonly save: (name: string, type: string, bytes: Uint8Array<ArrayBuffer>) => void;
  /** Whether the browser tells when the screen is locked. */
  readonly tellsOfScreenLock: boolean;
  /** Closes the popup; does nothing where we are a tab. */
  readonly close: () => void;
  /** Whether we are the full page, in a tab of its own, and not the popup. */
  readonly full: boolean;
  /** Whether a file dialog would close us. */
  readonly filePickerCloses: boolean;
  /** Calls `changed` whenever the background says that something shown may be out of date. */
  readonly onChanged: (changed: () => void, signal: AbortSignal) => void;
}
