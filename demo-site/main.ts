import { parseArgs } from 'node:util';
import { ControlError } from './control/control.ts';
import { TOKEN_HEADER } from './control/contract.ts';
import type { Clock } from './engine/engine.ts';
import type { OtpWindow } from './engine/otp.ts';
import { StoreError, type StoreProblem } from './engine/store.ts';
import { createAllProviders, type AllProviders } from './all-providers.ts';
import {
  createProvider,
  providers,
  type Provider,
  type ProviderId,
  type ProviderOptions,
} from './provider.ts';

const usage = `Usage: node demo-site/main.ts [--port 4600] [--host 127.0.0.1] [--data FILE] [--clock 2026-01-01T00:00:00Z] [--window 1] [--control] [--profile ${Object.keys(providers).join('|')}]`;

const help = `${usage}

A demo for tests, not for production.
  --port     where it listens, 4600 if left out; 0 for any that is free
  --host     on which address, 127.0.0.1 if left out
  --profile  one provider alone, and not all of them on hosts of their own
  --data     a file that keeps the accounts, with its key beside it; in memory if left out
  --clock    the time at which the site's clock starts
  --window   codes of how many steps before and after are taken: 0, 1 or 2
  --control  opens the testing door`;

/** What the user can put right: said in one line, without a stack. */
class UsageError extends Error {
  override name = 'UsageError';
}

function readOptions(args: string[]): ProviderOptions & { port: number; hostname: string } {
  const { port, host, data, profile, clock, window, control } = parse(args);
  if (!/^\d{1,5}$/u.test(port) || Number(port) > 65_535) {
    throw new UsageError(`--port takes a number from 0 to 65535, and not ${port}.`);
  }
  if (profile !== undefined && !isProvider(profile))
    throw new UsageError(`There is no profile ${profile}. ${usage}`);
  return {
    port: Number(port),
    hostname: host,
    control,
    ...(profile === undefined ? {} : { profile }),
    ...(data === undefined ? {} : { data }),
    ...(clock === undefined ? {} : { clock: clockFrom(clock) }),
    ...(window === undefined ? {} : { window: windowFrom(window) }),
  };
}

function parse(args: string[]) {
  try {
    const options = {
      port: { type: 'string', default: '4600' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string' },
      profile: { type: 'string' },
      clock: { type: 'string' },
      window: { type: 'string' },
      control: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    } as const;
    return parseArgs({ args, options }).values;
  } catch (error) {
    const [said = ''] = error instanceof Error ? error.message.split(/\.?\n|\. /u) : [];
    throw new UsageError(`${said}. ${usage}`);
  }
}

/** How many steps before and after the site's own: one more makes guessing twice as likely to succeed. */
function windowFrom(steps: string): OtpWindow {
  if (!/^[0-2]$/u.test(steps)) throw new UsageError(`--window takes 0, 1 or 2 steps, and not ${steps}.`);
  return { back: Number(steps), ahead: Number(steps) };
}

/** A clock that starts at this time and goes on from there. */
function clockFrom(start: string): Clock {
  const ahead = Date.parse(start) - Date.now();
  // Before 1970 there are no steps to make codes of.
  if (!/^(?:19[7-9]|[2-9]\d\d)\d-/u.test(start) || Number.isNaN(ahead)) {
    throw new UsageError(`--clock takes a time as 2026-01-01T00:00:00Z, and not ${start}.`);
  }
  return () => Date.now() + ahead;
}

function isProvider(id: string): id is ProviderId {
  return Object.hasOwn(providers, id);
}

const dataProblems: Record<StoreProblem, string> = {
  unusable: 'can’t be opened or written: choose another with --data',
  'other-version': 'is of another version of this demo, and is left as it is: choose another with --data',
  'other-key': 'was sealed with another key: put back its .key file, or DEMO_SITE_KEY',
  'bad-key': 'has a key that is not 64 hex digits, in its .key file or in DEMO_SITE_KEY',
};

/** One line for what the user can put right, null for what is our own fault. */
function explain(error: unknown, { port, hostname, data }: ProviderOptions): string | null {
  if (error instanceof UsageError) return error.message;
  if (error instanceof ControlError) return '--control opens the testing door on a loopback --host only.';
  if (error instanceof StoreError) return `The data file ${data ?? ''} ${dataProblems[error.problem]}.`;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `Port ${port} is taken: choose another with --port.`;
  if (code === 'EACCES') return `Port ${port} may not be used by you: choose another with --port.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `${hostname} is no address of this machine.`;
  return null;
}

/** What whoever starts it should not find out later. */
function warnings(files: string | undefined): string[] {
  return [
    '',
    'For tests, not for production: its users and their passwords are public.',
    files === undefined
      ? 'Accounts are in memory, and gone at the end: --data FILE keeps them.'
      : `Accounts are kept in ${files}.`,
  ];
}

function banner({ url, users, controlToken }: Provider, data: string | undefined): string {
  const rows = users.map(
    ({ username, password, about }) => `  ${username.padEnd(8)}${password.padEnd(22)}${about}`,
  );
  return [
    `Demo site: ${url}/`,
    `Outbox:    ${url}/outbox`,
    ...(controlToken === null ? [] : [`Door:      ${url}/__test with ${TOKEN_HEADER}: ${controlToken}`]),
    '',
    'Users:',
    ...rows,
    ...warnings(data),
    '',
    'Ctrl-C ends it.',
  ].join('\n');
}

function bannerOfAll({ url, sites, controlToken }: AllProviders, data: string | undefined): string {
  const rows = sites.map(({ profile, url: address }) => `  ${profile.likeness.padEnd(12)}${address}/`);
  const [site] = sites;
  return [
    `Demo sites: ${url}/ lists them, with users and passwords`,
    ...rows,
    ...(controlToken === null || !site
      ? []
      : [`Doors:      ${site.url}/__test and so on, with ${TOKEN_HEADER}: ${controlToken}`]),
    ...warnings(data === undefined ? undefined : `${data}.metal and so on, one for each`),
    '',
    'Ctrl-C ends them.',
  ].join('\n');
}

/** One provider if it was named, and all of them if none was. */
async function start(options: ProviderOptions): Promise<{ said: string; stop: () => Promise<void> }> {
  const given = { ...options, onError: (error: unknown) => console.error(error) };
  if (options.profile === undefined) {
    const all = await createAllProviders(given);
    return { said: bannerOfAll(all, options.data), stop: () => all.stop() };
  }
  const provider = await createProvider(given);
  return { said: banner(provider, options.data), stop: () => provider.stop() };
}

async function main(args: string[]): Promise<void> {
  let options: ProviderOptions = {};
  if (args.includes('--help')) return console.log(help);
  try {
    options = readOptions(args);
    const { said, stop } = await start(options);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
    console.log(said);
  } catch (error) {
    console.error(explain(error, options) ?? error);
    process.exitCode = 1;
  }
}

await main(process.argv.slice(2));
