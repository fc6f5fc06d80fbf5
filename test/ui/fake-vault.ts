/** The vault behind the fake background, as the full page sees it: keys, trash, backups, what went wrong. */
import type {
  AccountView,
  DamagedView,
  Failure,
  BackupPreview,
  FromUi,
  Key,
  KeyView,
  LockSettings,
  TrashedView,
  VaultState,
  WaysIn,
} from '../../src/messages/contract.ts';
import type { Handlers } from '../../src/messages/rpc.ts';

export const PASSWORD = 'correct horse battery staple';

export const RECOVERY_CODE = 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789';
export const SECRET = 'JBSWY3DPEHPK3PXP';

export interface VaultWorld {
  stage: VaultState;
  accounts: AccountView[];
  damaged: DamagedView[];
  /** The ids of those that the copy has not either. */
  forever: readonly string[];
  /** The failure that every call of this name meets. */
  readonly failing: Partial<Record<keyof FromUi, Failure>>;
  readonly now: () => number;
  ways: WaysIn;
  keys: KeyView[];
  pin: string | null;
  trashed: TrashedView[];
  lock: LockSettings;
  setBack: boolean;
  hasCopy: boolean;
  lastBackup: { at: number | null; accountsSince: number };
  backup: { readonly password: string; readonly preview: BackupPreview } | null;
}

export const passwordOnly: WaysIn = {
  password: true,
  recoveryCode: false,
  passkeys: [],
  pinTries: 0,
  unprotected: false,
  readOnly: false,
  locked: null,
};

export function vaultWorld(): VaultWorld {
  return {
    stage: 'open',
    accounts: [],
    damaged: [],
    forever: [],
    failing: {},
    now: () => 0,
    ways: passwordOnly,
    keys: [{ id: 'k1', kind: 'password', name: '' }],
    pin: null,
    trashed: [],
    lock: { lockAfterMinutes: 15, lockOnIdleMinutes: 15, lockOnScreenLock: true },
    setBack: false,
    hasCopy: false,
    lastBackup: { at: null, accountsSince: 0 },
    backup: null,
  };
}

function opens(world: VaultWorld, key: Key): boolean {
  if ('password' in key) return key.password === PASSWORD;
  if ('recoveryCode' in key) return key.recoveryCode === RECOVERY_CODE;
  return 'passkey' in key ? key.passkey === 'good' : world.ways.unprotected;
}

/** Answers `wrong` for a key that opens nothing. */
function shown<T>(world: VaultWorld, proof: Key, work: () => T): T | 'wrong' {
  return opens(world, proof) ? work() : 'wrong';
}

type Calls<K extends keyof FromUi> = Pick<Handlers<FromUi, null>, K>;

export function doors(
  world: VaultWorld,
): Calls<'waysIn' | 'unlock' | 'createUnprotected' | 'lockSettings' | 'setLockSettings'> {
  const tryPin = (pin: string) => {
    if (world.ways.pinTries === 0) return 'no-pin' as const;
    world.ways = { ...world.ways, pinTries: world.ways.pinTries - 1 };
    return pin === world.pin;
  };
  return {
    waysIn: () => world.ways,
    unlock: (request) => {
      const opened = 'pin' in request ? tryPin(request.pin) : opens(world, request);
      if (opened === 'no-pin') return opened;
      if (opened) world.stage = 'open';
      return opened ? 'open' : 'wrong';
    },
    createUnprotected: () => {
      world.stage = 'open';
      world.ways = { ...passwordOnly, password: false, unprotected: true };
      return null;
    },
    lockSettings: () => world.lock,
    setLockSettings: (settings) => {
      world.lock = settings;
      return null;
    },
  };
}

export function keys(
  world: VaultWorld,
): Calls<
  | 'keys'
  | 'check'
  | 'nameKey'
  | 'addRecoveryCode'
  | 'addPasskey'
  | 'removeKey'
  | 'changePassword'
  | 'rotateKey'
  | 'removeProtection'
  | 'hasPin'
  | 'setPin'
  | 'removePin'
> {
  const add = (kind: KeyView['kind'], name: string) => {
    world.keys = [...world.keys, { id: `k${world.keys.length + 1}`, kind, name }];
    world.ways = { ...world.ways, recoveryCode: world.ways.recoveryCode || kind === 'recovery' };
  };
  return {
    keys: () => world.keys,
    check: ({ proof }) => opens(world, proof),
    nameKey: ({ id, name }) => {
      world.keys = world.keys.map((key) => (key.id === id ? { ...key, name } : key));
      world.ways = { ...world.ways };
      return null;
    },
    addRecoveryCode: ({ proof, name }) =>
      shown(world, proof, () => (add('recovery', name), { code: RECOVERY_CODE })),
    addPasskey: ({ proof, name }) => shown(world, proof, () => (add('passkey', name), 'added' as const)),
    removeKey: ({ proof, id }) =>
      shown(world, proof, () => {
        const rest = world.keys.filter((key) => key.id !== id);
        if (!rest.some(({ kind }) => kind !== 'passkey')) return 'last' as const;
        world.keys = rest;
        world.ways = { ...world.ways };
        return 'removed' as const;
      }),
    changePassword: ({ proof }) => shown(world, proof, () => 'changed' as const),
    rotateKey: ({ proofs }) => (proofs.every((proof) => opens(world, proof)) ? 'rotated' : 'wrong'),
    removeProtection: ({ proof }) =>
      shown(world, proof, () => {
        world.ways = { ...passwordOnly, password: false, unprotected: true };
        return 'unprotected' as const;
      }),
    hasPin: () => world.pin !== null,
    setPin: ({ proof, pin }) => shown(world, proof, () => ((world.pin = pin), 'set' as const)),
    removePin: () => (world.pin = null),
  };
}

export function secrets(
  world: VaultWorld,
): Calls<'showSecret' | 'exportPlain' | 'edit' | 'trashed' | 'purge'> {
  return {
    showSecret: ({ proof }) =>
      shown(world, proof, () => ({ setupKey: SECRET, uri: `otpauth://totp/a?secret=${SECRET}` })),
    exportPlain: ({ proof }) =>
      shown(world, proof, () => ({ text: `otpauth://totp/a?secret=${SECRET}\n`, accounts: 1, leftOut: 0 })),
    edit: ({ id, hosts, ...names }) => {
      if (hosts.some((host) => host.includes('/'))) return 'bad-host';
      world.accounts = world.accounts.map((account) =>
        account.id === id ? { ...account, ...names, hosts: hosts.filter((host) => host !== '') } : account,
      );
      return 'edited';
    },
    trashed: () => world.trashed,
    purge: ({ ids }) => {
      world.trashed = world.trashed.filter(({ id }) => !ids.includes(id));
      world.damaged = world.damaged.filter(({ id }) => !ids.includes(id));
      return null;
    },
  };
}

export function backups(
  world: VaultWorld,
): Calls<'backup' | 'backedUp' | 'lastBackup' | 'previewBackup' | 'restoreBackup'> {
  return {
    backup: ({ proof }) =>
      shown(world, proof, () => ({ file: 'e30=', accounts: world.accounts.length, leftOut: 0 })),
    backedUp: () => {
      world.lastBackup = { at: world.now(), accountsSince: 0 };
      return null;
    },
    lastBackup: () => world.lastBackup,
    previewBackup: ({ password }) =>
      world.backup?.password === password ? world.backup.preview : ('wrong' as const),
    restoreBackup: ({ how }) => ({ added: 1, changed: how === 'replace' ? 1 : 0, trashed: 0 }),
  };
}

export function rescue(
  world: VaultWorld,
): Calls<'damaged' | 'mend' | 'hasCopy' | 'restoreCopy' | 'isSetBack' | 'acceptSetBack'> {
  return {
    damaged: () => world.damaged,
    mend: () => {
      world.damaged = world.damaged.filter(({ id }) => world.forever.includes(id));
      return world.damaged.length;
    },
    hasCopy: () => world.hasCopy,
    restoreCopy: (key) =>
      shown(world, key, () => {
        world.stage = 'open';
        for (const name of Object.keys(world.failing)) delete world.failing[name as keyof FromUi];
        return 'restored' as const;
      }),
    isSetBack: () => world.setBack,
    acceptSetBack: () => {
      world.setBack = false;
      return null;
    },
  };
}
