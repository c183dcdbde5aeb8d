import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Route } from 'playwright-core';
import type { Person } from '../browser.ts';
import { film } from '../film.ts';
import { eventually } from '../watching.ts';

/** How a site's player behaves this time. Nothing of it: it has its film, and plays it. */
export interface Conduct {
  /** By its own number or name, why it shows nothing. */
  readonly error?: number | string;
  /** Whoever put the film there lets nobody change its speed. */
  readonly hasOneRate?: boolean;
  /** What it shows before the film, and for how long. */
  readonly advertisementMs?: number;
  /** It says nothing at all. */
  readonly isSilent?: boolean;
}

/** Another site, with its own player, in everybody's browser: what `person` asks of it is answered here, as `conduct` says when
 * its player is opened. Gives what was asked, in its order. */
export async function visitable(
  { page }: Person,
  site: { readonly origin: string; readonly player: string; readonly page: RegExp },
  conduct: () => Conduct = () => ({}),
): Promise<readonly string[]> {
  const asked: string[] = [];
  const player = textOf(site.player).replace('SCREEN', textOf('screen.html'));
  const bytes = readFileSync(film());
  await page.context().route(`${site.origin}/**`, (route) => {
    const url = new URL(route.request().url());
    asked.push(`${url.pathname}${url.search}`);
    if (url.pathname === '/film.mp4') return fulfilBytes(route, bytes);
    if (!site.page.test(url.pathname)) return route.fulfill({ status: 404, body: '' });
    const body = player.replace('CONDUCT', JSON.stringify(conduct()));
    return route.fulfill({ contentType: 'text/html', body });
  });
  return asked;
}

const textOf = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

/** Answers with a film, or the part of it that is asked for. */
export async function fulfilBytes(route: Route, bytes: Buffer): Promise<void> {
  const range = (await route.request().headerValue('range')) ?? '';
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range) ?? [];
  const start = Number(first ?? 0);
  const end = last ? Math.min(Number(last), bytes.length - 1) : bytes.length - 1;
  return route.fulfill({
    status: 206,
    headers: {
      'Content-Type': 'video/mp4',
      'Accept-Ranges': 'bytes',
      'Content-Range': `bytes ${start}-${end}/${bytes.length}`,
    },
    body: bytes.subarray(start, end + 1),
  });
}

/** The frame in which a person's page shows the site's player, once it is there. */
export const frameOf = ({ page }: Person): Promise<Frame> =>
  eventually(async () => {
    const frame = page.frames().find((each) => each !== page.mainFrame() && !each.isDetached());
    if (frame === undefined || (await frame.locator('video').count()) === 0)
      throw new Error('no player of another site');
    return frame;
  });

/** Somebody who is looked at through the site's player, as if that were the page. */
export const inFrame = async (person: Person): Promise<{ readonly page: Frame }> => ({
  page: await frameOf(person),
});
