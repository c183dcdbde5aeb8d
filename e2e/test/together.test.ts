import { describe, expect } from 'vitest';
import { film } from '../harness/film.ts';
import { story } from '../harness/story.ts';
import {
  allLoaded,
  allMove,
  allStand,
  allTogether,
  chooseSpeed,
  enterRoom,
  eventually,
  giveName,
  key,
  meet,
  openRoom,
  player,
  press,
  reads,
  say,
} from '../harness/watching.ts';

describe('two people, one film', () => {
  story(
    'play, pause, seek, speed and messages by either are seen by both',
    async ({ evening, anna, jonas }) => {
      await meet(evening, anna, jonas);

      await press(anna, 'Play');
      await allMove(anna, jonas);

      await press(jonas, 'Pause');
      const stoodAt = await allStand(anna, jonas);
      expect(stoodAt).toBeGreaterThan(0);

      await key(anna, 'ArrowRight');
      await eventually(async () => {
        expect(await allStand(anna, jonas)).toBeCloseTo(stoodAt + 5, 1);
      });

      await chooseSpeed(jonas, 1.5);
      await press(anna, 'Play');
      await allMove(anna, jonas);
      await eventually(async () => {
        expect((await player(anna)).rate).toBeCloseTo(1.5, 1);
        expect((await player(jonas)).rate).toBeCloseTo(1.5, 1);
      });

      await say(anna, 'the music right here');
      await reads(jonas, 'the music right here');
      await say(jonas, 'every time');
      await reads(anna, 'every time');
      expect([anna.complaints, jonas.complaints]).toEqual([[], []]);
    },
  );

  story(
    'a film from the own disk is uploaded and played by both',
    async ({ evening, anna, jonas }) => {
      await anna.page.goto(evening.server.url);

      await anna.page.locator('input[type=file]').first().setInputFiles(film());
      await giveName(anna, 'Anna');
      await enterRoom(jonas, anna.page.url());
      await allLoaded(anna, jonas);
      await press(jonas, 'Play');

      await allMove(anna, jonas);
    },
  );

  story('an HLS film by address is played by both', async ({ evening, anna, jonas }) => {
    const link = await openRoom(anna, evening.server.url, 'Anna', evening.hlsUrl);
    await enterRoom(jonas, link);
    await allLoaded(anna, jonas);

    await press(anna, 'Play');

    await allMove(anna, jonas);
  });

  story('a DASH film by address is played by both', async ({ evening, anna, jonas }) => {
    const link = await openRoom(anna, evening.server.url, 'Anna', evening.dashUrl);
    await enterRoom(jonas, link);
    await allLoaded(anna, jonas);

    await press(anna, 'Play');

    await allMove(anna, jonas);
    await allTogether(anna, jonas);
  });

  story(
    'a bookmark makes a room at once, and going back does not make another',
    async ({ evening, anna }) => {
      await anna.page.goto(evening.server.url);

      const media = encodeURIComponent(evening.filmUrl);
      await anna.page.goto(`${evening.server.url}/new?media=${media}&title=The%20Long%20Way`);
      await giveName(anna, 'Anna');
      await anna.page.getByText('The Long Way').first().waitFor();
      await anna.page.goBack();

      expect(new URL(anna.page.url()).pathname).toBe('/');
    },
  );
});
