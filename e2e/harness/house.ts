import { dirname } from 'node:path';
import { type Autoplay, type BrowserProcess, launchBrowser } from './browser.ts';
import { dashFilm, film, hlsFilm } from './film.ts';
import { type FilmServer, openFilmServer } from './filmServer.ts';
import { type Server, type ServerLimits, startServer } from './server.ts';

/** What many stories share: the program, a site with films, and browser processes. */
export interface House {
  readonly server: Server;
  readonly films: FilmServer;
  readonly filmUrl: string;
  readonly hlsUrl: string;
  readonly dashUrl: string;
  /** A browser process that nobody is in: one that stood empty, or a new one. */
  emptyBrowser(autoplay: Autoplay): Promise<BrowserProcess>;
  close(): Promise<void>;
}

export async function openHouse(
  serverOptions: readonly string[] = [],
  serverLimits: ServerLimits = {},
): Promise<House> {
  const filmPath = film();
  hlsFilm();
  dashFilm();
  const [server, films] = await Promise.all([
    startServer(serverOptions, serverLimits),
    openFilmServer(dirname(filmPath)),
  ]);
  const browsers: BrowserProcess[] = [];
  return {
    server,
    films,
    filmUrl: `${films.url}/film.mp4`,
    hlsUrl: `${films.url}/hls/film.m3u8`,
    dashUrl: `${films.url}/dash/film.mpd`,
    emptyBrowser: async (autoplay) => {
      const empty = browsers.find((each) => each.autoplay === autoplay && each.people() === 0);
      if (empty !== undefined) return empty;
      const browser = await launchBrowser(autoplay);
      browsers.push(browser);
      return browser;
    },
    close: async () => {
      await Promise.all(browsers.map((browser) => browser.close()));
      await films.close();
      await server.close();
    },
  };
}
