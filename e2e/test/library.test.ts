import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { DESKTOP, type Person, PHONE } from '../harness/browser.ts';
import { smallFilm } from '../harness/film.ts';
import { looksWell } from '../harness/looks.ts';
import { TARGET } from '../harness/paths.ts';
import { register } from '../harness/registering.ts';
import { story as plainStory } from '../harness/story.ts';
import { choose } from '../harness/uploading.ts';
import { allLoaded, eventually, giveName } from '../harness/watching.ts';

const story = plainStory.extend('serverOptions', { scope: 'file' }, async () => ['--renditions=1']);

describe('a library of one’s own', () => {
  story(
    'has what one uploads as its files tell, found by words, and described by keyboard',
    async ({ evening, anna }) => {
      const { page } = anna;
      await register(anna, evening.server.url);
      await page.getByRole('link', { name: 'Library' }).click();
      await page.getByText('Nothing here yet').waitFor();
      await choose(
        anna,
        called('Dark.Water.S01E02.The.Return.1080p.mp4'),
        called('Dark.Water.S01E01.mp4'),
        called('The Long Way to the Sea (2019).mp4'),
        called('Über den Wolken.mp4'),
      );
      await page.getByRole('link', { name: /^Dark Water ?2 episodes/ }).waitFor();
      await titlesAre(anna, 3);
      await picturesAre(anna, 3);

      await page.getByRole('searchbox').fill('uber wolk');
      await titlesAre(anna, 1);
      expect(new URL(page.url()).search).toBe('?search=uber+wolk');
      await page.getByRole('searchbox').fill('long sea');
      await page.getByRole('link', { name: /^The Long Way to the Sea/ }).waitFor();
      await page.getByRole('link', { name: /^The Long Way to the Sea/ }).click();
      await page.getByRole('heading', { name: 'The Long Way to the Sea' }).waitFor();
      await page.getByRole('button', { name: 'Edit' }).focus();
      await page.keyboard.press('Enter');
      await page.getByLabel('Description').fill('Two friends and a boat.');
      await page.getByLabel('Tags').fill('adventure, sea');
      await page.keyboard.press('Enter');
      await page.getByText('Two friends and a boat.').waitFor();
      await page.reload();
      await page.getByRole('link', { name: 'adventure' }).click();
      await titlesAre(anna, 1);
      await page.goBack();
      await page.getByRole('heading', { name: 'The Long Way to the Sea' }).waitFor();
      await page.getByRole('link', { name: 'Plan an evening' }).click();
      await page.getByText('The Long Way to the Sea').waitFor();
      await page.getByRole('button', { name: /^Plan/ }).waitFor();
      expect(await page.locator('textarea').count()).toBe(0);
    },
  );

  story(
    'leads from a series to its next episode, and to a room with it',
    async ({ evening, anna }) => {
      const { page } = anna;
      await register(anna, evening.server.url);
      await page.goto(`${evening.server.url}/library`);
      await choose(anna, called('Show 1x02.mp4'), called('Show 1x01.mp4'), called('Show 2x01.mp4'));
      await page.getByRole('link', { name: /^Show ?3 episodes/ }).click();
      await page.getByRole('region', { name: 'Season 2' }).getByRole('link').waitFor();
      expect(await page.getByRole('region', { name: 'Season 1' }).getByRole('link').count()).toBe(
        2,
      );

      await page.getByRole('button', { name: 'Watch Show S01E01 now' }).click();
      await giveName(anna, 'Anna');
      await allLoaded(anna);

      expect(await page.title()).toContain('Show S01E01');
    },
  );

  story(
    'shows the poster that its owner chooses, at once and on the shelf, or the one from the film again',
    async ({ evening, anna }) => {
      const { page } = anna;
      await register(anna, evening.server.url);
      await page.goto(`${evening.server.url}/library`);
      await choose(anna, called('Show S01E01.mp4'), called('The Sea.mp4'));
      await page.getByRole('link', { name: /^Show ?1 episode/ }).waitFor();
      await picturesAre(anna, 2);
      await page.getByRole('link', { name: /^The Sea/ }).click();

      await choosePoster(anna, Buffer.from('no picture'));
      await page.getByText('This file cannot be read as a picture.').waitFor();
      await choosePoster(anna, await tallPicture(anna));
      await posterIs(anna, 'tall');
      await page.getByRole('link', { name: 'To the library' }).click();
      await page.locator('.title-card .poster[data-tall="true"]').waitFor();
      await page.getByRole('link', { name: /^Show/ }).click();
      await page.getByRole('region', { name: 'Season 1' }).waitFor();
      await choosePoster(anna, await tallPicture(anna));
      await posterIs(anna, 'tall');
      await page.goBack();
      await eventually(async () =>
        expect(await page.locator('.title-card .poster[data-tall="true"]').count()).toBe(2),
      );

      await page.getByRole('link', { name: /^The Sea/ }).click();
      await page.reload();
      await page.getByRole('button', { name: 'Use the picture from the film' }).focus();
      await page.keyboard.press('Enter');
      await posterIs(anna, 'wide');
      await page.getByText('Choose a poster').waitFor();
    },
  );

  story.for([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const)(
    'shows the poster of a film, on a %s, to whoever has the link of an evening with it',
    async ([size, viewport], { evening, jonas }) => {
      const anna = await evening.person({ viewport, touch: viewport === PHONE });
      const { page } = anna;
      await register(anna, evening.server.url);
      await page.goto(`${evening.server.url}/library`);
      await choose(anna, called('The Sea.mp4'));
      await page.getByRole('link', { name: /^The Sea/ }).click();
      await choosePoster(anna, await tallPicture(anna));
      await posterIs(anna, 'tall');

      await page.getByRole('link', { name: 'Plan an evening' }).click();
      await page.locator('.plan-film .poster[data-tall="true"]').waitFor();
      await looksWell(anna, `poster-plan-${size}`);
      await page.getByRole('button', { name: 'Plan it' }).click();
      await page.getByRole('timer').waitFor();
      await page.locator('.screening-poster .poster[data-tall="true"]').waitFor();
      await looksWell(anna, `poster-screening-${size}`);

      await jonas.page.goto(page.url());
      await jonas.page.locator('.screening-poster .poster[data-tall="true"]').waitFor();
    },
  );

  story('is nobody else’s, and what is deleted is gone', async ({ evening, anna, jonas }) => {
    const { url } = evening.server;
    await register(anna, url);
    await register(jonas, url);
    await anna.page.goto(`${url}/library`);
    await choose(anna, called('Sea.mp4'));
    await anna.page.getByRole('link', { name: /^Sea/ }).click();
    await anna.page.getByRole('button', { name: 'Delete' }).waitFor();

    await jonas.page.goto(anna.page.url());
    await jonas.page.getByText('There is no such title in your library').waitFor();
    await anna.page.getByRole('button', { name: 'Delete' }).click();
    await anna.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await anna.page.getByText('Nothing here yet').waitFor();
  });

  story('has a head that is not wider than the smallest phone', async ({ evening }) => {
    const anna = await evening.person({ viewport: { width: 320, height: 568 }, touch: true });

    await register(anna, evening.server.url);
    await anna.page.goto(`${evening.server.url}/library`);
    await anna.page.getByText('Nothing here yet').waitFor();

    await looksWell(anna, 'library-head-320');
  });

  story.for([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const)('looks well on the size of a %s', async ([size, viewport], { evening }) => {
    const anna = await evening.person({ viewport, touch: viewport === PHONE });
    const { page } = anna;
    await register(anna, evening.server.url);
    await page.goto(`${evening.server.url}/library`);
    await page.getByText('Nothing here yet').waitFor();
    await looksWell(anna, `library-empty-${size}`);
    await choose(
      anna,
      called('Harbour Lights S01E01 Pilot.mp4'),
      called('Harbour Lights S01E02.mp4'),
      called(
        'A title that is so very long that it needs more lines than there are in a card of it.mp4',
      ),
      called('The Long Way to the Sea (2019).mp4'),
      called('Field Notes (2021).mp4'),
    );
    await page.getByRole('link', { name: /^Harbour Lights ?2 episodes/ }).waitFor();
    await picturesAre(anna, 4);
    await page.mouse.move(0, 0);
    await looksWell(anna, `library-${size}`);
    await page.getByRole('link', { name: /^The Long Way/ }).click();
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Description').fill(`${'Two friends, one boat. '.repeat(12)}`);
    await page.getByLabel('Tags').fill('adventure, sea, evenings with friends');
    await looksWell(anna, `library-edit-${size}`);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'adventure' }).waitFor();
    await looksWell(anna, `library-film-${size}`);
    await choosePoster(anna, await tallPicture(anna));
    await posterIs(anna, 'tall');
    await looksWell(anna, `library-poster-${size}`);
    await page.goBack();
    await page.locator('.title-card .poster[data-tall="true"]').waitFor();
    await looksWell(anna, `library-posters-${size}`);
    await page.getByRole('link', { name: /^Harbour Lights/ }).click();
    await page.getByRole('region', { name: 'Season 1' }).waitFor();
    await looksWell(anna, `library-series-${size}`);
  });
});

/** The film, in a file of this name. */
function called(name: string): string {
  const folder = join(TARGET, 'library');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  copyFileSync(smallFilm(), file);
  return file;
}

const titlesAre = ({ page }: Person, count: number): Promise<void> =>
  eventually(async () => expect(await page.locator('.title-card').count()).toBe(count));

/** So many titles get a picture, without loading the page anew. */
const picturesAre = ({ page }: Person, count: number): Promise<void> =>
  eventually(async () => expect(await page.locator('.poster img').count()).toBe(count));

/** A poster, higher than wide, as a WebP: the server reads none of those. */
const tallPicture = async ({ page }: Person): Promise<Buffer> => {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(800, 1200);
    const drawing = canvas.getContext('2d');
    if (!drawing) throw new Error('nothing is drawn here');
    const sky = drawing.createLinearGradient(0, 0, 0, 1200);
    sky.addColorStop(0, '#1b2a4a');
    sky.addColorStop(0.6, '#d9764a');
    sky.addColorStop(0.62, '#16324a');
    sky.addColorStop(1, '#0b1622');
    drawing.fillStyle = sky;
    drawing.fillRect(0, 0, 800, 1200);
    drawing.fillStyle = '#fff3dc';
    drawing.font = '600 110px serif';
    drawing.textAlign = 'center';
    drawing.fillText('The Sea', 400, 260);
    const blob = await canvas.convertToBlob({ type: 'image/webp' });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  return Buffer.from(bytes);
};

const choosePoster = ({ page }: Person, buffer: Buffer): Promise<void> =>
  page
    .getByLabel('Choose a poster')
    .setInputFiles({ name: 'poster.webp', mimeType: 'image/webp', buffer });

/** The page of a title shows a picture of this form: the one that was chosen, or one of a film. */
const posterIs = ({ page }: Person, form: 'tall' | 'wide'): Promise<void> =>
  eventually(async () => {
    const [width = 0, height = 0] = await page
      .locator('.title-sheet > .title-picture img')
      .evaluate((it: HTMLImageElement) => [it.naturalWidth, it.naturalHeight]);
    if (form === 'tall') expect([width, height]).toEqual([640, 960]);
    else expect(width).toBeGreaterThan(height);
  });
