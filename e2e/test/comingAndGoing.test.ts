import { describe, expect } from 'vitest';
import { acts, ascending, heardBy, positionsIn } from '../harness/commands.ts';
import { LAN } from '../harness/proxy.ts';
import { story } from '../harness/story.ts';
import {
  allLoaded,
  allTogether,
  arePeople,
  chooseSpeed,
  enterRoom,
  eventually,
  isConnected,
  isCutOff,
  key,
  meet,
  messages,
  openRoom,
  people,
  reads,
  say,
  shows,
  through,
  watch,
} from '../harness/watching.ts';

describe('coming and going', () => {
  story(
    '[S-03] a laptop that was closed comes back to the right place, and turns nobody back',
    async ({ evening, anna, jonas }) => {
      const heard = heardBy(anna);
      await watch(evening, anna, jonas);

      await jonas.closeLaptop();
      await people(anna).filter({ hasText: 'connection lost' }).waitFor();
      await key(anna, 'ArrowRight');
      await reads(anna, 'Anna went on to');
      jonas.openLaptop();

      await allTogether(anna, jonas);
      await people(anna).filter({ hasText: 'connection lost' }).waitFor({ state: 'detached' });
      expect(acts(heard).map(({ cause }) => cause)).toEqual(['PLAYED', 'SEEKED']);
      expect(positionsIn(heard)).toEqual(positionsIn(heard).toSorted(ascending));
    },
  );

  story(
    'the back button leaves the room, and forward comes back into it',
    async ({ evening, anna, jonas }) => {
      const link = await watch(evening, anna, jonas);

      await anna.page.goBack();
      await anna.page.getByText('Lately').waitFor();
      expect(new URL(anna.page.url()).pathname).toBe('/');
      await anna.page.goForward();

      expect(anna.page.url()).toBe(link);
      await allTogether(anna, jonas);
      await arePeople(jonas, 2);
    },
  );

  story(
    '[S9] what is wished without a connection is kept, or refused in plain words',
    async ({ evening, anna, jonas }) => {
      const proxy = await evening.network(LAN);
      const link = await meet(evening, anna);
      await enterRoom(jonas, through(proxy.port, link));
      await allLoaded(jonas);
      const { page } = jonas;

      proxy.cut();
      await isCutOff(jonas);
      await page.getByText(/Trying again in \d+ second/).waitFor();
      await page.getByRole('button', { name: 'Try now' }).click();
      await say(jonas, 'can you hear me');
      await page.getByText('Is sent as soon as the connection is back.').waitFor();
      await shows(jonas, 'You are not connected', () => chooseSpeed(jonas, 2), '[role=alert]');
      proxy.restore();

      await isConnected(jonas);
      await reads(anna, 'can you hear me');
      await reads(jonas, 'can you hear me');
      await page.getByText('Is sent as soon as').waitFor({ state: 'detached' });
      await eventually(async () =>
        expect(await messages(jonas).getByText('can you hear').count()).toBe(1),
      );
      await arePeople(anna, 2);
    },
  );

  story('long names and long titles break nothing', async ({ evening, anna }) => {
    const long = 'Bartholomäus Maximilian Hohenlohe-Schil';
    const link = await openRoom(anna, evening.server.url, long, evening.filmUrl);
    const jonas = await evening.person({
      name: 'W'.repeat(40),
      viewport: { width: 390, height: 844 },
    });
    await enterRoom(jonas, link);
    await say(anna, 'w'.repeat(300));
    await reads(jonas, 'w'.repeat(300));

    for (const { page } of [anna, jonas]) {
      await eventually(async () => {
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
        expect(await page.evaluate(leavesTheWindow)).toEqual([]);
      });
    }
  });

  story(
    'a room without a film, without a message and without others says what to do',
    async ({ evening, anna }) => {
      await anna.page.goto(`${evening.server.url}/new`);
      await anna.page.getByRole('textbox', { name: 'Your name' }).fill('Anna');
      await anna.page.getByRole('button', { name: 'Join' }).click();

      await anna.page.getByText('Paste the address of a film, or upload one.').waitFor();
      await anna.page.getByText('Only you so far').waitFor();
      await people(anna).filter({ hasText: 'Anna' }).waitFor();
    },
  );
});

/** Runs in the page: texts and controls that are cut off by an edge of the window. */
function leavesTheWindow(): string[] {
  return [...document.querySelectorAll('button, a, input, textarea, h1, strong, p')]
    .filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        element.closest('.unseen') === null,
    )
    .filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 1 && (left < -1 || right > innerWidth + 1);
    })
    .map((element) => element.outerHTML.slice(0, 200));
}
