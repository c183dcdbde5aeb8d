import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { WAIT_MS } from '../limits.ts';
import { CHROMIUM, TARGET } from '../paths.ts';
import type { Server } from '../server.ts';

/** A page of some site on which clients of trackers run, and a browser in which people open it. */
export interface Meeting {
  /** The address of the server's tracker. */
  readonly tracker: string;
  /** The page, as somebody new opens it, in a profile of their own. */
  page(): Promise<Page>;
  close(): Promise<void>;
}

const NAME = 'peers.js';

/** Addresses of peers on this machine are told as they are: nobody here resolves names of mDNS. */
const FLAGS = ['--no-sandbox', '--disable-features=WebRtcHideLocalIpsWithMdns'];

export async function openMeeting(server: Server): Promise<Meeting> {
  const script = await bundle();
  const site = createServer((request, response) => {
    const isScript = request.url === `/${NAME}`;
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
    response.end(
      isScript ? script : `<!doctype html><script type="module" src="${NAME}"></script>`,
    );
  });
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  const address = site.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    timeout: WAIT_MS,
    args: FLAGS,
  });
  return {
    tracker: `${server.url.replace('http', 'ws')}/tracker`,
    page: async () => {
      const page = await (await browser.newContext()).newPage();
      await page.goto(`http://127.0.0.1:${port}`);
      return page;
    },
    close: async () => {
      await browser.close();
      site.closeAllConnections();
      site.close();
    },
  };
}

/** The page's script, with the clients as they are published. */
async function bundle(): Promise<Buffer> {
  const folder = join(TARGET, 'introducing');
  await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    define: { global: 'globalThis', 'process.browser': 'true' },
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: join(import.meta.dirname, 'page.ts'), formats: ['es'], fileName: () => NAME },
    },
  });
  return readFileSync(join(folder, NAME));
}
