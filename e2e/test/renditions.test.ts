import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { longOldFilm, oldFilm, overfullFilm } from '../harness/film.ts';
import { hear, heard } from '../harness/sounds.ts';
import { story as plainStory } from '../harness/story.ts';
import { openWith } from '../harness/uploading.ts';
import { allLoaded, allTogether, enterRoom, press } from '../harness/watching.ts';

const story = plainStory.extend('serverOptions', { scope: 'file' }, async () => ['--renditions=1']);

describe('an upload that browsers do not play', () => {
  story(
    'is made into one that they do, which all see, and plays in step',
    async ({ evening, anna, jonas }) => {
      await openWith(anna, evening.server.url, oldFilm());
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
    'is begun while it is still being made, as long as it will be, and what is not there is waited for',
    async ({ evening, anna, jonas }) => {
      await openWith(anna, evening.server.url, longOldFilm());
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
    await openWith(anna, evening.server.url, overfullFilm());

    await anna.page.getByText(/^There is more in this film than the server takes apart/u).waitFor();
  });
});

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
