import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { befriend, comeIn } from '../harness/befriending.ts';
import { type Person, PHONE } from '../harness/browser.ts';
import { film, smallFilm } from '../harness/film.ts';
import { looksWell } from '../harness/looks.ts';
import { TARGET } from '../harness/paths.ts';
import { story } from '../harness/story.ts';
import { choose } from '../harness/uploading.ts';
import { allLoaded, eventually, giveName, press } from '../harness/watching.ts';

describe('what somebody lets friends find', () => {
  story(
    'is found, searched and put on by friends, as long as it is so, and by nobody else',
    async ({ evening, anna, jonas }) => {
      const { url } = evening.server;
      const maria = await evening.person({ name: 'Maria', viewport: PHONE, touch: true });
      await comeIn(anna, url, 'Anna');
      const code = await comeIn(jonas, url, 'Jonas');
      await comeIn(maria, url, 'Maria');
      await befriend(anna, jonas, code);
      await anna.page.goto(`${url}/library`);
      await choose(
        anna,
        called('The Long Way to the Sea.mp4'),
        called('Dark.Water.S01E01.mp4'),
        called('Private.mp4'),
      );
      await shows(anna, /^Dark Water/);
      await anna.page.goto(`${url}/library`);
      await shows(anna, /^The Long Way to the Sea/);
      const film = anna.page.url();
      await looksWell(anna, 'library-shown');

      await jonas.page.goto(`${url}/library`);
      await finds(jonas, 2);
      await looksWell(jonas, 'library-from-friends');
      await jonas.page.getByRole('searchbox').fill('dark');
      await finds(jonas, 1);
      await ofFriends(jonas)
        .getByRole('link', { name: /^Dark Water.*from Anna$/ })
        .click();
      await jonas.page.getByRole('heading', { name: 'Dark Water' }).waitFor();
      expect(await jonas.page.getByRole('button', { name: 'Edit' }).count()).toBe(0);
      await jonas.page.getByRole('button', { name: 'Watch Dark Water S01E01 now' }).click();
      await giveName(jonas, 'Jonas');
      await allLoaded(jonas);

      await maria.page.goto(film);
      await maria.page.getByText('There is no such title in your library').waitFor();
      await maria.page.goto(`${url}/library`);
      await maria.page.getByText('Nothing here yet').waitFor();
      expect(await ofFriends(maria).count()).toBe(0);

      await anna.page.getByLabel('Friends may find it').uncheck();
      await eventually(async () => {
        await jonas.page.goto(film);
        await jonas.page.getByText('There is no such title in your library').waitFor();
      });
    },
  );

  story(
    'who lets friends see what they watch is seen on their shelf, by nobody else, and not any more when that is over',
    async ({ evening, anna, jonas }) => {
      const { url } = evening.server;
      const maria = await evening.person({ name: 'Maria', viewport: PHONE, touch: true });
      await comeIn(anna, url, 'Anna');
      const code = await comeIn(jonas, url, 'Jonas');
      await befriend(anna, jonas, code);
      await comeIn(maria, url, 'Maria');
      await anna.page.goto(`${url}/watched`);
      await anna.page.getByLabel('Let friends see what I watch').check();
      await looksWell(anna, 'watched-shown');
      await anna.page.goto(`${url}/library`);
      await choose(anna, called('The Long Way to the Sea.mp4', film()));
      await shows(anna, /^The Long Way/);
      const page = anna.page.url();
      await anna.page.getByRole('button', { name: 'Watch now' }).click();
      await giveName(anna, 'Anna');
      await allLoaded(anna);
      await press(anna, 'Play');

      await eventually(async () => {
        await jonas.page.goto(`${url}/library`);
        await finds(jonas, 1);
        expect(await watchedBy(jonas).getByText('Now: Anna').count()).toBe(1);
      });
      await looksWell(jonas, 'library-friends-watch');
      await maria.page.goto(`${url}/library`);
      await maria.page.getByText('Nothing here yet').waitFor();
      expect(await watchedBy(maria).count()).toBe(0);

      await anna.page.goto(page);
      await anna.page.getByLabel('Friends may find it').uncheck();
      await eventually(async () => {
        await jonas.page.goto(`${url}/library`);
        await jonas.page.getByText('Nothing here yet').waitFor();
        expect(await watchedBy(jonas).count()).toBe(0);
      });
      await anna.page.getByLabel('Friends may find it').check();
      await anna.page.goto(`${url}/watched`);
      await anna.page.getByLabel('Let friends see what I watch').uncheck();
      await eventually(async () => {
        await jonas.page.goto(`${url}/library`);
        await finds(jonas, 1);
        expect(await watchedBy(jonas).count()).toBe(0);
      });
    },
  );

  story('looks well on a phone', async ({ evening, anna }) => {
    const { url } = evening.server;
    const jonas = await evening.person({ name: 'Jonas', viewport: PHONE, touch: true });
    await comeIn(anna, url, 'Anna of the rather long name');
    const code = await comeIn(jonas, url, 'Jonas');
    await befriend(anna, jonas, code);
    await anna.page.goto(`${url}/library`);
    await choose(anna, called('A title that is so very long that it needs more lines.mp4'));
    await shows(anna, /^A title/);

    await jonas.page.goto(`${url}/library`);
    await finds(jonas, 1);

    await looksWell(jonas, 'library-from-friends-phone');
    await ofFriends(jonas).getByRole('link').click();
    await jonas.page.getByRole('button', { name: 'Watch now' }).waitFor();
    await looksWell(jonas, 'library-from-friend-phone');
  });
});

/** A film, in a file of this name. */
function called(name: string, path = smallFilm()): string {
  const folder = join(TARGET, 'shown');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  copyFileSync(path, file);
  return file;
}

/** Opens one of the own titles and lets friends find it. */
async function shows({ page }: Person, name: RegExp): Promise<void> {
  await page.getByRole('link', { name }).click();
  await page.getByLabel('Friends may find it').check();
  await eventually(async () =>
    expect(await page.getByLabel('Friends may find it').getAttribute('aria-busy')).toBe('false'),
  );
}

const ofFriends = ({ page }: Person) => page.getByRole('region', { name: 'From your friends' });

const finds = (person: Person, count: number): Promise<void> =>
  eventually(async () => expect(await ofFriends(person).getByRole('listitem').count()).toBe(count));

/** What friends watch, on somebody's library page. */
function watchedBy({ page }: Person) {
  return page.getByRole('region', { name: 'Your friends watch' });
}
