import assert from 'node:assert/strict';
import { describe, expect } from 'vitest';
import type { Person } from '../../harness/browser.ts';
import {
  openControl,
  openRegions,
  type Region,
  regionChoice,
  roomIn,
} from '../../harness/regions.ts';
import { story } from '../../harness/story.ts';
import {
  allLoaded,
  allMove,
  allTogether,
  arePeople,
  enterRoom,
  eventually,
  giveName,
  openRoom,
  press,
  reads,
  say,
} from '../../harness/watching.ts';

const inRegions = story.extend(
  'regions',
  { scope: 'file' },
  async ({ house: _ }, { onCleanup }) => {
    const regions = await openRegions();
    onCleanup(regions.close);
    return regions;
  },
);

/** Notes whether the film is loaded anew, or the page, from now on. */
async function watchForLoads({ page }: Person): Promise<() => Promise<boolean>> {
  await page.evaluate(() => {
    const video = document.querySelector('video');
    if (video === null) throw new Error('there is no player');
    document.body.setAttribute('data-film', 'as it was');
    video.addEventListener('emptied', () => document.body.removeAttribute('data-film'));
  });
  return () => page.evaluate(() => !document.body.hasAttribute('data-film'));
}

/** Waits until the person's page is connected to a region. */
async function isConnectedTo({ page }: Person, region: Region): Promise<void> {
  await eventually(async () => {
    const link = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    assert.ok(
      link.some((name) => name.startsWith(`${region.url}/api/rooms/`) && name.endsWith('/tickets')),
      'no ticket was asked for there',
    );
  });
}

/** The origin at which the page asks for its next ticket. */
async function asksNext({ page }: Person): Promise<string> {
  const request = await page.waitForRequest((each) => each.url().endsWith('/tickets'));
  return new URL(request.url()).origin;
}

/** Whether the page has said since then that its connection is lost. */
function watchForLoss({ page }: Person): () => boolean {
  let isTold = false;
  void page
    .getByTestId('connection-lost')
    .waitFor()
    .then(
      () => {
        isTold = true;
      },
      () => {},
    );
  return () => isTold;
}

describe('several regions', () => {
  inRegions(
    'whoever opens a room far away gets it next door, and the link leads there',
    async ({ evening, regions, anna, jonas }) => {
      const link = await openRoom(anna, regions.eu.url, 'Anna', evening.filmUrl);
      await enterRoom(jonas, link);

      expect(new URL(link).origin).toBe(regions.us.url);
      await allLoaded(anna, jonas);
    },
  );

  inRegions(
    'the menu says when it cannot tell the regions, and asks again',
    async ({ evening, regions, anna }) => {
      await enterRoom(anna, await roomIn(regions.us, evening.filmUrl));
      const answers = '**/api/rooms/*/regions';
      await anna.page.route(answers, (route) => route.fulfill({ status: 503, body: '{}' }));

      await openControl(anna);
      await anna.page.getByText('The server does not tell now in which regions').waitFor();
      await anna.page.unroute(answers);
      await anna.page.getByRole('menuitem', { name: 'Try again' }).click();

      await regionChoice(anna, 'United States').waitFor();
      await regionChoice(anna, 'European Union').waitFor();
    },
  );

  inRegions(
    '[RG2] a room moves while the film plays, and nobody has to do anything',
    async ({ evening, regions, anna, jonas }) => {
      const link = await roomIn(regions.eu, evening.filmUrl);
      await enterRoom(anna, link);
      await enterRoom(jonas, link);
      await allLoaded(anna, jonas);
      await press(anna, 'Play');
      await allTogether(anna, jonas);
      const loads = await Promise.all([anna, jonas].map(watchForLoads));
      const losses = [anna, jonas].map(watchForLoss);

      await openControl(anna);
      const asked = asksNext(anna);
      await regionChoice(anna, 'United States').click();
      expect(await asked).toBe(regions.us.url);
      await isConnectedTo(anna, regions.us);
      await isConnectedTo(jonas, regions.us);
      await say(anna, 'are you there');
      await reads(jonas, 'are you there');
      await reads(jonas, 'Anna moved the room: United States');

      await allTogether(anna, jonas);
      expect(await Promise.all(loads.map((isLoaded) => isLoaded()))).toEqual([false, false]);
      expect(losses.map((isTold) => isTold())).toEqual([false, false]);
      expect(anna.page.url()).toBe(link);

      await anna.page.reload();
      await allTogether(anna, jonas);
      await arePeople(anna, 2);
      await openControl(anna);
      await expect
        .poll(() => regionChoice(anna, 'United States').getAttribute('aria-checked'))
        .toBe('true');

      const carla = await evening.person({ name: 'Carla' });
      await carla.page.goto(link);
      await carla.page.waitForURL(`${regions.us.url}/**`);
      await giveName(carla, 'Carla');
      await allMove(carla);
      await arePeople(carla, 3);
    },
  );
});
