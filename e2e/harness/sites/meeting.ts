import { expect } from 'vitest';
import type { Person } from '../browser.ts';
import type { Evening } from '../evening.ts';
import { record, skewOf } from '../meter.ts';
import { allLoaded, enterRoom, eventually, openRoom, player } from '../watching.ts';
import { inFrame } from './site.ts';

const MEASURED_S = 5;

/** A film, and how its site calls itself. */
export interface FilmOfSite {
  readonly site: string;
  readonly address: string;
}

/** Says, once, that the player of a site may be loaded. */
export const agreeTo = ({ page }: Person, site: string): Promise<void> =>
  page.getByRole('button', { name: `Watch it from ${site}` }).click();

/** Anna opens a room with a film of a site, and Jonas follows; both agree to its player. Gives the room's link. */
export async function enterWith(
  { server }: Evening,
  anna: Person,
  jonas: Person,
  { site, address }: FilmOfSite,
): Promise<string> {
  const link = await openRoom(anna, server.url, anna.name, address);
  await agreeTo(anna, site);
  await enterRoom(jonas, link);
  await agreeTo(jonas, site);
  return link;
}

/** The same, until both could play. */
export async function meetWith(
  evening: Evening,
  anna: Person,
  jonas: Person,
  film: FilmOfSite,
): Promise<string> {
  const link = await enterWith(evening, anna, jonas, film);
  await allLoaded(await inFrame(anna), await inFrame(jonas));
  return link;
}

type Framed = Awaited<ReturnType<typeof inFrame>>;

/** How far apart both are while the film goes on for some seconds. */
export async function measured(first: Framed, other: Framed) {
  const { positionS } = await player(first);
  const { traces } = await record([first, other], () =>
    eventually(async () =>
      expect((await player(first)).positionS).toBeGreaterThan(positionS + MEASURED_S),
    ),
  );
  return skewOf(traces, 'media');
}
