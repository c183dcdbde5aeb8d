import { once } from 'node:events';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

/**
 * Some site on the web that has films: files of a folder, with byte ranges, for pages of any origin; and, under the names of `ODDITIES` and
 * below `/closed/`, what else people find at addresses.
 */
export interface FilmServer {
  readonly url: string;
  /** Requests whose path matches are left without an answer until `release` is called. */
  hold(path: RegExp): { release(): void };
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.mp4': 'video/mp4',
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.mpd': 'application/dash+xml',
  '.m4s': 'video/iso.segment',
  '.ts': 'video/mp2t',
};

/** By path: status, content type and body of what is no film. */
const ODDITIES: Readonly<Record<string, readonly [number, string, string]>> = {
  '/forbidden.mp4': [403, 'text/plain', 'not for you'],
  '/page.html': [200, 'text/html', '<!doctype html><title>A page about a film</title>'],
  '/unknown-codec.mp4': [200, 'video/mp4', 'ftyp of nothing that a browser knows'],
};

export async function openFilmServer(folder: string): Promise<FilmServer> {
  const holds = new Map<RegExp, Promise<void>>();
  const server = createServer(async (request, response) => {
    for (const [path, released] of holds) {
      if (path.test(request.url ?? '')) await released;
    }
    answer(folder, request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    hold: (path) => {
      let release = () => {};
      holds.set(
        path,
        new Promise<void>((released) => {
          release = () => {
            holds.delete(path);
            released();
          };
        }),
      );
      return { release: () => release() };
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

function answer(folder: string, request: IncomingMessage, response: ServerResponse) {
  const { pathname } = new URL(request.url ?? '/', 'http://films');
  const path = join(folder, normalize(decodeURIComponent(pathname)));
  if (!pathname.startsWith('/closed/')) {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', 'Range');
  }
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end();
    return;
  }
  const oddity = ODDITIES[pathname];
  if (oddity !== undefined) {
    const [status, type, body] = oddity;
    response.writeHead(status, { 'Content-Type': type }).end(body);
    return;
  }
  if (!existsSync(path) || !statSync(path).isFile()) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('no such film');
    return;
  }
  const size = statSync(path).size;
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  const start = Number(first ?? 0);
  const end = last ? Math.min(Number(last), size - 1) : size - 1;
  response.writeHead(first === undefined ? 200 : 206, {
    'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
    'Content-Length': end - start + 1,
    'Accept-Ranges': 'bytes',
    ...(first === undefined ? {} : { 'Content-Range': `bytes ${start}-${end}/${size}` }),
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  createReadStream(path, { start, end }).pipe(response);
}
