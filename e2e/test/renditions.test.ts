import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { longOldFilm, oldFilm, overfullFilm, widerOldFilm } from '../harness/film.ts';
import { story as plainStory } from '../harness/story.ts';
import {
  allLoaded,
  allTogether,
  enterRoom,
  eventually,
  giveName,
  press,
} from '../harness/watching.ts';

const story = plainStory.extend('serverOptions', { scope: 'file' }, async () => ['--renditions=1']);

describe('an upload that browsers do not play', () => {
  story(
    'is made into one that they do, which all see, and plays in step',
    async ({ evening, anna, jonas }) => {
      await upload(anna, evening.server.url, oldFilm());
      await anna.page.getByTestId('being-made').waitFor();
      await enterRoom(jonas, anna.page.url());
      await allLoaded(anna, jonas);
      await press(anna, 'Play');
      await allTogether(anna, jonas);

      const shown = await jonas.page.evaluate(() => document.querySelector('video')?.videoHeight);
      expect(shown).toBeGreaterThanOrEqual(360);
      await hear(anna, 'German');
      await allTogether(anna, jonas);
      await anna.page.getByRole('button', { name: 'Sound', exact: true }).click();
      expect(await heard(anna)).toBe('German');
      await anna.page.keyboard.press('Escape');

      await anna.page.getByRole('slider', { name: 'Position in the film' }).hover();
      const look = anna.page.getByTestId('thumbnail');
      await look.waitFor();
      expect(await look.evaluate((it) => it.checkVisibility() && it.style.backgroundImage)).toMatch(
        /\/sheet_0\.jpg/,
      );
    },
  );

  story(
    'is begun in its smallest size, and shown in the larger one when that is made, in step and in the sound that was chosen',
    async ({ evening, anna, jonas }) => {
      await upload(anna, evening.server.url, widerOldFilm());
      await enterRoom(jonas, anna.page.url());
      await allLoaded(anna, jonas);
      const begunWith = await lines(jonas);
      await press(anna, 'Play');
      await allTogether(anna, jonas);
      await hear(jonas, 'German');

      await eventually(async () => {
        expect([await lines(anna), await lines(jonas)]).toEqual([480, 480]);
      });
      await allTogether(anna, jonas);

      expect(begunWith).toBe(360);
      await jonas.page.getByRole('button', { name: 'Sound', exact: true }).click();
      expect(await heard(jonas)).toBe('German');
    },
  );

  story(
    'is begun while it is still being made, as long as it will be, and what is not there is waited for',
    async ({ evening, anna, jonas }) => {
      await upload(anna, evening.server.url, longOldFilm());
      await enterRoom(jonas, anna.page.url());
      await allLoaded(anna, jonas);
      await press(anna, 'Play');
      await allTogether(anna, jonas);

      expect(await endS(jonas)).toBe(Number.POSITIVE_INFINITY);
      await jonas.page.getByText('10:00').first().waitFor();

      await seekTo(jonas, 0.95);
      await anna.page
        .getByText(/^Waiting for/u)
        .first()
        .waitFor();
      await seekTo(jonas, 0.01);
      await allTogether(anna, jonas);
    },
  );

  story('says why nothing can be made of it', async ({ evening, anna }) => {
    await upload(anna, evening.server.url, overfullFilm());

    await anna.page.getByText(/^There is more in this film than the server takes apart/u).waitFor();
  });
});

/** Opens a room with a film of the own device. */
async function upload(person: Person, url: string, film: string): Promise<void> {
  await person.page.goto(url);
  await person.page.locator('input[type=file]').first().setInputFiles(film);
  await giveName(person, person.name);
}

/** Where the player's film ends, as far as the player knows. */
async function endS({ page }: Person): Promise<number | undefined> {
  return page.evaluate(() => document.querySelector('video')?.duration);
}

/** Clicks on the bar at so much of its length. */
async function seekTo({ page }: Person, share: number): Promise<void> {
  const bar = page.getByRole('slider', { name: 'Position in the film' });
  await bar.hover();
  const box = await bar.boundingBox();
  if (box === null) throw new Error('there is no bar');
  await page.mouse.click(box.x + box.width * share, box.y + box.height / 2);
}

/** How many lines the picture has. */
async function lines({ page }: Person): Promise<number | undefined> {
  return page.evaluate(() => document.querySelector('video')?.videoHeight);
}

/** Chooses a track of sound in the menu, which is closed again. */
async function hear({ page }: Person, language: string): Promise<void> {
  await page.mouse.move(300, 300);
  await page.getByRole('button', { name: 'Sound', exact: true }).click();
  await page.getByRole('menuitemradio', { name: language }).click();
  await page.keyboard.press('Escape');
}

/** The track of sound that is marked in the menu. */
async function heard({ page }: Person): Promise<string> {
  return page.getByRole('menuitemradio', { checked: true }).innerText();
}
