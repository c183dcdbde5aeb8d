import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { DESKTOP, FLAGS } from '../browser.ts';
import { WAIT_MS } from '../limits.ts';
import { CHROMIUM, ROOT } from '../paths.ts';
import { eventually } from '../watching.ts';
import { CINEMA, openCinema } from './cinema.ts';

/** Somebody with a browser that has the extension, before a page of the cinema or none yet. */
export interface Extended {
  readonly name: string;
  readonly profile: BrowserContext;
  /** Opens a page in a tab of its own. */
  open(url: string): Promise<Page>;
  /** What opens when the extension's button is pressed in the tab of `page`; as a page of its own, for such a window cannot be driven. */
  popup(page: Page): Promise<Page>;
  /** Ends the extension's background, as the browser does when it thinks that it has nothing to do. */
  endBackground(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The built extension, in a folder of its own. What its person agrees to in the browser's own window, which cannot be driven, stands in this copy: that it
 * may be put into pages of the cinema.
 */
function extensionFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'matinee-extension-'));
  cpSync(join(ROOT, 'extension', 'dist', 'chromium'), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: [`${CINEMA}/*`] }));
  return folder;
}

/** Opens a browser with the extension for one person alone. */
export async function openExtended(name: string): Promise<Extended> {
  const extension = extensionFolder();
  const home = mkdtempSync(join(tmpdir(), 'matinee-profile-'));
  const profile = await chromium.launchPersistentContext(home, {
    executablePath: CHROMIUM,
    headless: true,
    timeout: WAIT_MS,
    viewport: DESKTOP,
    locale: 'en-GB',
    args: [
      ...FLAGS,
      '--autoplay-policy=no-user-gesture-required',
      '--disable-features=DisableLoadExtensionCommandLineSwitch',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
    ignoreDefaultArgs: ['--mute-audio', '--disable-extensions'],
  });
  profile.setDefaultTimeout(WAIT_MS);
  await openCinema(profile);
  const first = await backgroundOf(profile);
  const id = new URL(first.url()).host;
  const open = async (url: string) => {
    const page = await profile.newPage();
    await page.goto(url);
    return page;
  };
  return {
    name,
    profile,
    open,
    popup: async (page) => {
      const tab = await tabOf(await backgroundOf(profile), page);
      return open(`chrome-extension://${id}/popup.html?tab=${tab}`);
    },
    endBackground: () => endBackground(profile, id),
    close: async () => {
      await profile.close();
      for (const folder of [home, extension]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

const backgroundOf = (profile: BrowserContext): Promise<Worker> =>
  eventually(async () => {
    const [worker] = profile.serviceWorkers();
    if (worker === undefined) throw new Error('the extension has no background');
    return worker;
  });

/** The browser's number of the tab that shows a page. */
async function tabOf(background: Worker, page: Page): Promise<number> {
  await page.bringToFront();
  return eventually(() =>
    background.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      if (tab?.id === undefined) throw new Error('no tab is in front');
      return tab.id;
    }),
  );
}

async function endBackground(profile: BrowserContext, id: string): Promise<void> {
  const devtools = await profile.browser()?.newBrowserCDPSession();
  const targets = await devtools?.send('Target.getTargets');
  const worker = targets?.targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.includes(id),
  );
  if (worker === undefined) throw new Error('the extension has no background');
  await devtools?.send('Target.closeTarget', { targetId: worker.targetId });
}
