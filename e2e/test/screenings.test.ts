import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { faintTexts } from '../harness/legible.ts';
import { story } from '../harness/story.ts';
import { allLoaded, allTogether, eventually, giveName, isPast } from '../harness/watching.ts';

describe('an evening', () => {
  story(
    'is planned, looked forward to with a guest, begins by itself for both in step, and who comes late lands where they are',
    async ({ evening, anna, jonas }) => {
      await register(anna, evening.server.url, 'Anna');
      const link = await plan(anna, evening, 40);
      await anna.page.getByRole('heading', { name: 'film' }).waitFor();

      await jonas.page.goto(link);
      await jonas.page.getByText('Planned by Anna').waitFor();
      await jonas.page.getByRole('timer').waitFor();
      await eventually(async () => expect(await jonas.page.evaluate(faintTexts)).toEqual([]));
      await jonas.page.getByLabel('Your name').fill('Jonas');
      await jonas.page.getByRole('button', { name: 'Yes' }).click();
      await anna.page.getByRole('listitem').filter({ hasText: 'JonasYes' }).waitFor();
      await goIn(anna, 'Come in', 'Anna');
      await goIn(jonas, 'Come in', 'Jonas');
      await anna.page.getByText(/The film begins in/u).waitFor();
      await jonas.page.getByText(/The film begins in/u).waitFor();
      await allLoaded(anna, jonas);

      await allTogether(anna, jonas);

      const late = await evening.person({ name: 'Maria' });
      await isPast(anna, 3);
      await late.page.goto(link);
      await late.page.getByText('It has begun').waitFor();
      await goIn(late, 'Join the others', 'Maria');
      await isPast(late, 3);
      await allTogether(anna, jonas, late);
    },
  );

  story(
    'is put off and called off, and whoever has the link is told',
    async ({ evening, anna, jonas }) => {
      await register(anna, evening.server.url, 'Anna');
      const link = await plan(anna, evening, 3_600);
      await jonas.page.goto(link);
      await jonas.page.getByRole('timer').waitFor();
      const before = await jonas.page.getByRole('timer').textContent();

      await anna.page.getByRole('button', { name: 'Put it off' }).click();
      await anna.page.getByLabel('When it begins').fill(localIn(2 * 86_400 + 3_600));
      await anna.page.getByRole('button', { name: 'Begin then' }).click();
      await jonas.page.getByRole('timer').getByText('2 days').waitFor();
      expect(before).not.toContain('days');

      await anna.page.getByRole('button', { name: 'Call it off' }).click();
      await anna.page.getByRole('dialog').getByRole('button', { name: 'Call it off' }).click();

      await anna.page.getByText('This evening was called off').waitFor();
      await jonas.page.getByText('This evening was called off').waitFor();
      await anna.page.goto(`${evening.server.url}/screenings`);
      await anna.page.getByRole('link', { name: /This evening was called off/u }).waitFor();
    },
  );

  story('is planned for each episode of a series at once', async ({ evening, anna, jonas }) => {
    await register(anna, evening.server.url, 'Anna');
    const films = [evening.filmUrl, `${evening.filmUrl}?2`].join('\n');
    await anna.page.getByLabel('What it is called').fill('Episode');
    await anna.page.getByLabel('Address of the film').fill(films);
    await anna.page.getByLabel('The next episode comes').selectOption('every day');
    await anna.page.getByLabel('When it begins').fill(localIn(3_600));
    await anna.page.getByRole('button', { name: 'Plan it' }).click();
    await anna.page.getByRole('heading', { name: 'Episode 1' }).waitFor();

    await jonas.page.goto(anna.page.url());
    await jonas.page.getByRole('link', { name: 'Episode 2' }).click();

    await jonas.page.getByRole('heading', { name: 'Episode 2' }).waitFor();
    await jonas.page.getByRole('timer').getByText('1 day').waitFor();
  });
});

const register = async ({ page }: Person, url: string, name: string): Promise<void> => {
  await page.goto(`${url}/register?to=/plan`);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail address').fill(`${randomUUID()}@example.org`);
  await page.getByLabel('Password').fill('a matinee at eight');
  await page.getByRole('button', { name: 'Make an account' }).click();
  await page.getByRole('heading', { name: 'Plan an evening' }).waitFor();
};

/** What clocks here show in so many seconds. */
const localIn = (seconds: number): string => {
  const at = new Date(Date.now() + seconds * 1000);
  const offsetMs = at.getTimezoneOffset() * 60_000;
  return new Date(at.getTime() - offsetMs).toISOString().slice(0, 19);
};

/** Plans an evening that begins in so many seconds; gives its link. */
const plan = async (
  { page }: Person,
  { filmUrl }: { readonly filmUrl: string },
  seconds: number,
): Promise<string> => {
  await page.getByLabel('Address of the film').fill(filmUrl);
  await page.getByLabel('When it begins').fill(localIn(seconds));
  await page.getByRole('button', { name: 'Plan it' }).click();
  await page.getByRole('timer').waitFor();
  return page.url();
};

const goIn = async (person: Person, way: string, name: string): Promise<void> => {
  await person.page.getByRole('link', { name: way }).click();
  await giveName(person, name);
};
