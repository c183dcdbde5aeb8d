import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { faintTexts } from '../harness/legible.ts';
import { register } from '../harness/registering.ts';
import { story } from '../harness/story.ts';
import {
  allLoaded,
  allMove,
  enterRoom,
  eventually,
  giveName,
  isPast,
  openRoom,
  player,
  press,
} from '../harness/watching.ts';

describe('what somebody has watched', () => {
  story(
    'is kept with whom and where it stopped, gone on with from there, and forgotten, by keyboard too',
    async ({ evening, anna, jonas }) => {
      const { url } = evening.server;
      await register(anna, url);
      await anna.page.getByRole('link', { name: 'Watched' }).click();
      await anna.page.getByText('Nothing here yet').waitFor();
      const link = await openAt(anna, url, evening.filmUrl, 90);
      await enterRoom(jonas, link);
      await allLoaded(anna, jonas);
      await press(anna, 'Play');
      await allMove(anna, jonas);
      await isPast(anna, 105);
      const stoppedS = (await player(anna)).positionS;

      await anna.page.goto(url);
      await jonas.page.goto(url);
      const shelf = anna.page.getByRole('region', { name: 'Go on watching' });
      const card = shelf.getByRole('button', { name: /^Go on watching film, .*With Jonas$/u });
      await card.waitFor();
      await eventually(async () => expect(await anna.page.evaluate(faintTexts)).toEqual([]));
      await shelf.getByRole('link', { name: 'All you have watched' }).click();
      const row = anna.page.getByRole('listitem').filter({ hasText: 'film' });
      await row.getByText('With Jonas').waitFor();
      await row.getByText(/^Stopped at 1:\d\d of 3:00$/u).waitFor();
      await eventually(async () => expect(await anna.page.evaluate(faintTexts)).toEqual([]));

      await isEmpty(anna, link);
      await row.getByRole('button', { name: 'Go on watching film' }).focus();
      await anna.page.keyboard.press('Enter');
      await giveName(anna, 'Anna');
      await allLoaded(anna);
      await eventually(async () => {
        const { paused, positionS } = await player(anna);
        expect(paused).toBe(true);
        expect(Math.abs(positionS - stoppedS)).toBeLessThan(15);
      });
      expect(anna.page.url()).not.toContain(new URL(link).pathname);
      expect(new URL(anna.page.url()).search).toBe('');

      await anna.page.goto(`${url}/watched`);
      await row.getByRole('button', { name: 'Forget that you watched film' }).focus();
      await anna.page.keyboard.press('Enter');
      await anna.page.getByText('Nothing here yet').waitFor();
      await anna.page.goto(url);
      await anna.page.getByRole('heading', { name: 'Your rooms' }).waitFor();
      expect(await shelf.count()).toBe(0);
    },
  );

  story('is not kept of who does not want it', async ({ evening, anna }) => {
    const { url } = evening.server;
    await register(anna, url);
    await anna.page.getByRole('link', { name: 'Your account' }).click();
    const keeping = anna.page.getByRole('checkbox', { name: /^Remember what I watch/u });
    await keeping.uncheck();
    await anna.page.locator('.watched-keeping input[aria-busy=false]').waitFor();

    await openRoom(anna, url, 'Anna', evening.filmUrl);
    await allLoaded(anna);
    await press(anna, 'Play');
    await isPast(anna, 13);
    await anna.page.goto(`${url}/watched`);

    await anna.page.getByText('Nothing here yet').waitFor();
    expect(await keeping.isChecked()).toBe(false);
  });
});

/** Makes a room by a bookmark that says where the film begins. Gives the room's link. */
const openAt = async (
  person: Person,
  site: string,
  address: string,
  atS: number,
): Promise<string> => {
  const { page } = person;
  await page.goto(`${site}/new?media=${encodeURIComponent(address)}&at=${atS}`);
  await giveName(person, person.name);
  await eventually(async () => expect((await player(person)).positionS).toBeCloseTo(atS, 1));
  expect(new URL(page.url()).search).toBe('');
  return page.url();
};

/** Waits until nobody is in the room any more. */
const isEmpty = ({ page }: Person, link: string): Promise<void> =>
  eventually(async () => {
    const room = new URL(link).pathname.replace('/r/', '');
    const here = await page.evaluate(
      async (id) => (await (await fetch(`/api/rooms/${id}`)).json()).here,
      room,
    );
    expect(here).toBe(0);
  });
