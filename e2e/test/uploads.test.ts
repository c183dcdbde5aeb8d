import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import type { Evening } from '../harness/evening.ts';
import { lateFilm, smallFilm } from '../harness/film.ts';
import { TARGET } from '../harness/paths.ts';
import { LAN } from '../harness/proxy.ts';
import { nextAre } from '../harness/queueing.ts';
import { story as plainStory } from '../harness/story.ts';
import {
  choose,
  digestsOf,
  drop,
  filmsOf,
  isSent,
  sendAtMost,
  uploadOf,
} from '../harness/uploading.ts';
import { allMove, eventually, giveName, press } from '../harness/watching.ts';

const story = plainStory.extend('serverOptions', { scope: 'file' }, async () => [
  '--max-upload-per-person=200M',
]);

const SLOW = 600_000;

describe('[M-15] an upload goes on where it was', () => {
  story('when the server is killed and started again', async ({ evening, anna }) => {
    const { page } = anna;
    const before = await begin(evening, anna, choose);

    await evening.server.kill();
    await page.getByText('No connection. Goes on by itself.').waitFor();
    await evening.server.start();
    await sendAtMost(anna, 0);

    await giveName(anna, 'Anna');
    await press(anna, 'Play');
    await allMove(anna);
    hasCome(evening, before);
  });

  story(
    'when the page is loaded anew, once the file is chosen again',
    async ({ evening, anna }) => {
      const { page } = anna;
      const before = await begin(evening, anna, choose);

      await page.reload();
      await page.getByText('Choose film.mp4 again to go on').waitFor();
      await sendAtMost(anna, 0);
      const going = page.waitForRequest((request) => request.method() === 'PATCH');
      await uploadOf(anna, 'film.mp4').locator('input').setInputFiles(lateFilm());

      expect(Number((await going).headers()['upload-offset'])).toBeGreaterThan(0);
      await giveName(anna, 'Anna');
      hasCome(evening, before);
    },
  );

  story(
    'by itself, when the page is loaded anew and may still read what was dropped on it',
    async ({ evening, anna }) => {
      const { page } = anna;
      const before = await begin(evening, anna, drop);

      const going = page.waitForRequest(
        (request) => Number(request.headers()['upload-offset']) > 0,
      );
      await page.reload();
      await going;
      await sendAtMost(anna, 0);

      await giveName(anna, 'Anna');
      hasCome(evening, before);
    },
  );

  story('when the network is lost and found', async ({ evening, anna }) => {
    const proxy = await evening.network(LAN);
    const { page } = anna;
    const before = await begin(evening, anna, choose, `http://127.0.0.1:${proxy.port}`);

    proxy.cut();
    await page.getByText('No connection. Goes on by itself.').waitFor();
    proxy.restore();
    await sendAtMost(anna, 0);

    await giveName(anna, 'Anna');
    hasCome(evening, before);
  });

  story(
    'when it was paused; and nothing is left of what is cancelled',
    async ({ evening, anna }) => {
      const { page } = anna;
      const before = readdirSync(join(evening.server.data, 'films')).sort();
      await begin(evening, anna, choose);

      await page.getByRole('button', { name: 'Pause film.mp4' }).click();
      await page.getByText(/^Paused at /).waitFor();
      await page.getByRole('button', { name: 'Go on with film.mp4' }).click();
      await isSent(anna, 'film.mp4', 0.25);
      await page.getByRole('button', { name: 'Cancel film.mp4' }).click();

      await uploadOf(anna, 'film.mp4').waitFor({ state: 'detached' });
      await eventually(async () =>
        expect(readdirSync(join(evening.server.data, 'films')).sort()).toEqual(before),
      );
    },
  );
});

describe('several files', () => {
  story(
    'two of them and a folder become what is played and what is up next, in their natural order',
    async ({ evening, anna }) => {
      const folder = seriesIn(join(TARGET, 'series'));
      const { page } = anna;
      await page.goto(evening.server.url);

      await drop(anna, join(folder, '..', 'Part 10.mp4'), join(folder, '..', 'Part 2.mp4'), folder);

      await giveName(anna, 'Anna');
      await page.getByRole('heading', { level: 1, name: 'Episode 1' }).waitFor();
      await nextAre([anna], 'Episode 2', 'Part 2', 'Part 10');
    },
  );

  story('of a folder what is no film is left out and named', async ({ evening, anna }) => {
    const { page } = anna;
    await page.goto(evening.server.url);
    await page.route('**/api/uploads*', () => {});

    await drop(anna, seriesIn(join(TARGET, 'series with notes')));

    await page.getByText('Left out, as no film is called so: notes.txt').waitFor();
  });
});

describe('[M-15] what may not be uploaded', () => {
  story('is refused with how much is left, before it is sent', async ({ evening, anna }) => {
    const { page } = anna;
    const large = join(TARGET, 'large.mp4');
    writeFileSync(large, Buffer.alloc(250_000_000));
    await page.goto(evening.server.url);

    await choose(anna, large);

    await page
      .getByRole('alert')
      .filter({ hasText: /This is more than you may upload here: [\d.]+ MB are left for you/ })
      .waitFor();
    rmSync(large);
  });
});

/** A film is on its way, slowly, and a fifth of it is sent; gives the films that the server had before. */
async function begin(
  { server }: Evening,
  anna: Person,
  give: typeof choose,
  url = server.url,
): Promise<readonly string[]> {
  const before = filmsOf(server);
  await anna.page.goto(url);
  await sendAtMost(anna, SLOW);
  await give(anna, lateFilm());
  await isSent(anna, 'film.mp4', 0.2);
  return before;
}

/** The server has the film, as it is on the disk, besides those that it had before. */
function hasCome({ server }: Evening, before: readonly string[]): void {
  expect(filmsOf(server)).toEqual([...before, ...digestsOf(lateFilm())].sort());
}

/** A folder of a series with two episodes and a note, and two films beside it. */
function seriesIn(parent: string): string {
  const folder = join(parent, 'A series');
  mkdirSync(folder, { recursive: true });
  for (const name of ['A series/Episode 2', 'A series/Episode 1', 'Part 10', 'Part 2']) {
    copyFileSync(smallFilm(), join(parent, `${name}.mp4`));
  }
  writeFileSync(join(folder, 'notes.txt'), 'to be seen in order');
  return folder;
}
