import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { film, smallFilm } from '../harness/film.ts';
import { story as plainStory } from '../harness/story.ts';
import { allMove, allTogether, eventually, giveName, watch } from '../harness/watching.ts';

const story = plainStory.extend('serverLimits', { scope: 'file' }, async () => ({
  largestFileMb: 2,
}));

describe('[F-18] a disk that is full', () => {
  story(
    'is told while others watch undisturbed, and leaves nothing',
    async ({ evening, anna, jonas }) => {
      await watch(evening, anna, jonas);
      const mia = await evening.person({ name: 'Mia' });
      const { page } = mia;
      await page.goto(evening.server.url);

      await page.locator('input[type=file]').first().setInputFiles(film());

      await page
        .getByRole('alert')
        .filter({ hasText: 'The disk of this server is full. Ask who runs it to make room' })
        .waitFor();
      await allMove(anna, jonas);
      await allTogether(anna, jonas);

      await page.getByRole('button', { name: 'Cancel' }).click();
      await eventually(async () =>
        expect(readdirSync(join(evening.server.data, 'films'))).toEqual([]),
      );
      await page.locator('input[type=file]').first().setInputFiles(smallFilm());
      await giveName(mia, 'Mia');
    },
  );
});
