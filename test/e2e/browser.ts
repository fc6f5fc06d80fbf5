/**
 * Starts a real browser with the extension installed, and does there what no page can do: opens the popup, kills
 * the background, reads what the session holds. One of the four places where browsers are told apart.
 */
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import {
  launch as start,
  type Browser,
  type CDPSession,
  type Extension,
  type LaunchOptions,
  type Page,
  type Target,
  TargetType,
} from 'puppeteer-core';
import { browserPath, type BrowserKind } from '../run/browsers.ts';
import { ROOT } from '../run/command.ts';
import { PATIENCE, until } from './until.ts';

const POPUP = 'src/ui/popup/popup.html';
const FULL_PAGE = 'src/ui/page/page.html';
/** Of ours too, so that nobody takes it for the page that the popup is about; and nothing runs there. */
const PARKED = 'src/icons/icon-16.png';
const ADDON_ID = 'countersign@countersign.example';
/** Firefox draws one at random for each profile; a fixed one lets a test open our pages by their address. */
const ADDON_UUID = '5c0b4e2a-7d0e-4a56-9a5e-0f5a1c2d3e4f';
const WINDOW = { width: 1100, height: 900 };
/** A toolbar popup is as wide as its content; Firefox, where it stands in a tab, is given the same width. */
const POPUP_WINDOW = { width: 380, height: 600 };

export interface Setting {
  /** The folder of the built extension. */
  readonly extension: string;
  /** The profile's folder, kept after the end; without one the profile is temporary. */
  readonly profile?: string;
  readonly headless?: boolean;
  /** Whether things may move, as they do unless a person has told the system otherwise; that costs a processor's time. */
  readonly motion?: boolean;
  /** Where what is downloaded goes, without asking. */
  readonly downloads?: string;
  /** `loopback`: every host name is this machine, so that `cloudmc.example` can be served here and nothing gets out. */
  readonly network?: 'loopback' | 'real';
  /** Ends the browser when it aborts; without one, Ctrl-C does. */
  readonly signal?: AbortSignal;
}

/** A browser with the extension installed. */
export interface Driven {
  readonly kind: BrowserKind;
  readonly browser: Browser;
  /** The folder of the extension that is installed. */
  readonly extension: string;
  /** Whether it promises an extension that asks to keep its storage; Chromium takes the permission for enough. */
  readonly promisesToKeepStorage: boolean;
  newPage(): Promise<Page>;
  /** The popup as it opens on this page: the real one where the driver reaches it, else in a tab beside it. */
  openPopup(on: Page): Promise<Page>;
  /** Closes it, as one does who goes on with the page that it was opened on. */
  closePopup(popup: Page): Promise<void>;
  /** The popup's page in a tab of its own, as for a picture file that is chosen there. */
  ownTab(): Promise<Page>;
  /** The full page, in a tab of its own. */
  fullPage(): Promise<Page>;
  /**
   * Gives the computer an authenticator that says yes at once, for passkeys that are made and used on this page; false
   * where passkeys are not for us to be had.
   */
  plugInAuthenticator(page: Page): Promise<boolean>;
  /** Puts another version in the place of the one that is installed: of the same files, which are a copy of its own. */
  update(version: string): Promise<void>;
  /** The popup's page in a private window, in which we are allowed; null where there is none of its own kind. */
  privateWindow(): Promise<Page | null>;
  /**
   * Chooses an entry in the context menu of what stands there. null in Chromium, which draws this menu outside of all that its
   * driver reaches.
   */
  readonly chooseInMenu: ((on: Page, selector: string, entry: string) => Promise<void>) | null;
  /**
   * The person's yes to what the manifest has as optional. Firefox gives it from now on to every question of ours. Chromium's
   * question cannot be answered by its driver: there it was given to an earlier version, and stands until it is taken back. Of
   * a copy of the build.
   */
  saysYesToPermissions(): Promise<void>;
  /** Ends the background as the browser does when it has been idle, and waits until it is gone. */
  killWorker(): Promise<void>;
  /** What `storage.session` holds now, as an extension page sees it. */
  sessionStorage(on: Page): Promise<Readonly<Record<string, unknown>>>;
  /** Hears, from now on, of every request over the network that the extension makes, its pages and background. */
  hearRequests(): Promise<() => Promise<Heard>>;
  /** Hears, from now on, of the errors that nobody caught in the background, and in Chromium of what it writes to its console. */
  hearBackground(): Promise<Hearing>;
  /** Shows a page in light or dark, as the system's setting would. */
  prefer(scheme: 'light' | 'dark', page: Page): Promise<void>;
  /** Ends the browser in good order and waits until its process is gone. */
  close(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

export interface Hearing {
  /** What it was until now. */
  heard(): Promise<readonly string[]>;
  /** Makes sure that there is somebody who hears: has an error thrown, which is left out of what was heard. */
  test(): Promise<void>;
}

interface Heard {
  /** The addresses that the extension has asked. */
  readonly ours: readonly string[];
  /** How many others were heard of, which shows that somebody listens. */
  readonly others: number;
}

/** A browser with nothing installed. */
export type Bare = Pick<Driven, 'browser' | 'newPage' | 'close' | 'kill'>;

export async function launchBare(kind: BrowserKind, profile: string): Promise<Bare> {
  const setting: Setting = { extension: '', profile };
  const isChromium = kind === 'chromium';
  const browser = await start({
    ...common(kind, setting),
    browser: isChromium ? 'chrome' : 'firefox',
    args: isChromium ? chromiumArguments(setting) : [],
  });
  return shared(kind, browser, setting);
}

export async function launch(kind: BrowserKind, setting: Setting): Promise<Driven> {
  return kind === 'chromium' ? launchChromium(setting) : launchFirefox(setting);
}

// ---------------------------------------------------------------- Chromium

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
];

function chromiumArguments(setting: Setting): string[] {
  return [
    ...QUIET,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // its sandbox refuses to run as root
    ...(setting.motion === false ? ['--force-prefers-reduced-motion'] : []),
    ...(setting.network === 'loopback' ? ['--host-resolver-rules=MAP * 127.0.0.1'] : []),
  ];
}

async function launchChromium(setting: Setting): Promise<Driven> {
  const browser = await start({
    ...common('chromium', setting),
    browser: 'chrome',
    ...(setting.downloads === undefined
      ? {}
      : { downloadBehavior: { policy: 'allow' as const, downloadPath: setting.downloads } }),
    pipe: true, // the only transport over which an extension can be installed
    enableExtensions: true,
    args: chromiumArguments(setting),
  });
  const id = await browser.installExtension(setting.extension);
  const extension = (await browser.extensions()).get(id);
  if (extension === undefined) throw new Error('the extension is not there after its installation');
  await workerIsActive(browser, id);
  let hearing: WorkerHearing | null = null;
  const openPopup = (on: Page) => triggerPopup(browser, extension, on);
  const both = shared('chromium', browser, setting);
  const installAnew = async () => {
    await browser.installExtension(setting.extension);
    await workerIsActive(browser, id);
  };
  return {
    ...both,
    async update(version) {
      await both.update(version);
      await workerIsActive(browser, id);
    },
    promisesToKeepStorage: false,
    openPopup,
    closePopup: (popup) => popup.close(),
    ownTab: () => openChromiumTab(browser, `chrome-extension://${id}/${POPUP}`),
    fullPage: () => openChromiumTab(browser, `chrome-extension://${id}/${FULL_PAGE}`),
    plugInAuthenticator,
    privateWindow: async () => null,
    chooseInMenu: null,
    async saysYesToPermissions() {
      const optional = editManifest(setting.extension, (manifest) => {
        const { optional_permissions: optional = [], permissions = [], ...others } = manifest;
        return { ...others, permissions: [...permissions, ...optional] };
      });
      // With this version they are given; the next one, which has them as optional again, still has them.
      await installAnew();
      editManifest(setting.extension, () => optional);
      await installAnew();
    },
    async killWorker() {
      await hearing?.letGo();
      await stopServiceWorker(browser, id);
    },
    hearRequests: () => followRequests(browser, id),
    async hearBackground() {
      return (hearing = await followWorker(browser, id));
    },
    prefer: (value, page) => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]),
    async sessionStorage(on) {
      const popup = await openPopup(on);
      const held = await readSession(popup);
      await popup.close();
      return held;
    },
  };
}

async function openChromiumTab(browser: Browser, address: string): Promise<Page> {
  const tab = patient(await browser.newPage());
  await tab.goto(address);
  return tab;
}

async function plugInAuthenticator(page: Page): Promise<boolean> {
  const session = await page.createCDPSession();
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return true;
}

async function triggerPopup(browser: Browser, extension: Extension, on: Page): Promise<Page> {
  await on.bringToFront();
  const isPopup = (url: string) => url.startsWith(`chrome-extension://${extension.id}/${POPUP}`);
  const before = new Set(browser.targets());
  await on.triggerExtensionAction(extension);
  const isNew = (target: Target) => isPopup(target.url()) && !before.has(target);
  const target = await browser.waitForTarget(isNew, { timeout: PATIENCE });
  return patient(await target.asPage());
}

/** The files of the extension's own that it loads are the others. */
async function followRequests(browser: Browser, id: string): Promise<() => Promise<Heard>> {
  const urls: string[] = [];
  const own = `chrome-extension://${id}/`;
  const follow = async (target: Target): Promise<void> => {
    if (!target.url().startsWith(own)) return;
    const session = await target.createCDPSession();
    session.on('Network.requestWillBeSent', ({ request }) => urls.push(request.url));
    await session.send('Network.enable');
  };
  // One that has closed by then has nothing more to say.
  browser.on('targetcreated', (target) => void follow(target).catch(() => undefined));
  browser.on('targetchanged', (target) => void follow(target).catch(() => undefined));
  await Promise.all(browser.targets().map(follow));
  return () => {
    const ours = urls.filter((url) => !url.startsWith(own));
    return Promise.resolve({ ours, others: urls.length - ours.length });
  };
}

const CONTROL = 'thrown to be heard';

/** `letGo` lets go of the worker that is there now: one that is held can be ended, but not started again. */
type WorkerHearing = Hearing & { letGo(): Promise<void> };

/** Ended and started again as often as it may be. */
async function followWorker(browser: Browser, id: string): Promise<WorkerHearing> {
  const said: string[] = [];
  const following = new Set<Promise<CDPSession | null>>();
  const isWorker = (target: Target) =>
    target.type() === TargetType.SERVICE_WORKER && target.url().startsWith(`chrome-extension://${id}/`);
  // One that was ended meanwhile has nothing more to say.
  const follow = (target: Target) =>
    following.add(listenTo(target, (text) => said.push(text)).catch(() => null));
  browser.on('targetcreated', (target) => void (isWorker(target) && follow(target)));
  browser.targets().filter(isWorker).forEach(follow);
  await Promise.all(following);
  return {
    heard: async () => said.filter((text) => !text.includes(CONTROL)),
    async test() {
      const session = await (await browser.waitForTarget(isWorker, { timeout: PATIENCE })).createCDPSession();
      const expression = `setTimeout(() => { throw new Error('${CONTROL}'); })`;
      await session.send('Runtime.evaluate', { expression });
      await until('the control is heard', () => said.some((text) => text.includes(CONTROL)));
      await session.detach();
    },
    async letGo() {
      const sessions = await Promise.all(following);
      following.clear();
      await Promise.all(sessions.map(async (session) => session?.detach().catch(() => undefined)));
    },
  };
}

async function listenTo(target: Target, hear: (text: string) => void): Promise<CDPSession> {
  const session = await target.createCDPSession();
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text } }) =>
    hear(exception?.description ?? text),
  );
  session.on('Runtime.consoleAPICalled', ({ args }) => hear(JSON.stringify(args)));
  await session.send('Runtime.enable');
  return session;
}

/**
 * Waits until the service worker has gone through its life's beginning. One that is stopped before that is never started again,
 * and whoever asks it waits for ever: the browser itself stops none so early.
 */
async function workerIsActive(browser: Browser, id: string): Promise<void> {
  const [page] = await browser.pages();
  if (page === undefined) throw new Error('no page to speak to the browser from');
  const session = await page.createCDPSession();
  const statuses = new Map<string, string>();
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { scriptURL, status, versionId } of versions)
      if (scriptURL.includes(id)) statuses.set(versionId, status);
  });
  await session.send('ServiceWorker.enable');
  await until('the service worker is active', () => {
    // Of an earlier version of the extension there may be one that has had its day.
    const alive = [...statuses.values()].filter((status) => status !== 'redundant');
    return alive.length > 0 && alive.every((status) => status === 'activated');
  });
  await session.detach();
}

async function stopServiceWorker(browser: Browser, id: string): Promise<void> {
  const running = browser
    .targets()
    .filter((target) => target.type() === TargetType.SERVICE_WORKER && target.url().includes(id));
  const [page] = await browser.pages();
  if (page === undefined) throw new Error('no page to speak to the browser from');
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
  await until('the service worker is gone', () =>
    running.every((target) => !browser.targets().includes(target)),
  );
}

// ---------------------------------------------------------------- Firefox

function firefoxPreferences(setting: Setting): Record<string, unknown> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: ADDON_UUID }),
    // An unpacked add-on is a temporary one: without these the browser wipes its storage when it ends, and the
    // search of the profile that follows would find nothing whatever had been written.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    // The driver turns session restore off: on, as it is for everyone, and written often.
    'browser.sessionstore.resume_from_crash': true,
    'browser.sessionstore.interval': 500,
    'browser.sessionstore.interval.idle': 500,
    // Processes that are started to be at hand, or for what no test does: a second of each start and visit.
    'dom.ipc.processPrelaunch.enabled': false,
    'browser.tabs.remote.separatePrivilegedContentProcess': false,
    'network.process.enabled': false,
    'media.rdd-process.enabled': false,
    'media.utility-process.enabled': false,
    ...(setting.motion === false ? { 'ui.prefersReducedMotion': 1 } : {}),
    ...(setting.network === 'loopback' ? { 'network.dns.forceResolve': '127.0.0.1' } : {}),
    ...(setting.downloads === undefined
      ? {}
      : { 'browser.download.folderList': 2, 'browser.download.dir': setting.downloads }),
  };
}

/** Where it lies what this Firefox has compiled of its own scripts: as a part of a profile, of which it knows by the first file. */
const COMPILED = { known: 'compatibility.ini', folder: 'startupCache', files: /^(script|startup)Cache/ };

function compiledOf(executable: string): string {
  const { size, mtimeMs } = statSync(executable);
  return join(ROOT, '.cache/firefox', `${size}-${Math.floor(mtimeMs)}`);
}

/** Spares a new profile the work, which is a third of that of a start. */
function putCompiled(profile: string): void {
  const compiled = compiledOf(browserPath('firefox'));
  if (existsSync(join(profile, COMPILED.known)) || !existsSync(compiled)) return;
  cpSync(compiled, profile, { recursive: true });
}

/** Nothing of it is the extension's or a page's. */
function keepCompiled(profile: string): void {
  const compiled = compiledOf(browserPath('firefox'));
  const [from, known] = [join(profile, COMPILED.folder), join(profile, COMPILED.known)];
  if (existsSync(compiled) || !existsSync(from) || !existsSync(known)) return;
  mkdirSync(dirname(compiled), { recursive: true });
  const own = mkdtempSync(`${compiled}-`);
  cpSync(known, join(own, COMPILED.known));
  for (const file of readdirSync(from).filter((name) => COMPILED.files.test(name)))
    cpSync(join(from, file), join(own, COMPILED.folder, file));
  try {
    renameSync(own, compiled); // whole, or not at all
  } catch {
    rmSync(own, { recursive: true }); // another one was quicker
  }
}

async function launchFirefox(setting: Setting): Promise<Driven> {
  const { profile } = setting;
  if (profile !== undefined) putCompiled(profile);
  const browser = await start({
    ...common('firefox', setting),
    browser: 'firefox',
    args: ['--remote-allow-system-access'], // without it our own pages can't be navigated to
    extraPrefsFirefox: firefoxPreferences(setting),
  });
  await browser.installExtension(setting.extension);
  const root = `moz-extension://${ADDON_UUID}/`;
  const { openPopup, closePopup } = firefoxPopups(browser, root);
  const both = shared('firefox', browser, setting);
  return {
    ...both,
    async close() {
      await both.close();
      if (profile !== undefined) keepCompiled(profile);
    },
    promisesToKeepStorage: true,
    openPopup,
    closePopup,
    ownTab: () => openFirefoxTab(browser, root + POPUP, 'tab'),
    fullPage: () => openFirefoxTab(browser, root + FULL_PAGE, 'tab', WINDOW),
    plugInAuthenticator: async () => false,
    privateWindow: () => openPrivateWindow(browser, root + POPUP),
    async chooseInMenu(on, selector, entry) {
      await on.bringToFront();
      await on.click(selector, { button: 'right' });
      await until('the entry was chosen', () => inBrowserWindow(browser, choosing(entry)));
    },
    async saysYesToPermissions() {
      const pref = 'extensions.webextOptionalPermissionPrompts';
      await inBrowserWindow(browser, `Services.prefs.setBoolPref('${pref}', false)`);
    },
    killWorker: () => terminateEventPage(browser),
    async hearRequests() {
      await inBrowserWindow(browser, HEAR);
      return async () =>
        JSON.parse(
          String(await inBrowserWindow(browser, 'JSON.stringify(window.countersignHeard)')),
        ) as Heard;
    },
    hearBackground: () => followEventPage(browser, root),
    async prefer(scheme) {
      const pref = 'layout.css.prefers-color-scheme.content-override';
      await inBrowserWindow(browser, `Services.prefs.setIntPref('${pref}', ${scheme === 'dark' ? 0 : 1})`);
    },
    async sessionStorage(on) {
      const popup = await openPopup(on);
      const held = await readSession(popup);
      await closePopup(popup);
      return held;
    },
  };
}

/**
 * The popup in a window of its own. Opening one costs several times what the popup does, so that the window is kept for the next
 * time. Each time the document is another one, and the only one that the window knows of: such a window a script may close.
 */
function firefoxPopups(browser: Browser, root: string): Pick<Driven, 'openPopup' | 'closePopup'> {
  let parked: Page | null = null;
  const openers = new WeakMap<Page, Page>();
  const openWindow = async (): Promise<Page> => {
    const window = parked;
    parked = null;
    if (window === null || window.isClosed()) return openFirefoxTab(browser, root + POPUP, 'window');
    await window.bringToFront();
    await showsInstead(window, root + POPUP);
    return window;
  };
  return {
    async openPopup(on) {
      await on.bringToFront();
      await inBrowserWindow(browser, GRANT);
      const popup = await openWindow();
      openers.set(popup, on);
      return popup;
    },
    async closePopup(popup) {
      if (parked !== null) return popup.close();
      // It may close itself before, or meanwhile.
      if (!popup.isClosed()) await showsInstead(popup, root + PARKED);
      if (!popup.isClosed()) parked = popup;
      await openers.get(popup)?.bringToFront();
    },
  };
}

/** What a click on the toolbar button gives: the right to see the tab in front, until it goes elsewhere. */
const GRANT = `(() => {
  const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(ADDON_ID)});
  extension.tabManager.addActiveTabPermission(gBrowser.selectedTab);
  return true;
})()`;

/** Once the menu is open: as a person does who presses on the entry. */
const choosing = (entry: string): string => `(() => {
  const menu = document.getElementById('contentAreaContextMenu');
  const item = [...menu.querySelectorAll('menuitem')].find(({ label }) => label === ${JSON.stringify(entry)});
  if (menu.state !== 'open' || item === undefined) return false;
  menu.activateItem(item);
  return true;
})()`;

const HEAR = `(() => {
  const heard = (window.countersignHeard = { ours: [], others: 0 });
  const isOurs = (principal) =>
    [principal?.addonPolicy, principal?.contentScriptAddonPolicy].some((policy) => policy?.id === ${JSON.stringify(ADDON_ID)});
  Services.obs.addObserver((channel) => {
    channel.QueryInterface(Ci.nsIHttpChannel);
    const { loadingPrincipal, triggeringPrincipal } = channel.loadInfo;
    if (isOurs(loadingPrincipal) || isOurs(triggeringPrincipal)) heard.ours.push(channel.URI.spec);
    else heard.others += 1;
  }, 'http-on-modify-request');
  return true;
})()`;

/**
 * What is thrown in a content script is said to come from the extension too. The browser's own word for a page of ours that is
 * closed while it is being answered is no error of anybody's.
 */
const HEAR_ERRORS = `(() => {
  const heard = (window.countersignErrors = []);
  Services.console.registerListener({
    observe(message) {
      if (!(message instanceof Ci.nsIScriptError) || message.flags & Ci.nsIScriptError.warningFlag) return;
      if (/^Promise (resolved|rejected) (while|after) context/.test(message.errorMessage)) return;
      if (message.sourceName.startsWith('moz-extension://${ADDON_UUID}/')) heard.push(message.errorMessage);
    },
  });
  return true;
})()`;

async function followEventPage(browser: Browser, root: string): Promise<Hearing> {
  await inBrowserWindow(browser, HEAR_ERRORS);
  const heard = async (): Promise<readonly string[]> =>
    JSON.parse(
      String(await inBrowserWindow(browser, 'JSON.stringify(window.countersignErrors)')),
    ) as string[];
  return {
    heard: async () => (await heard()).filter((text) => !text.includes(CONTROL)),
    async test() {
      // In the process in which the background is too, for its own window is out of the driver's reach.
      const page = await openFirefoxTab(browser, root + FULL_PAGE, 'tab', WINDOW);
      await page.evaluate((control) => {
        const { Error: Located } = globalThis as unknown as {
          Error: new (text: string, file: string) => Error;
        };
        reportError(new Located(control, location.href));
      }, CONTROL);
      await until('the control is heard', async () => (await heard()).some((text) => text.includes(CONTROL)));
      await page.close();
    },
  };
}

async function openFirefoxTab(
  browser: Browser,
  address: string,
  type: 'tab' | 'window',
  size = POPUP_WINDOW,
): Promise<Page> {
  return openOurs(await browser.newPage({ type }), address, size);
}

async function openOurs(tab: Page, address: string, size = POPUP_WINDOW): Promise<Page> {
  await patient(tab).setViewport(size);
  // The load event of a moz-extension page is never reported, so that this promise settles when the tab closes.
  tab.goto(address).catch(() => undefined);
  await isShown(tab, address);
  return tab;
}

async function isShown(tab: Page, address: string): Promise<void> {
  const isThere = () =>
    tab.evaluate((address) => location.href === address && document.readyState === 'complete', address);
  await until('our page has loaded', () => tab.isClosed() || isThere());
}

/** Leaves no way back in the window's history. */
async function showsInstead(window: Page, address: string): Promise<void> {
  // After the answer, which would go with the document.
  await window.evaluate((to) => void setTimeout(() => location.replace(to)), address);
  await isShown(window, address);
}

/** Allows us there, as a person does in the list of add-ons, and opens one. */
async function openPrivateWindow(browser: Browser, address: string): Promise<Page> {
  const before = new Set(await browser.pages());
  await inBrowserWindow(
    browser,
    `(async () => {
      const id = ${JSON.stringify(ADDON_ID)};
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID(id);
      const allowed = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
      await ExtensionPermissions.add(id, allowed, extension);
      await (await AddonManager.getAddonByID(id)).reload();
      OpenBrowserWindow({ private: true });
      return true;
    })()`,
  );
  const opened = await until('the private window is there', async () =>
    (await browser.pages()).find((page) => !before.has(page)),
  );
  return openOurs(opened, address);
}

async function terminateEventPage(browser: Browser): Promise<void> {
  // What was under way may wake another one at once, so that "stopped" may be over before it is seen; and like the
  // browser's own timer this waits for an event page that still owes an answer.
  const end = `(async () => {
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(ADDON_ID)});
    const { backgroundContext } = extension;
    if (backgroundContext === undefined) return true;
    await extension.terminateBackground({ ignoreDevToolsAttached: true });
    return extension.backgroundContext !== backgroundContext;
  })()`;
  await until('the event page is gone', () => inBrowserWindow(browser, end));
}

/** The part of WebDriver BiDi that reaches the browser's own window; puppeteer has no public way to it. */
interface Bidi {
  send(
    method: 'browsingContext.getTree',
    params: { 'moz:scope': 'chrome' },
  ): Promise<{ result: { contexts: { context: string }[] } }>;
  send(
    method: 'script.evaluate',
    params: { expression: string; target: { context: string }; awaitPromise: boolean },
  ): Promise<{ result: { type: string; result?: { value?: unknown } } }>;
}

/** Runs an expression in the browser's own window, as its developer tools do, and answers its primitive value. */
async function inBrowserWindow(browser: Browser, expression: string): Promise<unknown> {
  const { connection } = browser as unknown as { connection: Bidi };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [window] = tree.result.contexts;
  if (window === undefined) throw new Error('the browser has no window');
  const target = { context: window.context };
  const { result } = await connection.send('script.evaluate', { expression, target, awaitPromise: true });
  if (result.type !== 'success') throw new Error('the expression threw in the browser window');
  return result.result?.value;
}

// ---------------------------------------------------------------- both

/** Waits, for whatever it waits for, as long as all the rest does. */
function patient(page: Page): Page {
  page.setDefaultTimeout(PATIENCE);
  return page;
}

interface Manifest {
  readonly permissions?: readonly string[];
  readonly optional_permissions?: readonly string[];
}

/** Of a copy of the extension; answers what it was. */
function editManifest(extension: string, edit: (manifest: Manifest) => object): Manifest {
  const path = join(extension, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  writeFileSync(path, JSON.stringify(edit(manifest)));
  return manifest;
}

function common(kind: BrowserKind, setting: Setting): LaunchOptions {
  const { signal } = setting;
  const ownEnd = signal === undefined;
  return {
    ...(ownEnd ? {} : { signal }),
    handleSIGINT: ownEnd,
    handleSIGTERM: ownEnd,
    handleSIGHUP: ownEnd,
    executablePath: browserPath(kind),
    headless: setting.headless ?? true,
    timeout: PATIENCE,
    acceptInsecureCerts: true, // the certificate under tls/ is our own
    defaultViewport: setting.headless === false ? null : WINDOW,
    ...(setting.profile === undefined ? {} : { userDataDir: setting.profile }),
  };
}

const kinds = new WeakMap<Browser, BrowserKind>();

/**
 * Whether an element can be asked for by the role and the name that assistive technology is told. Firefox sets up all that it has
 * for that first, which takes it up to a second on each page.
 */
export function tellsNamesAtOnce(page: Page): boolean {
  return kinds.get(page.browser()) === 'chromium';
}

function shared(kind: BrowserKind, browser: Browser, { extension }: Setting) {
  kinds.set(browser, kind);
  const process = browser.process();
  const ended = process === null ? Promise.resolve() : once(process, 'exit');
  return {
    kind,
    browser,
    extension,
    newPage: async () => patient(await browser.newPage()),
    async update(version: string) {
      editManifest(extension, (manifest) => ({ ...manifest, version }));
      await browser.installExtension(extension);
    },
    async close() {
      await browser.close();
      await ended;
    },
    async kill() {
      process?.kill('SIGKILL');
      await ended;
    },
  };
}

/** What `storage.session` holds, as this page of ours sees it. */
export async function readSession(ownPage: Page): Promise<Readonly<Record<string, unknown>>> {
  return ownPage.evaluate(() => {
    interface Api {
      readonly storage: { readonly session: { get(): Promise<Record<string, unknown>> } };
    }
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    return (browser ?? chrome).storage.session.get();
  });
}
