import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { heardBy, type Message } from '../harness/commands.ts';
import type { Evening } from '../harness/evening.ts';
import { eveningFilm, film, smallFilm } from '../harness/film.ts';
import { addNext, itemOf, itemsOf, nextAre, openQueue, seesFilm } from '../harness/queueing.ts';
import { story } from '../harness/story.ts';
import { allMove, allTogether, eventually, meet, press, reads } from '../harness/watching.ts';

const addressOf = ({ films }: Evening, path: string): string =>
  `${films.url}/${encodeURIComponent(basename(path))}`;

const LONG_WAY = 'The Long Way to the Sea';

/** They meet before a film of five seconds, and Anna has put two others up next. */
async function meetAndQueue(evening: Evening, anna: Person, jonas: Person): Promise<string> {
  const link = await meet({ ...evening, filmUrl: addressOf(evening, smallFilm()) }, anna, jonas);
  await openQueue(anna, jonas);
  await addNext(anna, addressOf(evening, film()));
  await addNext(anna, addressOf(evening, eveningFilm()));
  await nextAre([anna, jonas], 'film', LONG_WAY);
  return link;
}

const advances = (heard: readonly Message[]) => heard.filter(({ cause }) => cause === 'ADVANCED');

describe('what is up next', () => {
  story(
    '[QU5] two people put it together, and at the end of the film both are taken on to it, once',
    async ({ evening, anna, jonas }) => {
      const heard = [heardBy(anna), heardBy(jonas)];
      await meetAndQueue(evening, anna, jonas);

      await itemOf(jonas, LONG_WAY)
        .getByRole('button', { name: /^Vote for/ })
        .click();
      await nextAre([anna, jonas], LONG_WAY, 'film');
      await press(jonas, 'Play');
      await anna.page.getByText(/^Next in \d+ s$/).waitFor();
      await jonas.page.getByRole('button', { name: 'Stay here' }).waitFor();

      await seesFilm(LONG_WAY, anna, jonas);
      await allTogether(anna, jonas);
      await nextAre([anna, jonas], 'film');
      expect(heard.map(advances)).toEqual([
        [expect.not.objectContaining({ by: expect.anything() })],
        [expect.not.objectContaining({ by: expect.anything() })],
      ]);
    },
  );

  story(
    '[QU2] it is arranged by the keyboard and by dragging, and is so after a reload',
    async ({ evening, anna, jonas }) => {
      await meetAndQueue(evening, anna, jonas);

      const handle = itemOf(anna, LONG_WAY).getByRole('button', { name: /^Move .*Alt/ });
      await handle.focus();
      await anna.page.keyboard.press('Alt+ArrowUp');
      await nextAre([anna, jonas], LONG_WAY, 'film');
      await itemOf(jonas, LONG_WAY)
        .getByRole('button', { name: /^Move .*Alt/ })
        .dragTo(itemOf(jonas, 'film'));
      await nextAre([anna, jonas], 'film', LONG_WAY);

      await jonas.page.reload();
      await openQueue(jonas);
      await nextAre([jonas], 'film', LONG_WAY);
      await itemOf(jonas, 'film').getByRole('button', { name: 'Take film out' }).click();
      await nextAre([anna, jonas], LONG_WAY);
      await reads(anna, 'Jonas took film out of what is next');
    },
  );

  story(
    '[QU4] where both press next at the same moment, the room goes on by one film',
    async ({ evening, anna, jonas }) => {
      const heard = heardBy(jonas);
      await meetAndQueue(evening, anna, jonas);

      const next = [anna, jonas].map((person) =>
        itemOf(person, 'film').getByRole('button', { name: 'Play film now' }),
      );
      await Promise.allSettled(next.map((button) => button.click({ timeout: 10_000 })));

      await seesFilm('film', anna, jonas);
      await allMove(anna, jonas);
      await nextAre([anna, jonas], LONG_WAY);
      assert.equal(advances(heard).length, 1);
    },
  );

  story(
    '[QU5] whoever would rather stay lets the room stay at the end',
    async ({ evening, anna, jonas }) => {
      await meetAndQueue(evening, anna, jonas);
      await press(anna, 'Play');

      await jonas.page.getByRole('button', { name: 'Stay here' }).click();

      await reads(anna, 'Jonas would rather stay here');
      await eventually(async () =>
        assert.equal(await anna.page.getByText(/^Next in \d+ s$/).count(), 0),
      );
      await seesFilm('small', anna, jonas);
      await nextAre([anna, jonas], 'film', LONG_WAY);
    },
  );

  story(
    '[RI1] where the host keeps it, others see so, and still vote',
    async ({ evening, anna, jonas }) => {
      await meetAndQueue(evening, anna, jonas);

      await anna.page.getByRole('button', { name: 'Everyone controls' }).click();
      await anna.page.getByRole('menuitem', { name: 'For each action' }).click();
      await anna.page
        .getByRole('group', { name: 'Up next' })
        .getByRole('menuitemradio', { name: 'Host' })
        .click();
      await anna.page.keyboard.press('Escape');

      await jonas.page.getByText('Only the host adds and arranges here').waitFor();
      assert.equal(await jonas.page.getByRole('button', { name: 'Take film out' }).count(), 0);
      await itemOf(jonas, LONG_WAY)
        .getByRole('button', { name: /^Vote for/ })
        .click();
      await nextAre([anna, jonas], LONG_WAY, 'film');
      assert.equal(await itemsOf(jonas).count(), 2);
    },
  );
});
