import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { spokenFilm } from '../harness/film.ts';
import { story as plainStory } from '../harness/story.ts';
import { solid } from '../harness/styling.ts';
import {
  allLoaded,
  allStand,
  enterRoom,
  eventually,
  giveName,
  isPast,
  press,
} from '../harness/watching.ts';

const story = plainStory.extend('serverOptions', { scope: 'file' }, async () => ['--renditions=1']);

describe('subtitles that an upload holds', () => {
  story(
    'are in the menu by language, each for who chooses them, styled ones with their fonts',
    async ({ evening, anna, jonas }) => {
      await anna.page.goto(evening.server.url);
      await anna.page.locator('input[type=file]').first().setInputFiles(spokenFilm());
      await giveName(anna, 'Anna');
      await enterRoom(jonas, anna.page.url());
      await allLoaded(anna, jonas);

      await chooseSubtitles(anna, 'French');
      await chooseSubtitles(jonas, 'German');
      await press(anna, 'Play');
      await isPast(jonas, 1);
      await press(anna, 'Pause');
      await allStand(anna, jonas);

      await anna.page.getByTestId('subtitles').getByText('Bonjour à tous').waitFor();
      await areDrawnByTheirFont(jonas);
      await jonas.page.reload();
      await areDrawnByTheirFont(jonas);
    },
  );
});

/** Waits until they look as only the font makes them look that the film brings along. */
async function areDrawnByTheirFont(person: Person): Promise<void> {
  await eventually(async () => expect(await solid(person)).toBeGreaterThan(0.95));
}

async function chooseSubtitles({ page }: Person, language: string): Promise<void> {
  await page.mouse.move(300, 300);
  await page.getByRole('button', { name: 'Subtitles' }).click();
  await page.getByRole('radio', { name: language, disabled: false }).check();
  await page.keyboard.press('Escape');
}
