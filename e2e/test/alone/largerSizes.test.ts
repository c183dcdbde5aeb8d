import { describe, expect } from 'vitest';
import type { Person } from '../../harness/browser.ts';
import { widerOldFilm } from '../../harness/film.ts';
import { hear, heard } from '../../harness/sounds.ts';
import { story as plainStory } from '../../harness/story.ts';
import { isMade, openWith } from '../../harness/uploading.ts';
import { allLoaded, allTogether, enterRoom, eventually, press } from '../../harness/watching.ts';

const story = plainStory.extend('serverOptions', { scope: 'file' }, async () => ['--renditions=1']);

describe('an upload that browsers do not play', () => {
  story(
    'is begun in its smallest size, and shown in the larger one when that is made, in step and in the sound that was chosen',
    async ({ evening, anna, jonas }) => {
      await openWith(anna, evening.server.url, widerOldFilm());
      await enterRoom(jonas, anna.page.url());
      await allLoaded(anna, jonas);
      const begunWith = await lines(jonas);
      await press(anna, 'Play');
      await allTogether(anna, jonas);
      await hear(jonas, 'German');

      await isMade(evening.server, 480);

      await eventually(async () => {
        expect([await lines(anna), await lines(jonas)]).toEqual([480, 480]);
      });
      await allTogether(anna, jonas);
      expect(begunWith).toBe(360);
      await jonas.page.getByRole('button', { name: 'Sound', exact: true }).click();
      expect(await heard(jonas)).toBe('German');
    },
  );
});

/** How many lines the picture has. */
async function lines({ page }: Person): Promise<number | undefined> {
  return page.evaluate(() => document.querySelector('video')?.videoHeight);
}
