/**
 * Makes the golden vaults of today's version, from a seed: `node test/vault/golden/make.ts NAME > NAME.json`. Once;
 * after that they are to be opened by every later version, and not to be made again.
 */
import { seeded } from '../../soak/seeded.ts';
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

/** Bytes as `{base64}`. */
function spelt(_: string, value: unknown): unknown {
  return value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value;
}

const [name = ''] = process.argv.slice(2);
const random = seeded(SEED);
const world = new World(KDF);
const vault = world.start({
  randomBytes: (count) => Uint8Array.from({ length: count }, () => random.below(256)),
});
await made[name]?.(vault);
const golden = { password: PASSWORD, pin: PIN, accounts: accounts(), stores: await world.dump() };
process.stdout.write(`${JSON.stringify(golden, spelt, 2)}\n`);
