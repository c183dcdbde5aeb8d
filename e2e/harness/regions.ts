import type { Person } from './browser.ts';
import { seeded } from './chance.ts';
import { seedOfRun } from './evening.ts';
import { type DelayProxy, LAN, type Network, openProxy } from './proxy.ts';
import { freePorts, type Server, startServer } from './server.ts';

/** The servers of one region, and the way to them, which has an address of its own. */
export interface Region {
  readonly server: Server;
  readonly url: string;
  readonly way: DelayProxy;
}

/** Two regions, each with a server and a database of its own. The way to `eu` is long, `us` is next door. */
export interface Regions {
  readonly eu: Region;
  readonly us: Region;
  close(): Promise<void>;
}

/** For everybody in these stories, and for the servers of the other region. */
const FAR: Network = { upMs: 120, downMs: 120, jitterMs: 2, loss: 0 };

export async function openRegions(): Promise<Regions> {
  const chance = seeded(seedOfRun());
  const [euPort = 0, euSync = 0, usPort = 0, usSync = 0] = await freePorts(4);
  const [toEu, toUs] = await Promise.all([
    openProxy(euPort, FAR, chance),
    openProxy(usPort, LAN, chance),
  ]);
  const urlOf = ({ port }: DelayProxy) => `http://127.0.0.1:${port}`;
  const optionsOf = (name: string) => [
    `--region=${name}`,
    `--regions=eu=${urlOf(toEu)},us=${urlOf(toUs)}`,
    '--region-secret=a secret of the stories, long enough',
  ];
  const [eu, us] = await Promise.all([
    startServer(optionsOf('eu'), {}, [euPort, euSync]),
    startServer(optionsOf('us'), {}, [usPort, usSync]),
  ]);
  return {
    eu: { server: eu, url: urlOf(toEu), way: toEu },
    us: { server: us, url: urlOf(toUs), way: toUs },
    close: async () => {
      await Promise.all([eu.close(), us.close()]);
      await Promise.all([toEu.close(), toUs.close()]);
    },
  };
}

/** Opens a room in a region, whichever is nearest. Gives its link. */
export async function roomIn(region: Region, filmUrl: string): Promise<string> {
  const reply = await fetch(`${region.server.url}/api/rooms`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ media: { ref: { type: 'address', url: filmUrl } } }),
  });
  const { path } = (await reply.json()) as { path: string };
  return region.url + path;
}

/** Opens the menu in which the host chooses who controls, and where the room lives. */
export const openControl = ({ page }: Person) =>
  page.getByRole('button', { name: 'Everyone controls' }).click();

/** A region in that menu. */
export const regionChoice = ({ page }: Person, region: string) =>
  page.getByRole('menuitemradio', { name: region });
