import { type Browser, chromium, type Page } from 'playwright-core';
import { CHROMIUM } from './paths.ts';

/** One person's browser: a process of its own with a fresh profile, and the page that it has open. */
export interface Person {
  readonly page: Page;
  /** What the page has complained about in its console, and errors that nobody caught. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export interface Circumstances {
  readonly viewport?: { readonly width: number; readonly height: number };
  /** The wall clock of this person's computer is off by so much; must not matter. */
  readonly clockOffMs?: number;
  readonly locale?: string;
  /** The browser plays nothing before the person has touched the page. */
  readonly autoplayNeedsTouch?: boolean;
  readonly touch?: boolean;
}

const FLAGS = [
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

/** Opens a browser for one person. */
export async function openBrowser(circumstances: Circumstances = {}): Promise<Person> {
  const browser: Browser = await chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    args: [...FLAGS, '--autoplay-policy=no-user-gesture-required'],
    ignoreDefaultArgs: ['--mute-audio'],
  });
  const context = await browser.newContext({
    viewport: circumstances.viewport ?? DESKTOP,
    locale: circumstances.locale ?? 'en-GB',
    hasTouch: circumstances.touch ?? false,
  });
  if (circumstances.clockOffMs !== undefined) {
    await context.addInitScript(shiftDate, circumstances.clockOffMs);
  }
  if (circumstances.autoplayNeedsTouch) await context.addInitScript(refuseAutoplay);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { page, complaints, close: () => browser.close() };
}

/**
 * Runs in the page: the browser's own policy, which would count what drives the browser as a touch. Nothing plays before the first real
 * click in the document.
 */
function refuseAutoplay() {
  const { play } = HTMLMediaElement.prototype;
  let isTouched = false;
  window.addEventListener(
    'click',
    (click) => {
      isTouched ||= click.isTrusted;
    },
    true,
  );
  HTMLMediaElement.prototype.play = function () {
    return isTouched
      ? play.call(this)
      : Promise.reject(new DOMException('a touch is needed first', 'NotAllowedError'));
  };
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
