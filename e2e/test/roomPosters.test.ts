import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { type Person, PHONE } from '../harness/browser.ts';
import { eveningFilm, smallFilm } from '../harness/film.ts';
import { looksWell } from '../harness/looks.ts';
import { TARGET } from '../harness/paths.ts';
import { story as plainStory } from '../harness/story.ts';
import { choose } from '../harness/uploading.ts';
import { allLoaded, enterRoom, eventually, giveName, meet } from '../harness/watching.ts';

const story = plainStory.extend('serverOptions', { scope: 'file' }, async () => ['--renditions=1']);

describe('the posters of what is before a room', () => {
  story(
    'are seen beside what is played and in the queue, as soon as they are made, by guests too',
    async ({ evening, anna }) => {
      const jonas = await evening.person({ name: 'Jonas', viewport: PHONE, touch: true });
      await anna.page.goto(evening.server.url);
      await choose(
        anna,
        called(eveningFilm(), 'The Long Way to the Sea 1.mp4'),
        called(smallFilm(), 'The Long Way to the Sea 2, with a title that needs more lines.mp4'),
      );
      await giveName(anna, 'Anna');
      await seesQueue(anna);

      await seesPosters(anna, '.film-line', 1);
      await seesPosters(anna, '.queue-item', 1);
      await looksWell(anna, 'posters-in-room');
      await enterRoom(jonas, anna.page.url());
      await allLoaded(anna, jonas);
      await jonas.page.getByRole('button', { name: /^Up next/, pressed: false }).click();
      await seesPosters(jonas, '.queue-item', 1);
      await looksWell(jonas, 'posters-in-room-phone');
    },
  );

  story('are not there for films of the web', async ({ evening, anna }) => {
    const asked: string[] = [];
    anna.page.on('request', (request) => asked.push(new URL(request.url()).pathname));

    await meet(evening, anna);

    await seesPosters(anna, '.film-line', 0);
    expect(asked.filter((path) => path.endsWith('/posters'))).toEqual([]);
  });
});

/** A film, in a file of this name. */
function called(film: string, name: string): string {
  const folder = join(TARGET, 'posters');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  copyFileSync(film, file);
  return file;
}

/** Opens what is up next, once something is; it may be open since the film came. */
async function seesQueue({ page }: Person): Promise<void> {
  await page.locator('.queue-item').waitFor({ state: 'attached' });
  const head = page.locator('.queue-head');
  if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
}

/** Waits until so many pictures are seen there. */
const seesPosters = ({ page }: Person, where: string, count: number): Promise<void> =>
  eventually(async () => {
    const widths = await page
      .locator(`${where} .film-poster img`)
      .evaluateAll((all) => all.map((it) => (it as HTMLImageElement).naturalWidth));
    expect(widths.filter((width) => width > 0)).toHaveLength(count);
  });
