import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import type { Evening } from '../harness/evening.ts';
import { film, lateFilm } from '../harness/film.ts';
import { story } from '../harness/story.ts';
import { choose, digestsOf, sendAtMost, uploadOf } from '../harness/uploading.ts';
import {
  allMove,
  allStand,
  allTogether,
  enterRoom,
  giveName,
  player,
  press,
  reads,
} from '../harness/watching.ts';

/** Bytes a second by which some seconds of the film come in each second. */
const FAST = 300_000;
/** By which less than a second of it does. */
const SLOW = 70_000;

describe('[UP3] a film is watched while it comes', () => {
  story(
    'slower than it is watched: two people wait at one place for what is not there, and go on by themselves',
    async ({ evening, anna, jonas }) => {
      await begin(evening, SLOW, anna, jonas);

      await waitForUpload(anna, jonas);
      const stoodAtS = await allStand(anna, jonas);
      await allTogether(anna, jonas);

      expect((await player(jonas)).positionS).toBeGreaterThanOrEqual(stoodAtS);
    },
  );

  story(
    '[UP2] who seeks to what is not there goes to the end of what is, with all the others',
    async ({ evening, anna, jonas }) => {
      await begin(evening, FAST, anna, jonas);
      await anna.page.getByRole('button', { name: 'Pause film.mp4' }).click();

      await jonas.page.getByRole('slider', { name: 'Position in the film' }).press('End');

      await waitForUpload(anna, jonas);
      const stoodAtS = await allStand(anna, jonas);
      expect(stoodAtS).toBeGreaterThan(5);
      expect(stoodAtS).toBeLessThan(120);
    },
  );

  story(
    'by somebody who loads the page anew while the upload is paused, and to its end',
    async ({ evening, anna, jonas }) => {
      const before = filmsThere(evening);
      await begin(evening, FAST, anna, jonas);

      await anna.page.getByRole('button', { name: 'Pause film.mp4' }).click();
      await waitForUpload(anna, jonas);
      await jonas.page.reload();
      await waitForUpload(jonas);
      await sendAtMost(anna, 0);
      await anna.page.getByRole('button', { name: 'Go on with film.mp4' }).click();

      await allTogether(anna, jonas);
      await bar(jonas).and(jonas.page.locator('[data-coming="false"]')).waitFor();
      expect(filmsThere(evening)).toEqual([...before, ...digestsOf(film())].sort());
      await uploadOf(anna, 'film.mp4').waitFor({ state: 'detached' });
    },
  );

  story(
    '[UP1] in a browser that does not play what comes, as soon as all of it is there',
    async ({ evening, anna, jonas }) => {
      const films = /\/films\/[^/]+\?/u;
      await jonas.page.route(films, (route) =>
        route.fulfill({ contentType: 'video/mp4', body: 'nothing that a browser plays' }),
      );
      await upload(evening, FAST, anna);
      await enterRoom(jonas, anna.page.url());
      await jonas.page.getByTestId('being-made').waitFor();

      await jonas.page.unroute(films);
      await sendAtMost(anna, 0);

      await jonas.page.getByTestId('being-made').waitFor({ state: 'detached' });
      await press(anna, 'Play');
      await allTogether(anna, jonas);
    },
  );

  story(
    '[UP4] and nothing is loaded any more when the upload is cancelled',
    async ({ evening, anna, jonas }) => {
      await begin(evening, FAST, anna, jonas);

      await anna.page.getByRole('button', { name: 'Cancel film.mp4' }).click();

      await reads(jonas, 'The upload of film was ended; it will not come');
      await jonas.page
        .getByText('Nothing is loaded')
        .or(jonas.page.getByRole('heading', { level: 2 }))
        .first()
        .waitFor();
      expect((await player(jonas)).paused).toBe(true);
    },
  );
});

story(
  '[UP3] a film whose index comes last is said to play only when it is whole, and then opens the room',
  async ({ evening, anna }) => {
    await anna.page.goto(evening.server.url);
    await sendAtMost(anna, 10 * FAST);
    await choose(anna, lateFilm());

    await anna.page.getByText('Can be watched when all of it is there').waitFor();
    await giveName(anna, 'Anna');
    await press(anna, 'Play');
    await allMove(anna);
  },
);

/** Anna uploads the film, the room opens with it while it comes, Jonas follows the link, and both watch. */
async function begin(
  evening: Evening,
  bytesPerSecond: number,
  anna: Person,
  jonas: Person,
): Promise<void> {
  await upload(evening, bytesPerSecond, anna);
  await enterRoom(jonas, anna.page.url());
  await press(anna, 'Play');
  await allMove(anna, jonas);
}

/** Anna uploads the film, and the room opens with it while it comes. */
async function upload(evening: Evening, bytesPerSecond: number, anna: Person): Promise<void> {
  await anna.page.goto(evening.server.url);
  await sendAtMost(anna, bytesPerSecond);
  await choose(anna, film());
  await giveName(anna, 'Anna');
  await uploadOf(anna, 'film.mp4').getByText('Is already being watched').waitFor();
}

/** Waits until these people are told that the room waits for the upload, and how much is there. */
async function waitForUpload(...everyone: readonly Person[]): Promise<void> {
  for (const { page } of everyone) {
    const pill = page.getByTestId('waiting');
    await pill.getByText('Waiting for the upload').waitFor();
    await pill.getByText(/^\d+:\d\d of 3:00 are there$/).waitFor();
  }
}

/** The digests of the whole films of the server, sorted. */
const filmsThere = ({ server: { data } }: Evening): readonly string[] => {
  const folder = join(data, 'films');
  const whole = readdirSync(folder).filter((file) => !file.endsWith('.part'));
  return digestsOf(...whole.map((file) => join(folder, file)));
};

const bar = ({ page }: Person) => page.locator('.seek');
