import { base32Bytes } from '../../../demo-site/engine/base32.ts';
import type { DoorClient } from '../../../demo-site/control/client.ts';
import { hotp, stepAt, usualShape } from '../../../demo-site/engine/otp.ts';
import { Script } from './script.ts';

/** Writes until the site is gone, remembers what was acknowledged, and says what of it is not there any more. */
export interface Person {
  readonly username: string;
  /** One write after another, each told when it is acknowledged. Rejects when there is no site to answer any more. */
  work(url: string, door: DoorClient, tell: () => void): Promise<never>;
  /** @returns what is wrong with the state that was found, in words */
  faults(url: string, door: DoorClient): Promise<string[]>;
}

type Change = 'enabled' | 'regenerated' | 'disabled';

/** Enables, regenerates and disables, again and again. */
export class Switcher implements Person {
  readonly username: string;
  readonly #done: Record<Change, number> = { enabled: 0, regenerated: 0, disabled: 0 };
  #secret: string | null = null;
  #tell = (): void => undefined;
  #cookies: [string, string][] = [];
  /** Whether a write was sent that nobody has answered. */
  #isOpen = false;

  constructor(username: string) {
    this.username = username;
  }

  async work(url: string, door: DoorClient, tell: () => void): Promise<never> {
    this.#tell = tell;
    const { twoFactor } = await door.user(this.username, { secrets: true });
    this.#secret = twoFactor?.secret ?? null;
    const { cookie } = await door.openSession(this.username);
    const script = new Script(url, [[cookie.name, cookie.value]]);
    for (;;) {
      if (this.#secret === null) await this.#enable(script);
      await this.#do('regenerated', script, '/2fa/codes/regenerate');
      await this.#do('disabled', script, '/2fa/disable');
      this.#secret = null;
    }
  }

  get #doneInAll(): number {
    return this.#done.enabled + this.#done.regenerated + this.#done.disabled;
  }

  async #enable(script: Script): Promise<void> {
    const { secret } = await script.post<{ secret: string }>('/2fa/start');
    const code = hotp(base32Bytes(secret), stepAt(Date.now(), usualShape), usualShape);
    await this.#do('enabled', script, '/2fa/confirm', { code });
    this.#secret = secret;
  }

  async #do(what: Change, script: Script, path: string, body: object = {}): Promise<void> {
    this.#isOpen = true;
    await script.post(path, body);
    this.#isOpen = false;
    this.#done[what] += 1;
    this.#tell();
    this.#cookies = [...script.cookies];
  }

  async faults(url: string, door: DoorClient): Promise<string[]> {
    const { twoFactor } = await door.user(this.username, { secrets: true });
    const told = {
      enabled: await this.#count(door, 'two-factor.enabled', 'is on for'),
      regenerated: await this.#count(door, 'recovery-codes.regenerated', 'New recovery codes'),
      disabled: await this.#count(door, 'two-factor.disabled', 'is off for'),
    };
    const found = Object.entries(told).flatMap(([what, { audited, mailed }]) => {
      const done = this.#done[what as Change];
      return [
        ...(audited === mailed ? [] : [`${what}: audited ${audited} times and mailed ${mailed} times`]),
        ...(audited >= done ? [] : [`${what}: acknowledged ${done} times and there ${audited} times`]),
      ];
    });
    const written = told.enabled.audited + told.regenerated.audited + told.disabled.audited - this.#doneInAll;
    if (written > (this.#isOpen ? 1 : 0)) found.push(`${written} writes more than were asked for`);
    const isOn = told.enabled.audited > told.disabled.audited;
    if (isOn !== (twoFactor !== null))
      found.push(`two-factor is ${twoFactor ? 'on' : 'off'} and told otherwise`);
    if (twoFactor && twoFactor.codesLeft !== 5) found.push(`${twoFactor.codesLeft} recovery codes of 5`);
    if (written === 0 && (twoFactor?.secret ?? null) !== this.#secret) found.push('the secret is another');
    found.push(...(await this.#sessionFaults(url, written)));
    this.#isOpen = false;
    for (const what of ['enabled', 'regenerated', 'disabled'] as const) this.#done[what] = told[what].audited;
    return found.map((fault) => `${this.username}: ${fault}`);
  }

  /** A write that nobody answered may have given the session another token. */
  async #sessionFaults(url: string, written: number): Promise<string[]> {
    if (this.#cookies.length === 0 || written > 0) return [];
    const status = await new Script(url, this.#cookies).status('/account');
    return status === 200 ? [] : [`the session that was acknowledged is answered ${status}`];
  }

  async #count(
    door: DoorClient,
    type: string,
    subject: string,
  ): Promise<{ audited: number; mailed: number }> {
    const records = await door.audit({ user: this.username, type });
    const mails = await door.outbox({ to: `${this.username}@example.com` });
    return {
      audited: records.length,
      mailed: mails.filter((mail) => mail.subject.includes(subject)).length,
    };
  }
}

const MANY = 30;

/** Signs in with one recovery code after the other. */
export class Spender implements Person {
  readonly username: string;
  readonly password = 'spends-one-by-one';
  readonly codes = Array.from({ length: MANY }, (_, at) => `SPEND${String(at).padStart(11, '0')}`);
  #next = 0;
  #spent = 0;
  #isOpen = false;
  readonly #sessions: [string, string][][] = [];

  constructor(username: string) {
    this.username = username;
  }

  async work(url: string, _: DoorClient, tell: () => void): Promise<never> {
    for (;;) {
      const script = new Script(url);
      await script.post('/sign-in', { username: this.username, password: this.password });
      const code = this.codes[this.#next];
      if (code === undefined) continue;
      this.#isOpen = true;
      await script.post('/sign-in/recovery', { code });
      this.#isOpen = false;
      this.#next += 1;
      this.#spent += 1;
      tell();
      this.#sessions.push([...script.cookies]);
    }
  }

  async faults(url: string, door: DoorClient): Promise<string[]> {
    const { twoFactor, sessions } = await door.user(this.username);
    const spent = MANY - (twoFactor?.codesLeft ?? 0);
    const found: string[] = [];
    if (spent < this.#spent || spent > this.#spent + (this.#isOpen ? 1 : 0)) {
      found.push(`${this.#spent} codes acknowledged as spent, and ${spent} are`);
    }
    if (sessions !== spent) found.push(`${spent} codes spent and ${sessions} sessions`);
    for (const cookies of this.#sessions) {
      if ((await new Script(url, cookies).status('/account')) !== 200) found.push('a session is lost');
    }
    // What nobody answered is known now.
    if (spent > this.#spent) this.#next += 1;
    this.#spent = spent;
    this.#isOpen = false;
    return found.map((fault) => `${this.username}: ${fault}`);
  }
}
