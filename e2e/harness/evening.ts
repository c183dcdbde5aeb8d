import { dirname } from 'node:path';
import { type Circumstances, openBrowser, type Person } from './browser.ts';
import { seeded } from './chance.ts';
import { film, hlsFilm } from './film.ts';
import { type FilmServer, openFilmServer } from './filmServer.ts';
import { type DelayProxy, type Network, openProxy } from './proxy.ts';
import { type Server, startServer } from './server.ts';

/** Everything that one story needs, closed in one go. */
export interface Evening {
  readonly server: Server;
  readonly films: FilmServer;
  readonly filmUrl: string;
  readonly hlsUrl: string;
  person(circumstances?: Circumstances): Promise<Person>;
  network(network: Network): Promise<DelayProxy>;
  close(): Promise<void>;
}

/** The seed of every chance in a story; printed, so that a run can be repeated with MATINEE_SEED. */
export function seedOfRun(): number {
  const { MATINEE_SEED } = process.env;
  const seed = Number(MATINEE_SEED ?? 20261121);
  console.log(`seed ${seed}`);
  return seed;
}

export async function beginEvening(...serverOptions: readonly string[]): Promise<Evening> {
  const filmPath = film();
  hlsFilm();
  const server = await startServer(...serverOptions);
  const films = await openFilmServer(dirname(filmPath));
  const chance = seeded(seedOfRun());
  const people: Person[] = [];
  const proxies: DelayProxy[] = [];
  return {
    server,
    films,
    filmUrl: `${films.url}/film.mp4`,
    hlsUrl: `${films.url}/hls/film.m3u8`,
    person: async (circumstances) => {
      const person = await openBrowser(circumstances);
      people.push(person);
      return person;
    },
    network: async (network) => {
      const proxy = await openProxy(server.port, network, chance);
      proxies.push(proxy);
      return proxy;
    },
    close: async () => {
      await Promise.all(people.map((person) => person.close()));
      await Promise.all(proxies.map((proxy) => proxy.close()));
      await films.close();
      await server.close();
    },
  };
}
