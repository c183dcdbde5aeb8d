import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import type { Evening } from '../harness/evening.ts';
import { leniency } from '../harness/limits.ts';
import { record, skewOf, textOf } from '../harness/meter.ts';
import { type Conduct, frameOf, inFrame } from '../harness/sites/site.ts';
import { YOUTUBE_FILM, youtube } from '../harness/sites/youtube.ts';
import { story } from '../harness/story.ts';
import { onlookerOf } from '../harness/untouched.ts';
import {
  allLoaded,
  allMove,
  allStand,
  allStandWithin,
  allTogether,
  enterRoom,
  eventually,
  openRoom,
  people,
  player,
  press,
  shows,
} from '../harness/watching.ts';

const APART_MS = 150;
/** An error below this is worth no seek. */
const UNMENDED_S = 0.12;
const MEASURED_S = 5;

type Framed = Awaited<ReturnType<typeof inFrame>>;

/** Says, once, that YouTube may be loaded. */
const agree = ({ page }: Person): Promise<void> =>
  page.getByRole('button', { name: 'Watch it from YouTube' }).click();

/** Anna opens a room with a film of YouTube, Jonas follows, and both could play. */
const meetAt = async (
  { server }: Evening,
  anna: Person,
  jonas: Person,
  address = YOUTUBE_FILM,
): Promise<string> => {
  const link = await openRoom(anna, server.url, anna.name, address);
  await agree(anna);
  await enterRoom(jonas, link);
  await agree(jonas);
  await allLoaded(await inFrame(anna), await inFrame(jonas));
  return link;
};

/** How far apart both are while the film goes on for some seconds. */
const measured = async (first: Framed, other: Framed) => {
  const { positionS } = await player(first);
  const { traces } = await record([first, other], () =>
    eventually(async () =>
      expect((await player(first)).positionS).toBeGreaterThan(positionS + MEASURED_S),
    ),
  );
  return skewOf(traces, 'media');
};

describe('a film of YouTube', () => {
  story(
    '[EM1] is watched by two in step, and by who comes later',
    async ({ evening, anna, jonas }) => {
      const maria = await evening.person({ name: 'Maria' });
      for (const each of [anna, jonas, maria]) await youtube(each);
      const link = await meetAt(evening, anna, jonas);
      const both = [await inFrame(anna), await inFrame(jonas)] as const;

      await press(anna, 'Play');
      await allMove(...both);
      await eventually(async () => {
        const skew = await measured(both[0], both[1]);
        console.log(`youtube ${textOf(skew)}`);
        expect(skew.samples).toBeGreaterThan(50);
        expect(skew.p95).toBeLessThan(APART_MS * leniency());
      });
      await enterRoom(maria, link);
      await agree(maria);
      await allTogether(...both, await inFrame(maria));
      await jonas.page.reload();
      await allTogether(both[0], await inFrame(jonas), await inFrame(maria));

      await press(jonas, 'Pause');
      await allStandWithin(UNMENDED_S, both[0], await inFrame(jonas), await inFrame(maria));
    },
  );

  story('[EM3] its own controls are everybody’s', async ({ evening, anna, jonas }) => {
    await youtube(anna);
    await youtube(jonas);
    await meetAt(evening, anna, jonas);
    const both = [await inFrame(anna), await inFrame(jonas)] as const;
    const theirs = (await frameOf(jonas)).getByRole('button', { name: 'Play or pause' });

    await theirs.click();
    await allTogether(...both);
    await theirs.click();
    await allStand(...both);
    await (await frameOf(jonas)).getByLabel('Place').fill('500');
    await eventually(async () => expect((await player(both[0])).positionS).toBeGreaterThan(60));
    await allStand(...both);
    await theirs.click();
    await allTogether(...both);
    await (await frameOf(anna)).getByRole('button', { name: 'Faster' }).click();

    await eventually(async () => expect((await player(both[1])).rate).toBe(1.25));
    await jonas.page.getByRole('button', { name: 'Speed: 1.25×' }).waitFor({ state: 'attached' });
    await allTogether(...both);
  });

  story(
    '[EM2] is loaded by nobody who has not agreed, and nobody waits for them',
    async ({ evening, anna, jonas }) => {
      const asked = await youtube(jonas);
      await youtube(anna);
      const link = await openRoom(anna, evening.server.url, 'Anna', YOUTUBE_FILM);
      await agree(anna);
      await enterRoom(jonas, link);
      await jonas.page.getByText('This film is on YouTube').waitFor();

      await press(anna, 'Play');
      await allMove(await inFrame(anna));

      await people(anna).filter({ hasText: 'Jonas' }).getByText('cannot play this film').waitFor();
      expect(asked).toEqual([]);
      await agree(jonas);
      await allTogether(await inFrame(anna), await inFrame(jonas));
      await jonas.page.reload();
      await allTogether(await inFrame(anna), await inFrame(jonas));
    },
  );

  story(
    '[EM2] that YouTube shows to one and not to the other goes on for the one, and the other reads why',
    async ({ evening, anna, jonas }) => {
      let conduct: Conduct = { error: 150 };
      await youtube(anna);
      await youtube(jonas, () => conduct);
      const link = await openRoom(anna, evening.server.url, 'Anna', YOUTUBE_FILM);
      await agree(anna);
      await enterRoom(jonas, link);
      await agree(jonas);
      const again = jonas.page.getByRole('button', { name: 'Try again' });
      const words: readonly (readonly [number, string])[] = [
        [150, 'YouTube does not show this film here'],
        [101, 'YouTube does not show this film here'],
        [100, 'YouTube has no such film, or the film is private'],
        [2, 'YouTube has no such film, or the film is private'],
        [5, 'The player of YouTube has failed'],
        [153, 'The player of YouTube has failed'],
      ];
      await press(anna, 'Play');

      for (const [error, text] of words) {
        conduct = { error };
        await again.click();
        await jonas.page.getByRole('alert').filter({ hasText: text }).waitFor();
      }

      await allMove(await inFrame(anna));
      await people(anna).filter({ hasText: 'Jonas' }).getByText('cannot play this film').waitFor();
      conduct = {};
      await again.click();
      await allTogether(await inFrame(anna), await inFrame(jonas));
    },
  );

  story('[EM2] waits for who is shown an advertisement', async ({ evening, anna, jonas }) => {
    await youtube(anna);
    await youtube(jonas, () => ({ advertisementMs: 12_000 }));
    await meetAt(evening, anna, jonas);

    await shows(anna, 'Waiting for Jonas', () => press(anna, 'Play'));

    await allTogether(await inFrame(anna), await inFrame(jonas));
  });

  story('asks for a click where the browser wants one', async ({ evening, anna }) => {
    const jonas = await evening.person({ name: 'Jonas' }, 'restricted');
    await youtube(anna);
    await youtube(jonas);
    const link = await meetAt(evening, anna, jonas);
    await press(anna, 'Play');
    await allTogether(await inFrame(anna), await inFrame(jonas));

    await jonas.page.goto('about:blank');
    await jonas.page.goto(link);
    const onlooker = await onlookerOf(jonas.page);
    await eventually(async () =>
      expect(await onlooker.look(`document.querySelector('.click-to-join')?.innerText`)).toMatch(
        /^Click to join/,
      ),
    );
    await onlooker.click('.click-to-join');

    await allTogether(await inFrame(anna), await inFrame(jonas));
  });

  story('begins where its address says', async ({ evening, anna, jonas }) => {
    await youtube(anna);
    await youtube(jonas);
    await meetAt(evening, anna, jonas, 'https://youtu.be/dQw4w9WgXcQ?t=1m30s');

    await press(anna, 'Play');
    await allMove(await inFrame(anna));

    expect((await player(await inFrame(anna))).positionS).toBeGreaterThan(89);
    await allTogether(await inFrame(anna), await inFrame(jonas));
  });
});
