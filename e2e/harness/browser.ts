import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { WAIT_MS } from './limits.ts';
import { CHROMIUM } from './paths.ts';

/** One person with a browser: the page that is open in it. */
export interface Person {
  readonly name: string;
  readonly page: Page;
  /** What the page has complained about in its console, and errors that nobody caught. */
  readonly complaints: readonly string[];
  /** Stops everything on this person's computer at once, as a closed lid does, until `openLaptop`. */
  closeLaptop(): Promise<void>;
  openLaptop(): void;
  close(): Promise<void>;
}

export interface Circumstances {
  /** What the person is called; "Anna" if nothing else is said. */
  readonly name?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** The wall clock of this person's computer is off by so much; must not matter. */
  readonly clockOffMs?: number;
  readonly locale?: string;
  readonly touch?: boolean;
  /** The person has asked the system for less motion. */
  readonly lessMotion?: boolean;
  /** The page's Content-Security-Policy is switched off. */
  readonly withoutCsp?: boolean;
  /** The story itself makes the page try what its Content-Security-Policy forbids; anybody else's never does. */
  readonly attacked?: boolean;
}

/** What a Chromium of the stories is started with. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
];

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** May a page play sound before anybody has touched it? `restricted` is what browsers do unless told otherwise. */
export type Autoplay = 'free' | 'restricted';

/** A browser process. Everyone in it has a profile of their own. */
export interface BrowserProcess {
  readonly autoplay: Autoplay;
  /** How many people are in it now. */
  people(): number;
  person(circumstances: Circumstances): Promise<Person>;
  close(): Promise<void>;
}

/** With these further `flags` of Chromium. */
export async function launchBrowser(
  autoplay: Autoplay,
  flags: readonly string[] = [],
): Promise<BrowserProcess> {
  const browser: Browser = await chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    timeout: WAIT_MS,
    args: [
      ...FLAGS,
      ...flags,
      ...(autoplay === 'free' ? ['--autoplay-policy=no-user-gesture-required'] : []),
    ],
    ignoreDefaultArgs: ['--mute-audio'],
  });
  const laptop = await laptopOf(browser);
  return {
    autoplay,
    people: () => browser.contexts().length,
    person: async (circumstances) => {
      const profile = await newProfile(browser, circumstances);
      const close = () => {
        laptop.openLaptop();
        return profile.close();
      };
      return { ...(await personIn(profile, circumstances)), ...laptop, close };
    },
    close: () => browser.close(),
  };
}

/** Stops all processes of a browser, and lets them go on. */
async function laptopOf(browser: Browser): Promise<Pick<Person, 'closeLaptop' | 'openLaptop'>> {
  const devtools = await browser.newBrowserCDPSession();
  let stopped: readonly number[] = [];
  return {
    closeLaptop: async () => {
      const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
      stopped = processInfo.map(({ id }) => id);
      for (const pid of stopped) process.kill(pid, 'SIGSTOP');
    },
    openLaptop: () => {
      for (const pid of stopped) process.kill(pid, 'SIGCONT');
      stopped = [];
    },
  };
}

/** Opens a browser process for one person alone. */
export async function openBrowser(circumstances: Circumstances = {}): Promise<Person> {
  const browser = await launchBrowser('free');
  return { ...(await browser.person(circumstances)), close: browser.close };
}

function newProfile(browser: Browser, circumstances: Circumstances): Promise<BrowserContext> {
  return browser.newContext({
    viewport: circumstances.viewport ?? DESKTOP,
    locale: circumstances.locale ?? 'en-GB',
    hasTouch: circumstances.touch ?? false,
    reducedMotion: circumstances.lessMotion ? 'reduce' : 'no-preference',
    bypassCSP: circumstances.withoutCsp ?? false,
  });
}

async function personIn(
  profile: BrowserContext,
  { name = 'Anna', clockOffMs }: Circumstances,
): Promise<Pick<Person, 'name' | 'page' | 'complaints'>> {
  profile.setDefaultTimeout(WAIT_MS);
  if (clockOffMs !== undefined) await profile.addInitScript(shiftDate, clockOffMs);
  const page = await profile.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { name, page, complaints };
}

/** Runs in the page: its Date is wrong by `offMs`. */
function shiftDate(offMs: number) {
  const Right = Date;
  globalThis.Date = class extends Right {
    constructor(...given: unknown[]) {
      if (given.length === 0) super(Right.now() + offMs);
      else super(...(given as [number]));
    }
    static override now() {
      return Right.now() + offMs;
    }
  } as DateConstructor;
}
