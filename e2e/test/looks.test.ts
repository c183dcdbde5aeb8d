import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { DESKTOP, PHONE } from '../harness/browser.ts';
import { beginEvening, type Evening } from '../harness/evening.ts';
import { eveningFilm } from '../harness/film.ts';
import { TARGET } from '../harness/paths.ts';
import { allLoaded, allMove, enterRoom, openRoom, press, say } from '../harness/watching.ts';

describe('pictures for people to look at', () => {
  let evening: Evening;

  beforeAll(async () => {
    evening = await beginEvening();
  });
  afterAll(() => evening.close());

  it.each([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ])('home and room on the size of a %s', async (size, viewport) => {
    const anna = await evening.person({ viewport, touch: viewport === PHONE });
    const jonas = await evening.person();
    const picture = (name: string) =>
      anna.page.screenshot({ path: join(TARGET, 'pictures', `${name}-${size}.png`) });
    const address = `${evening.films.url}/${encodeURIComponent(basename(eveningFilm()))}`;
    await anna.page.goto(evening.server.url);
    await anna.page.getByRole('button', { name: 'Watch together' }).waitFor();
    await picture('home');

    const link = await openRoom(anna, evening.server.url, 'Anna', address);
    await enterRoom(jonas, link, 'Jonas');
    await allLoaded(anna, jonas);
    await press(jonas, 'Play');
    await allMove(anna, jonas);
    await say(jonas, 'the music right here. every time');
    await say(jonas, 'look at 0:42');
    await anna.page.mouse.move(200, 200);
    await anna.page.getByTestId('in-step').filter({ hasText: /\d ms/ }).waitFor();
    await picture('room');

    await anna.page.goto(evening.server.url);
    await anna.page.getByText('Lately').waitFor();
    await picture('home-again');
  });
});
