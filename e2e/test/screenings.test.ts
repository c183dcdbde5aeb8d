import { describe, expect } from 'vitest';
import { cardOfPage } from '../harness/card.ts';
import { smallFilm } from '../harness/film.ts';
import { faintTexts } from '../harness/legible.ts';
import { goIn, localIn, plan, register } from '../harness/planning.ts';
import { nextAre, openQueue } from '../harness/queueing.ts';
import { story } from '../harness/story.ts';
import { allLoaded, allTogether, eventually, isPast } from '../harness/watching.ts';

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
      const card = await jonas.page.evaluate(cardOfPage);
      expect(card).toEqual({
        title: 'film',
        line: expect.stringMatching(/ with Anna$/u),
        width: 1200,
      });
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
      await jonas.page.locator('.chat-happened').getByText('film begins, as planned').waitFor();
      expect(await jonas.page.getByText(/pressed play/u).count()).toBe(0);

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

  story('has several episodes one after the other', async ({ evening, anna }) => {
    await register(anna, evening.server.url, 'Anna');
    const films = [evening.filmUrl, `${evening.filmUrl}?2`].join('\n');
    await anna.page.getByLabel('What it is called').fill('Episode');
    await anna.page.getByLabel('Address of the film').fill(films);
    await anna.page
      .getByLabel('The next episode comes')
      .selectOption('one after the other, the same evening');
    await anna.page.getByLabel('When it begins').fill(localIn(3_600));
    await anna.page.getByRole('button', { name: 'Plan it' }).click();

    await anna.page.getByRole('heading', { name: 'Episode 1' }).waitFor();
    await goIn(anna, 'Come in', 'Anna');
    await allLoaded(anna);
    await openQueue(anna);
    await nextAre([anna], 'Episode 2');
  });

  story('is planned with a film of the own device', async ({ evening, anna, jonas }) => {
    await register(anna, evening.server.url, 'Anna');
    await anna.page.getByLabel('Upload films from this device').setInputFiles(smallFilm());
    await anna.page.getByText('Uploaded').waitFor();
    await anna.page.getByLabel('What it is called').fill('Holidays');
    await anna.page.getByLabel('When it begins').fill(localIn(3_600));
    await anna.page.getByRole('button', { name: 'Plan it' }).click();
    await anna.page.getByRole('heading', { name: 'Holidays' }).waitFor();

    await jonas.page.goto(anna.page.url());
    await goIn(jonas, 'Come in', 'Jonas');
    await allLoaded(jonas);
    await anna.page.goto(`${evening.server.url}/plan`);
    await anna.page.getByText('Upload films from this device').waitFor();
    expect(await anna.page.getByText('Uploaded').count()).toBe(0);
  });
});
