import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { faintTexts } from '../harness/legible.ts';
import { story } from '../harness/story.ts';
import { eventually, giveName, meet, people } from '../harness/watching.ts';

/** Says who comes in from now on, and what the room is called. */
const setDoor = async ({ page }: Person, access: RegExp, title: string): Promise<void> => {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'The door' }).click();
  await page.getByRole('textbox', { name: 'Name of the room' }).fill(title);
  await page.getByRole('radio', { name: access }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};

const lookAround = async ({ page }: Person, site: string): Promise<void> => {
  await page.goto(site);
  await page.getByRole('link', { name: 'Open rooms' }).click();
  await page.getByRole('heading', { name: 'Open rooms' }).waitFor();
};

describe('open rooms', () => {
  story(
    '[AC1] a room that everybody may enter appears on the pages of those who look, is joined by a click, and vanishes when it is so no more',
    async ({ evening, anna, jonas }) => {
      await lookAround(jonas, evening.server.url);
      await jonas.page.getByText('No room is open now').waitFor();
      await meet(evening, anna);

      await setDoor(anna, /^Everybody/, 'Silent film night');
      const card = jonas.page.getByRole('link', { name: /Silent film night/ });
      await card.getByText('1 person here').waitFor();
      await card.getByText('film', { exact: true }).waitFor();
      await eventually(async () => expect(await jonas.page.evaluate(faintTexts)).toEqual([]));

      const search = jonas.page.getByRole('searchbox', { name: 'Search for a room or a film' });
      await search.fill('comedy');
      await jonas.page.getByText('Nothing is found for “comedy”').waitFor();
      await jonas.page.getByRole('button', { name: 'Show all open rooms' }).click();
      await search.fill('SILENT');
      await card.focus();
      await jonas.page.keyboard.press('Enter');
      await giveName(jonas, 'Jonas');
      await people(anna).filter({ hasText: 'Jonas' }).waitFor();

      await lookAround(jonas, evening.server.url);
      await card.waitFor();
      await setDoor(anna, /^Whoever has the link$/, 'Silent film night');

      await card.waitFor({ state: 'detached' });
    },
  );

  story('[AC3] a full room is listed as full', async ({ evening, anna, jonas }) => {
    await meet(evening, anna);
    await anna.page.getByRole('button', { name: 'Settings' }).click();
    await anna.page.getByRole('button', { name: 'The door' }).click();
    await anna.page.getByLabel('How many at most').fill('1');
    await anna.page.getByRole('radio', { name: /^Everybody/ }).check();
    await anna.page.getByRole('button', { name: 'Save' }).click();

    await lookAround(jonas, evening.server.url);

    await jonas.page.getByRole('link', { name: /film/ }).getByText('Full').waitFor();
  });

  story(
    'when the list cannot be read the page says so, and goes on by itself',
    async ({ evening, jonas }) => {
      await jonas.page.route('**/api/public-rooms*', (route) => route.abort());
      await lookAround(jonas, evening.server.url);
      await jonas.page.getByText('The open rooms cannot be seen at the moment').waitFor();

      await jonas.page.unroute('**/api/public-rooms*');

      await jonas.page.getByText('No room is open now').waitFor();
      await jonas.page
        .getByText('The open rooms cannot be seen at the moment')
        .waitFor({ state: 'detached' });
    },
  );
});
