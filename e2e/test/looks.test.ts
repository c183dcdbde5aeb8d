import { basename, join } from 'node:path';
import { describe, expect } from 'vitest';
import { DESKTOP, PHONE } from '../harness/browser.ts';
import { eveningFilm, film, hlsFilm } from '../harness/film.ts';
import { TARGET } from '../harness/paths.ts';
import { addNext, itemOf, itemsOf } from '../harness/queueing.ts';
import { story } from '../harness/story.ts';
import { say, watch } from '../harness/watching.ts';

describe('pictures for people to look at', () => {
  story.for([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const)('home and room on the size of a %s', async ([size, viewport], { evening, jonas }) => {
    const anna = await evening.person({ viewport, touch: viewport === PHONE });
    const picture = (name: string) =>
      anna.page.screenshot({ path: join(TARGET, 'pictures', `${name}-${size}.png`) });
    await anna.page.goto(evening.server.url);
    await anna.page.getByRole('button', { name: 'Watch together' }).waitFor();
    await picture('home');

    const filmUrl = `${evening.films.url}/${encodeURIComponent(basename(eveningFilm()))}`;
    await watch({ ...evening, filmUrl }, anna, jonas);
    await say(jonas, 'the music right here. every time');
    await say(jonas, 'look at 0:42');
    await anna.page.mouse.move(200, 200);
    await anna.page.getByTestId('in-step').filter({ hasText: /\d ms/ }).waitFor();
    await picture('room');
    expect(await anna.page.evaluate(outsideTheWindow)).toEqual([]);

    await jonas.page.getByRole('button', { name: 'Up next', expanded: false }).click();
    for (const next of [film(), hlsFilm()])
      await addNext(jonas, `${evening.films.url}/${basename(next)}`);
    await addNext(
      jonas,
      `${evening.films.url}/a-very-long-title-that-goes-on-for-more-lines-than-there-are.mp4`,
    );
    await itemOf(jonas, 'film')
      .first()
      .getByRole('button', { name: /^Vote for/ })
      .click();
    await anna.page.getByRole('button', { name: /^Up next · 3/ }).click();
    await itemsOf(anna).nth(2).waitFor();
    await picture('queue');

    await anna.page.goto(evening.server.url);
    await anna.page.getByText('Lately').waitFor();
    await picture('home-again');
  });

  story.for([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const)(
    'making and keeping an account on the size of a %s',
    async ([size, viewport], { evening }) => {
      const { page } = await evening.person({ viewport, touch: viewport === PHONE });
      const picture = (name: string) =>
        page.screenshot({ path: join(TARGET, 'pictures', `${name}-${size}.png`), fullPage: true });
      await page.goto(`${evening.server.url}/register`);
      await page.getByLabel('Name').fill('Anna');
      await page.getByLabel('E-mail address').fill(`anna-${size}@example.org`);
      await page.getByRole('button', { name: 'Make an account' }).click();
      await page.getByText('A password has at least 8 characters.').waitFor();
      await picture('register');

      await page.getByLabel('Password').fill('a matinee at eight');
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: 'Your account' }).waitFor();
      await picture('home-signed-in');
      await page.getByRole('link', { name: 'Your account' }).click();
      await page.getByText('This device').waitFor();
      await picture('account');
      await page.getByLabel('Choose a picture').setInputFiles({
        name: 'me.png',
        mimeType: 'image/png',
        buffer: await page.screenshot(),
      });
      await page.getByRole('button', { name: 'Remove' }).waitFor();
      await picture('account-with-picture');
    },
  );

  story.for([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const)(
    'planned evenings and what was watched on the size of a %s',
    async ([size, viewport], { evening }) => {
      const { page } = await evening.person({ viewport, touch: viewport === PHONE });
      const picture = (name: string) =>
        page.screenshot({ path: join(TARGET, 'pictures', `${name}-${size}.png`) });
      await page.goto(`${evening.server.url}/register?to=/plan`);
      await page.getByLabel('Name').fill('Anna');
      await page.getByLabel('E-mail address').fill(`planning-${size}@example.org`);
      await page.getByLabel('Password').fill('a matinee at eight');
      await page.keyboard.press('Enter');
      await page.getByLabel('Address of the film').fill(evening.filmUrl);
      await picture('plan');

      await page.getByRole('button', { name: 'Plan it' }).click();
      await page.getByRole('timer').waitFor();
      await picture('lobby');
      await page.goto(`${evening.server.url}/screenings`);
      await page.getByRole('link', { name: /film/u }).first().waitFor();
      await picture('screenings');
      await page.goto(`${evening.server.url}/watched`);
      await page.getByText('Nothing here yet').waitFor();
      await picture('watched');
    },
  );
});

/** Runs in the page: what of the player's controls does not lie in the window. */
const outsideTheWindow = (): readonly string[] =>
  Array.from(document.querySelectorAll('.controls button'))
    .filter((button) => button.getBoundingClientRect().right > innerWidth)
    .map((button) => button.getAttribute('aria-label') ?? '');
