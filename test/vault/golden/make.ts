/**
 * Makes the golden vaults and backups of today's version, from a seed: `node test/vault/golden/make.ts NAME > NAME.json`. Once;
 * after that they are to be opened by every later version, and not to be made again.
 */
import { seeded } from '../../soak/seeded.ts';
import { accountToJson } from '../../../src/vault/account-json.ts';
import { writeBackup, type Backup } from '../../../src/vault/backup-file.ts';
import { KDF } from '../../../src/vault/kdf.ts';
import type { Account } from '../../../src/core/account.ts';
import type { Vault } from '../../../src/vault/vault.ts';
import { account, byPassword, World } from '../world.ts';

const SEED = 2026;
const PASSWORD = 'golden vault, all that format 1 has: naïve ½ 🗝';
const PIN = '4711';

/** One of every kind and in every state. */
function accounts(): readonly Account[] {
  const kinds = ['totp', 'hotp', 'steam', 'totp'] as const;
  const states = ['pending', 'active', 'off', 'trashed'] as const;
  return kinds.map((kind, index) => {
    const { overview, secret } = account(`golden ${index}`);
    const state = states[index] ?? 'active';
    const trashedFrom = state === 'trashed' ? 'active' : null;
    const parameters = { kind, algorithm: 'SHA256', digits: 5 + index, period: 30 + index } as const;
    return {
      overview: { ...overview, state, trashedFrom, parameters },
      secret: { ...secret, counter: kind === 'hotp' ? 7 : 0 },
    };
  });
}

async function fill(vault: Vault): Promise<void> {
  await vault.addAll(accounts());
  await vault.changeSettings({ ...(await vault.settings()), lockAfterMinutes: 60 });
  await vault.backedUp();
}

const made: Readonly<Record<string, (vault: Vault) => Promise<void>>> = {
  async 'format-1-pin'(vault) {
    await vault.create(PASSWORD);
    await fill(vault);
    await vault.setPin(byPassword(PASSWORD), PIN);
  },
  async 'format-1-sites'(vault) {
    await vault.create(PASSWORD);
    await fill(vault);
    const kept = await vault.list();
    const lastUsed = kept.find(({ overview }) => overview.name === 'golden 1')?.id ?? null;
    await vault.changeSite('golden-1.example', { submit: true, append: true, lastUsed });
    await vault.changeSite('shop.example', { never: true });
    await vault.changeSettings({ offersInPages: false });
  },
  async 'format-1-refused'(vault) {
    await vault.create(PASSWORD);
    await fill(vault);
    const kept = await vault.list();
    const refused = ['golden 1', 'golden 0'].map(
      (name) => kept.find(({ overview }) => overview.name === name)?.id ?? '',
    );
    await vault.changeSite('login.example', { refused });
    await vault.changeSite('shop.example', { never: true, refused: refused.slice(1) });
  },
  async 'format-1-device'(vault) {
    await vault.createUnprotected();
    await fill(vault);
  },
};

/** What the file `backup-1-sites` holds. */
const backup: Backup = {
  created: Date.UTC(2026, 10, 26),
  accounts: accounts(),
  sites: {
    'golden-1.example': { submit: true, append: true, lastUsed: 1 },
    'login.example:8443': { refused: [3, 0] },
    'http://nas.example': { never: true, lastUsed: 0, refused: [2] },
  },
};

/** Bytes as `{base64}`. */
function spelt(_: string, value: unknown): unknown {
  return value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value;
}

const [name = ''] = process.argv.slice(2);
const random = seeded(SEED);
const randomBytes = (count: number) => Uint8Array.from({ length: count }, () => random.below(256));

async function goldenVault(): Promise<string> {
  const world = new World(KDF);
  await made[name]?.(world.start({ randomBytes }));
  const golden = { password: PASSWORD, pin: PIN, accounts: accounts(), stores: await world.dump() };
  return `${JSON.stringify(golden, spelt, 2)}\n`;
}

async function goldenBackup(): Promise<string> {
  const file = await writeBackup(backup, PASSWORD, KDF, randomBytes);
  return new TextDecoder().decode(file);
}

function expectedOfBackup(): string {
  const expected = { password: PASSWORD, ...backup, accounts: backup.accounts.map(accountToJson) };
  return `${JSON.stringify(expected, null, 2)}\n`;
}

if (name === 'backup-1-sites') process.stdout.write(await goldenBackup());
else if (name === 'backup-1-sites.expected') process.stdout.write(expectedOfBackup());
else process.stdout.write(await goldenVault());
