import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginEvening, type Evening } from '../harness/evening.ts';
import { film } from '../harness/film.ts';
import {
  allLoaded,
  allMove,
  allStand,
  enterRoom,
  eventually,
  giveName,
  key,
  openRoom,
  player,
  press,
  reads,
  say,
} from '../harness/watching.ts';

describe('two people, one film', () => {
  let evening: Evening;

  beforeEach(async () => {
    evening = await beginEvening();
  });
  afterEach(() => evening.close());

  it('play, pause, seek, speed and messages by either are seen by both', async () => {
    const [anna, jonas] = [await evening.person(), await evening.person()];
    const link = await openRoom(anna, evening.server.url, 'Anna', evening.filmUrl);
    await enterRoom(jonas, link, 'Jonas');
    await allLoaded(anna, jonas);

    await press(anna, 'Play');
    await allMove(anna, jonas);

    await press(jonas, 'Pause');
    const stoodAt = await allStand(anna, jonas);
    expect(stoodAt).toBeGreaterThan(0);

    await key(anna, 'ArrowRight');
    await eventually(async () => {
      expect(await allStand(anna, jonas)).toBeCloseTo(stoodAt + 5, 1);
    });

    await jonas.page.getByRole('button', { name: /^Speed/ }).click();
    await jonas.page.getByRole('menuitemradio', { name: '1.5×' }).click();
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
  });

  it('a film from the own disk is uploaded and played by both', async () => {
    const [anna, jonas] = [await evening.person(), await evening.person()];
    await anna.page.goto(evening.server.url);

    await anna.page.locator('input[type=file]').first().setInputFiles(film());
    await giveName(anna, 'Anna');
    await enterRoom(jonas, anna.page.url(), 'Jonas');
    await allLoaded(anna, jonas);
    await press(jonas, 'Play');

    await allMove(anna, jonas);
  });

  it('an HLS film by address is played by both', async () => {
    const [anna, jonas] = [await evening.person(), await evening.person()];
    const link = await openRoom(anna, evening.server.url, 'Anna', evening.hlsUrl);
    await enterRoom(jonas, link, 'Jonas');
    await allLoaded(anna, jonas);

    await press(anna, 'Play');

    await allMove(anna, jonas);
  });

  it('a bookmark makes a room at once, and going back does not make another', async () => {
    const anna = await evening.person();
    await anna.page.goto(evening.server.url);

    const media = encodeURIComponent(evening.filmUrl);
    await anna.page.goto(`${evening.server.url}/new?media=${media}&title=The%20Long%20Way`);
    await giveName(anna, 'Anna');
    await anna.page.getByText('The Long Way').first().waitFor();
    await anna.page.goBack();

    expect(new URL(anna.page.url()).pathname).toBe('/');
  });
});
