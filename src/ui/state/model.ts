import { batch, signal } from '@preact/signals';
import type {
  AccountView,
  CodeView,
  Failure,
  Found,
  PageView,
  VaultState,
  DamagedView,
  FromUi,
  WaysIn,
} from '../../messages/contract.ts';
import { home, type Route } from './route.ts';

export type Stage = 'starting' | 'failed' | VaultState;

/** What the toast says, and what its Undo does. */
export interface Notice {
  /** Tells it from the one before, which may have had the same text. */
  readonly id: number;
  readonly text: string;
  /** Never rejects: it says itself what went wrong. */
  readonly undo: (() => Promise<void>) | null;
}

export const noPage: PageView = {
  host: null,
  binding: null,
  asks: null,
  recoveryCodes: null,
  hint: null,
  caution: null,
  never: false,
  likely: null,
  proposals: [],
};

/** Everything that is shown, as the background told it last. No secret and no password is ever among it. */
export function createModel(start: Route) {
  return {
    stage: signal<Stage>('starting'),
    /** Why the stage is `failed`. */
    failure: signal<Failure>('internal'),
    accounts: signal<readonly AccountView[]>([]),
    /** The accounts beside these that cannot be read. */
    damaged: signal<readonly DamagedView[]>([]),
    /** How the vault can be opened; null until that is known. */
    ways: signal<WaysIn | null>(null),
    /** An unlocking has met a vault that does not open, whatever the key. */
    unlockFailed: signal(false),
    /** The vault is older than it was last seen. */
    setBack: signal(false),
    /** When the last backup was kept, and how many accounts are newer; null until that is known. */
    backup: signal<ReturnType<FromUi['lastBackup']> | null>(null),
    codes: signal<ReadonlyMap<string, CodeView>>(new Map()),
    /** The codes that counter-based accounts gave since the vault was opened. */
    counted: signal<ReadonlyMap<string, string>>(new Map()),
    page: signal<PageView>(noPage),
    /** The page is still being asked: what it has may be more than is shown. */
    looking: signal(false),
    /** Setup codes that stand on the page and are not kept yet. */
    found: signal<readonly Found[]>([]),
    route: signal<Route>(start),
    /** The account whose row has, or had last, the focus. */
    active: signal<string | null>(null),
    query: signal(''),
    notice: signal<Notice | null>(null),
  };
}

export type Model = ReturnType<typeof createModel>;

/** Takes everything away that an open vault showed. */
export function blank(model: Model, stage: Stage): void {
  batch(() => {
    // A tab may begin at a view of its own, which waits behind the first unlock; a lock leads home.
    if (model.stage.value === 'open') model.route.value = home;
    model.stage.value = stage;
    model.accounts.value = [];
    model.damaged.value = [];
    model.setBack.value = false;
    model.backup.value = null;
    model.codes.value = new Map();
    model.counted.value = new Map();
    model.page.value = noPage;
    model.looking.value = false;
    model.found.value = [];
    model.active.value = null;
    model.query.value = '';
    model.notice.value = null;
  });
}
