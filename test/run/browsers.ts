/** Finds Chromium and Firefox on this machine; on Debian, as root, installs the ones that are missing. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Stop } from './stop.ts';

export type BrowserKind = 'chromium' | 'firefox';

interface Known {
  /** The environment variable that names another one. */
  readonly variable: string;
  readonly debianPackage: string;
  /** Names to look for in PATH. */
  readonly commands: readonly string[];
  /** Where macOS and Windows keep it. */
  readonly paths: readonly string[];
}

const KNOWN: Readonly<Record<BrowserKind, Known>> = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    debianPackage: 'chromium',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    paths: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Chromium\\Application\\chrome.exe',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    debianPackage: 'firefox-esr',
    commands: ['firefox', 'firefox-esr'],
    paths: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
  },
};

/** The browser's executable, or null. */
export function findBrowser(kind: BrowserKind): string | null {
  const { variable, commands, paths } = KNOWN[kind];
  const named = namedBy(variable);
  if (named !== null) return isExecutable(named) ? named : null;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = folders.flatMap((folder) => commands.map((command) => join(folder, command)));
  return [...candidates, ...paths].find(isExecutable) ?? null;
}

/** The browser's executable; throws a `Stop` that says what is missing. */
export function browserPath(kind: BrowserKind): string {
  const path = findBrowser(kind);
  if (path !== null) return path;
  const { variable } = KNOWN[kind];
  const named = namedBy(variable);
  if (named !== null) throw new Stop(`${variable} is ${named}, and that can't be run.`);
  throw new Stop(`No ${kind} was found: install it, or set ${variable} to its executable.`);
}

/** Makes sure that the browsers are there. Installs them where it can, after having said so. */
export function ensureBrowsers(kinds: readonly BrowserKind[]): void {
  const missing = kinds.filter(
    (kind) => findBrowser(kind) === null && namedBy(KNOWN[kind].variable) === null,
  );
  if (missing.length > 0 && isRootOnDebian()) install(missing);
  for (const kind of kinds) browserPath(kind);
}

function install(kinds: readonly BrowserKind[]): void {
  const packages = kinds.map((kind) => KNOWN[kind].debianPackage);
  console.log(`Not on this machine: ${kinds.join(' and ')}. Installing with apt-get: ${packages.join(' ')}`);
  aptGet(['update', '-q']);
  aptGet(['install', '-q', '-y', '--no-install-recommends', ...packages]);
}

function aptGet(args: readonly string[]): void {
  const { status } = spawnSync('apt-get', args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) throw new Stop(`apt-get ${args.join(' ')} failed: install the browsers by hand.`);
}

function namedBy(variable: string): string | null {
  return process.env[variable] || null;
}

function isRootOnDebian(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
