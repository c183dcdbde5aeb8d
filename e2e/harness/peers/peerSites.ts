import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../paths.ts';
import { startServer } from '../server.ts';

/** What serves the page for rooms without a server, and where the page is. */
export interface PeerSite {
  readonly link: string;
  close(): Promise<void>;
}

/** The real program. */
export async function matinee(): Promise<PeerSite> {
  const { url, close } = await startServer();
  return { link: `${url}/peer`, close };
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const PATH = '/somewhere/deep/';

/** The folder that `./dev static` makes, below some path of a server that knows nothing but files. */
export async function staticSite(): Promise<PeerSite> {
  const folder = mkdtempSync(join(tmpdir(), 'matinee-static-'));
  await promisify(execFile)(join(ROOT, 'dev'), ['static', folder]);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const name = pathname === PATH ? 'index.html' : normalize(pathname.slice(PATH.length));
    const file = join(folder, name);
    if (!pathname.startsWith(PATH) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    link: `http://127.0.0.1:${port}${PATH}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      rmSync(folder, { recursive: true });
    },
  };
}
