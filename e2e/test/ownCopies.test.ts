import { appendFileSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { eveningFilm, film, filmWithIntro, smallFilm } from '../harness/film.ts';
import { skewOf, startMeter, stopMeter } from '../harness/meter.ts';
import { TARGET } from '../harness/paths.ts';
import { story } from '../harness/story.ts';
import {
  allLoaded,
  allMove,
  enterRoom,
  eventually,
  giveName,
  isPast,
  people,
  player,
  press,
} from '../harness/watching.ts';

const APART_MS = 60;
const INTRO_S = 3;

describe('each plays an own copy', () => {
  story(
    '[OC1] the same file plays at once and in step, another one with a shift, and nobody waits for who has none',
    async ({ evening, anna, jonas }) => {
      const maria = await evening.person({ name: 'Maria' });
      const oskar = await evening.person({ name: 'Oskar' });
      const sent = uploads(anna, jonas, maria, oskar);
      const link = await share(anna, evening.server.url, film(), 'Colours');

      await enterRoom(jonas, link);
      await jonas.page.getByText('Colours').first().waitFor();
      await jonas.page.getByText('3:00 ·').first().waitFor();
      await choose(jonas, film());
      await allLoaded(anna, jonas);
      await enterRoom(maria, link);
      await choose(maria, filmWithIntro());
      await maria.page.getByText(`Yours is ${INTRO_S} s longer.`).waitFor();
      await maria.page.getByLabel('Everything comes later in mine').fill(String(INTRO_S));
      await maria.page.getByRole('button', { name: 'Play it all the same' }).click();
      await allLoaded(maria);
      await enterRoom(oskar, link);
      await oskar.page.getByText('Choose your copy').waitFor();

      await press(anna, 'Play');
      await allMove(anna, jonas, maria);

      await people(anna)
        .filter({ hasText: 'Oskar' })
        .getByText('has no file that plays yet')
        .waitFor();
      await eventually(async () => {
        const same = await together(anna, jonas);
        console.log(`media p95 ${same.p95}, ${same.samples} samples`);
        expect(same.samples).toBeGreaterThan(100);
        expect(same.p95).toBeLessThanOrEqual(APART_MS);
      });
      await eventually(async () => {
        const [first, shifted] = await Promise.all([player(anna), player(maria)]);
        expect(Math.abs(shifted.positionS - first.positionS - INTRO_S)).toBeLessThan(0.3);
      });

      await choose(oskar, film());
      await allMove(anna, jonas, maria, oskar);
      expect(sent()).toEqual([]);
    },
  );

  story('another film of the same room is asked for anew', async ({ evening, anna, jonas }) => {
    const link = await share(anna, evening.server.url, film(), 'Colours');
    await enterRoom(jonas, link);
    await choose(jonas, film());
    await allLoaded(jonas);

    await anna.page.getByRole('button', { name: 'Change the film' }).click();
    await anna.page.getByRole('button', { name: 'Each plays an own copy' }).click();
    await give(anna, eveningFilm());
    await anna.page.getByRole('button', { name: 'Use the name of the file' }).click();
    await anna.page.getByRole('button', { name: 'Load it' }).click();

    await jonas.page.getByText('Choose your copy').waitFor();
    await jonas.page.getByText('The Long Way to the Sea').first().waitFor();
    await choose(jonas, film());
    await jonas.page.getByText(/Yours is (1:59|2:00) longer/).waitFor();
  });

  story('what is no film, or nothing, is told at once', async ({ evening, anna }) => {
    await anna.page.goto(evening.server.url);
    await anna.page.getByRole('button', { name: 'Each plays an own copy' }).click();

    await give(anna, written('empty.mp4', ''));
    await anna.page.getByText('This file is empty.').waitFor();
    await give(anna, written('list.mp4', 'milk, bread'));
    await anna.page.getByText('This browser cannot play this file').waitFor();
  });

  story('a file that changes while it plays is asked for again', async ({ evening, anna }) => {
    const path = join(TARGET, 'changing.mp4');
    copyFileSync(film(), path);
    await share(anna, evening.server.url, path, 'Colours');
    await press(anna, 'Play');
    await isPast(anna, 1);

    appendFileSync(path, 'more');
    await anna.page.getByRole('slider', { name: 'Position in the film' }).press('End');

    await anna.page.getByText('The file was moved or changed').waitFor();
    copyFileSync(film(), path);
    await choose(anna, path);
    await allLoaded(anna);
  });

  story(
    'after a reload the browser opens the file again where it may, else the person is asked',
    async ({ evening, anna, jonas }) => {
      await anna.page.addInitScript(pickFromOwnFiles);
      const link = await share(anna, evening.server.url, smallFilm(), 'Colours');
      await enterRoom(jonas, link);
      await choose(jonas, smallFilm());
      await allLoaded(anna, jonas);
      await keepAsOwnFile(anna, smallFilm());
      await anna.page.getByRole('button', { name: 'My copy' }).click();
      await anna.page.getByRole('dialog').getByText('Choose my file').click();
      await anna.page.getByRole('dialog').waitFor({ state: 'detached' });

      await Promise.all([anna.page.reload(), jonas.page.reload()]);

      await allLoaded(anna);
      await jonas.page.getByText('Choose your copy').waitFor();
    },
  );
});

/** Begins on the home page a room in which each plays an own copy; gives its link. */
async function share(person: Person, site: string, path: string, title: string): Promise<string> {
  const { page } = person;
  await page.goto(site);
  await page.getByRole('button', { name: 'Each plays an own copy' }).click();
  await give(person, path);
  await page.getByLabel('What the others read').fill(title);
  await page.getByRole('button', { name: 'Watch together' }).last().click();
  await giveName(person, person.name);
  await allLoaded(person);
  return page.url();
}

/** Chooses a file where each chooses an own copy. */
async function give({ page }: Person, path: string): Promise<void> {
  await page.locator('.copy input[type=file]').setInputFiles(path);
}

/** Chooses the own copy of what the room has. */
async function choose(person: Person, path: string): Promise<void> {
  await person.page.getByText('Choose your copy').waitFor();
  await give(person, path);
}

function written(name: string, text: string): string {
  const path = join(TARGET, name);
  writeFileSync(path, text);
  return path;
}

/** What of files these people's pages send; asked when all is over. */
function uploads(...everyone: readonly Person[]): () => readonly string[] {
  const sent: string[] = [];
  for (const { page } of everyone) {
    page.on('request', (request) => {
      if (request.url().includes('/api/films') || (request.postData()?.length ?? 0) > 2_000)
        sent.push(request.url());
    });
  }
  return () => sent;
}

/** How far apart two players are within some seconds. */
async function together(...watchers: readonly Person[]) {
  for (const { page } of watchers) await startMeter(page);
  const [first] = watchers;
  if (first) await isPast(first, (await player(first)).positionS + 5);
  return skewOf(await Promise.all(watchers.map(({ page }) => stopMeter(page))), 'media');
}

/** The picker gives what lies among the page's own files: a handle that may be opened again without asking. */
function pickFromOwnFiles(): void {
  window.showOpenFilePicker = async () => {
    const folder = await navigator.storage.getDirectory();
    return [await folder.getFileHandle('film.mp4')];
  };
}

declare global {
  interface Window {
    showOpenFilePicker?: () => Promise<readonly FileSystemFileHandle[]>;
  }
}

/** Puts a file among the page's own files, from where the picker gives it. */
async function keepAsOwnFile({ page }: Person, path: string): Promise<void> {
  await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (digit) => digit.charCodeAt(0));
    const folder = await navigator.storage.getDirectory();
    const file = await folder.getFileHandle('film.mp4', { create: true });
    const writing = await file.createWritable();
    await writing.write(bytes);
    await writing.close();
  }, readFileSync(path).toString('base64'));
}
