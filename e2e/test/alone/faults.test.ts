import { describe } from 'vitest';
import type { Person } from '../../harness/browser.ts';
import type { Evening } from '../../harness/evening.ts';
import { LAN } from '../../harness/proxy.ts';
import { story } from '../../harness/story.ts';
import {
  allLoaded,
  allMove,
  allTogether,
  arePeople,
  enterRoom,
  isConnected,
  isCutOff,
  meet,
  openRoom,
  people,
  press,
  reads,
  say,
  shows,
  through,
  watch,
} from '../../harness/watching.ts';

describe('what two people survive', () => {
  story(
    'a reload comes back to the same place as the same person',
    async ({ evening, anna, jonas }) => {
      await watch(evening, anna, jonas);

      await jonas.page.reload();

      await allTogether(anna, jonas);
      await arePeople(jonas, 2);
    },
  );

  story(
    '[EN2] a cut network is told, and what was said meanwhile arrives',
    async ({ evening, anna, jonas }) => {
      const proxy = await evening.network(LAN);
      const link = await meet(evening, anna);
      await enterRoom(jonas, through(proxy.port, link));
      await allLoaded(jonas);
      await press(anna, 'Play');
      await allMove(anna, jonas);

      proxy.cut();
      await isCutOff(jonas);
      await say(jonas, 'can you hear me');
      await say(anna, 'where are you');
      proxy.restore();

      await reads(jonas, 'where are you');
      await reads(anna, 'can you hear me');
      await allTogether(anna, jonas);
    },
  );

  story(
    '[CO4] a killed server comes back with everything that it had accepted',
    async ({ evening, anna, jonas }) => {
      await watch(evening, anna, jonas);
      await say(anna, 'before the crash');
      await reads(jonas, 'before the crash');

      await evening.server.kill();
      await isCutOff(jonas);
      await evening.server.start();

      await isConnected(jonas);
      await isConnected(anna);
      await say(jonas, 'after the crash');
      await reads(anna, 'after the crash');
      await reads(jonas, 'before the crash');
      await allTogether(anna, jonas);
    },
  );

  story(
    '[GA4] the room waits for whom the film does not reach, and goes on after the limit',
    async ({ evening, anna, jonas }) => {
      await meetWithoutFilm(evening, anna, jonas);

      await shows(anna, 'Waiting for Jonas', () => press(anna, 'Play'));

      await allMove(anna);
    },
  );

  story(
    '[GA6] a room that waits for its host alone goes on without whom the film does not reach',
    async ({ evening, anna, jonas }) => {
      await meetWithoutFilm(evening, anna, jonas);

      await anna.page.getByRole('button', { name: 'Everyone controls' }).click();
      await anna.page.getByRole('menuitemradio', { name: 'Wait for the host' }).click();
      await reads(jonas, 'The room waits only for the host now');
      await press(anna, 'Play');

      await allMove(anna);
    },
  );

  story(
    '[GA8] whoever wants nobody to wait says so, and the room goes on',
    async ({ evening, anna, jonas }) => {
      const slow = await evening.network({ ...LAN, upMs: 200, downMs: 200 });
      await meetWithoutFilm(evening, anna, jonas, (link) => through(slow.port, link));
      await shows(anna, 'Waiting for Jonas', () => press(anna, 'Play'));

      await jonas.page.getByRole('button', { name: 'Settings' }).click();
      await jonas.page.getByRole('checkbox', { name: 'Do not wait for me' }).check();

      await anna.page.getByText('not waited for').first().waitFor();
      await allMove(anna);
    },
  );

  story('[EN3] a second tab takes the place, and the first says so', async ({ evening, anna }) => {
    const link = await openRoom(anna, evening.server.url, 'Anna', evening.filmUrl);
    const second = { ...anna, page: await anna.page.context().newPage() };

    await enterRoom(second, link);

    await anna.page.getByRole('button', { name: 'Watch here' }).click();
    await second.page.getByRole('button', { name: 'Watch here' }).waitFor();
    await people(anna).first().waitFor();
  });
});

/** Both are in a room; the film reaches Anna only. */
async function meetWithoutFilm(
  evening: Evening,
  anna: Person,
  jonas: Person,
  way = (link: string) => link,
): Promise<void> {
  const link = await meet(evening, anna);
  await jonas.page.route('**/film.mp4', () => {});
  await enterRoom(jonas, way(link));
}
