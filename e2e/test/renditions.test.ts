import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { oldFilm } from '../harness/film.ts';
import { story as plainStory } from '../harness/story.ts';
import { allLoaded, allTogether, enterRoom, giveName, press } from '../harness/watching.ts';

const story = plainStory.extend('serverOptions', { scope: 'file' }, async () => ['--renditions=1']);

describe('an upload that browsers do not play', () => {
  story(
    'is made into one that they do, while all see how far that is, and plays in step',
    async ({ evening, anna, jonas }) => {
      await anna.page.goto(evening.server.url);
      await anna.page.locator('input[type=file]').first().setInputFiles(oldFilm());
      await giveName(anna, 'Anna');
      await enterRoom(jonas, anna.page.url());

      for (const { page } of [anna, jonas])
        await page.getByTestId('being-made').getByText('% done').waitFor();
      await allLoaded(anna, jonas);
      await press(anna, 'Play');
      await allTogether(anna, jonas);

      const shown = await jonas.page.evaluate(() => document.querySelector('video')?.videoHeight);
      expect(shown).toBeGreaterThanOrEqual(360);
      await anna.page.getByRole('button', { name: 'Sound', exact: true }).click();
      await anna.page.getByRole('menuitemradio', { name: 'German' }).click();
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
});

/** The track of sound that is marked in the menu. */
async function heard({ page }: Person): Promise<string> {
  return page.getByRole('menuitemradio', { checked: true }).innerText();
}
