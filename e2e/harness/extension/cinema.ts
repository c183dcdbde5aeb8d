import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { BrowserContext } from 'playwright-core';
import { film, smallFilm } from '../film.ts';
import { fulfilBytes } from '../sites/site.ts';

/** A site with films on pages of its own. */
export const CINEMA = 'https://cinema.example';

/** Where the player of a page of the cinema is. */
export type Kind = 'plain' | 'frame' | 'shadow';

/** How long this site takes for what it is asked to be slow with. */
const SLOW_MS = 1000;

/** The page of a film. */
export const pageOf = (kind: Kind): string => `${CINEMA}/watch/1?as=${kind}`;

/** The cinema, as far as somebody's browser sees it. */
export async function openCinema(profile: BrowserContext): Promise<void> {
  const body = readFileSync(join(import.meta.dirname, 'cinema.html'), 'utf8');
  const films = new Map([
    ['/film.mp4', readFileSync(film())],
    ['/advertisement.mp4', readFileSync(smallFilm())],
  ]);
  await profile.route(`${CINEMA}/**`, async (route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    const bytes = films.get(pathname);
    if (bytes) return fulfilBytes(route, bytes);
    if (searchParams.has('slow')) await setTimeout(SLOW_MS);
    return route.fulfill({ contentType: 'text/html', body });
  });
}
