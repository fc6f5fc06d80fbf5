/** Everything that the background's handlers work with, put together once in `main.ts` and by tests. */
import type { PageTab } from '../platform/tabs.ts';
import type { Vault } from '../vault/vault.ts';
import type { AwaitedCodes } from './awaited.ts';
import type { CopiedTexts } from './clipboard/copied.ts';
import type { SiteClocks } from './clock.ts';
import type { PageLink } from './page-link.ts';
import type { Decoder } from './qr/decode-once.ts';
import type { SessionState } from './session-state.ts';
import type { Spent } from './spent.ts';
import type { Tickets } from './tickets.ts';

/** The account whose code a tab's site has accepted last. */
export interface Recent {
  readonly account: string;
  readonly host: string;
}

/** What the toolbar button of a tab says of its page. */
export type Mark = 'set-up' | 'recovery-codes' | 'look-alike';

/** A picture that was chosen in the context menu. */
export interface Pointed {
  readonly frame: number;
  readonly src: string;
}

export interface Desk {
  readonly vault: Vault;
  readonly now: () => number;
  readonly pages: PageLink;
  readonly decoder: Decoder;
  readonly tickets: Tickets;
  readonly awaited: AwaitedCodes;
  readonly clocks: SiteClocks;
  readonly copied: CopiedTexts;
  /** By account and by host. */
  readonly spent: SessionState<Spent>;
  readonly recent: SessionState<Recent>;
  /** Of one tab at most: by that tab. */
  readonly pointed: SessionState<Pointed>;
  /** What the browser lets us do around pages. */
  readonly surroundings: {
    subjectTab(): Promise<PageTab | null>;
    screenshot(windowId: number): Promise<string | null>;
    webTabs(): Promise<readonly number[]>;
    mark(tab: number, mark: Mark | null): Promise<void>;
    /** At one of its views, where one is named. */
    openPopup(start?: string): Promise<void>;
    /** Our own pages should ask again. */
    tellUi(): void;
    /** Wake us at the vault's deadline (ms since the epoch). */
    wakeAt(time: number | null): Promise<void>;
    /** Tell us when nobody has used the computer for so many seconds. */
    hearOfIdleAfter(seconds: number): void;
    isIdleFor(seconds: number): Promise<boolean>;
    pause(ms: number): Promise<void>;
    /** Whether page loads are listened to. */
    followLoads(follow: boolean): void;
  };
}
