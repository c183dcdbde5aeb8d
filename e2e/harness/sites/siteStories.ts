import { expect } from 'vitest';
import type { Person } from '../browser.ts';
import { leniency } from '../limits.ts';
import { looksWell } from '../looks.ts';
import { textOf } from '../meter.ts';
import { story } from '../story.ts';
import { onlookerOf } from '../untouched.ts';
import {
  allMove,
  allStand,
  allStandWithin,
  allTogether,
  chooseSpeed,
  enterRoom,
  eventually,
  openRoom,
  people,
  player,
  press,
} from '../watching.ts';
import { agreeTo, enterWith, type FilmOfSite, measured, meetWith } from './meeting.ts';
import { type Conduct, frameOf, inFrame } from './site.ts';

/** A site, a film of it, and the same film from one minute and a half on. */
export interface SiteOfStories extends FilmOfSite {
  readonly from90: string;
  /** The site is there for somebody; gives what is asked of it. */
  readonly open: (person: Person, conduct?: () => Conduct) => Promise<readonly string[]>;
  /** Why it shows nothing, in its own language, and what is read then. */
  readonly refusals: readonly (readonly [number | string, string])[];
}

const APART_MS = 150;
/** An error below this is worth no seek. */
const UNMENDED_S = 0.12;

/** Tells what holds for the films of every site. */
export function siteStories(its: SiteOfStories): void {
  togetherStories(its);
  apartStories(its);
}

/** Of those who see the film. */
function togetherStories(its: SiteOfStories): void {
  story(
    '[EM1] is watched by two in step, and by who comes later',
    async ({ evening, anna, jonas }) => {
      const maria = await evening.person({ name: 'Maria' });
      for (const each of [anna, jonas, maria]) await its.open(each);
      const link = await meetWith(evening, anna, jonas, its);
      const both = [await inFrame(anna), await inFrame(jonas)] as const;

      await press(anna, 'Play');
      await allMove(...both);
      await eventually(async () => {
        const skew = await measured(both[0], both[1]);
        console.log(`${its.site} ${textOf(skew)}`);
        expect(skew.samples).toBeGreaterThan(50);
        expect(skew.p95).toBeLessThan(APART_MS * leniency());
      });
      await enterRoom(maria, link);
      await agreeTo(maria, its.site);
      await allTogether(...both, await inFrame(maria));
      await jonas.page.reload();
      await allTogether(both[0], await inFrame(jonas), await inFrame(maria));
      await looksWell(anna, its.site);

      await press(jonas, 'Pause');
      await allStandWithin(UNMENDED_S, both[0], await inFrame(jonas), await inFrame(maria));
    },
  );

  story('[EM3] its own controls are everybody’s', async ({ evening, anna, jonas }) => {
    await its.open(anna);
    await its.open(jonas);
    await meetWith(evening, anna, jonas, its);
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
  });

  story('begins where its address says', async ({ evening, anna, jonas }) => {
    await its.open(anna);
    await its.open(jonas);
    await meetWith(evening, anna, jonas, { ...its, address: its.from90 });

    await press(anna, 'Play');
    await allMove(await inFrame(anna));

    expect((await player(await inFrame(anna))).positionS).toBeGreaterThan(89);
    await allTogether(await inFrame(anna), await inFrame(jonas));
  });
}

/** Tells that a speed which is chosen at the site's own player is everybody's. */
export function speedStory(its: SiteOfStories): void {
  story('[EM3] has the speed that is chosen there', async ({ evening, anna, jonas }) => {
    await its.open(anna);
    await its.open(jonas);
    await meetWith(evening, anna, jonas, its);
    const both = [await inFrame(anna), await inFrame(jonas)] as const;
    await press(anna, 'Play');
    await allMove(...both);

    await (await frameOf(anna)).getByRole('button', { name: 'Faster' }).click();

    await eventually(async () => expect((await player(both[1])).rate).toBe(1.25));
    await jonas.page.getByRole('button', { name: 'Speed: 1.25×' }).waitFor({ state: 'attached' });
    await allTogether(...both);
  });
}

/** Tells that a room goes back to the one speed that the site's player has. */
export function oneSpeedStory(its: SiteOfStories, conduct: Conduct = {}): void {
  story('[EM3] has the speed that there is, for everybody', async ({ evening, anna, jonas }) => {
    for (const each of [anna, jonas]) await its.open(each, () => conduct);
    await meetWith(evening, anna, jonas, its);
    await press(anna, 'Play');
    await allMove(await inFrame(anna), await inFrame(jonas));

    await chooseSpeed(anna, 1.5);

    for (const { page } of [anna, jonas]) {
      const told = page.getByRole('list', { name: 'Messages' });
      await told.getByText('Anna set the speed to 1.5×').waitFor();
      await told.getByText('set the speed to 1×').first().waitFor();
      await page.getByRole('button', { name: 'Speed: 1×' }).waitFor({ state: 'attached' });
    }
    await allTogether(await inFrame(anna), await inFrame(jonas));
  });
}

/** Of one who does not see it at first. */
function apartStories(its: SiteOfStories): void {
  story(
    '[EM2] is loaded by nobody who has not agreed, and nobody waits for them',
    async ({ evening, anna, jonas }) => {
      const asked = await its.open(jonas);
      await its.open(anna);
      const link = await openRoom(anna, evening.server.url, 'Anna', its.address);
      await agreeTo(anna, its.site);
      await enterRoom(jonas, link);
      await jonas.page.getByText(`This film is on ${its.site}`).waitFor();

      await press(anna, 'Play');
      await allMove(await inFrame(anna));

      await people(anna).filter({ hasText: 'Jonas' }).getByText('cannot play this film').waitFor();
      expect(asked).toEqual([]);
      await agreeTo(jonas, its.site);
      await allTogether(await inFrame(anna), await inFrame(jonas));
      await jonas.page.reload();
      await allTogether(await inFrame(anna), await inFrame(jonas));
    },
  );

  story(
    '[EM2] that its site shows to one and not to the other goes on for the one, and the other reads why',
    async ({ evening, anna, jonas }) => {
      const [first] = its.refusals[0] ?? [''];
      let conduct: Conduct = { error: first };
      await its.open(anna);
      await its.open(jonas, () => conduct);
      await enterWith(evening, anna, jonas, its);
      const again = jonas.page.getByRole('button', { name: 'Try again' });
      await press(anna, 'Play');

      for (const [error, text] of its.refusals) {
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

  story('asks for a click where the browser wants one', async ({ evening, anna }) => {
    const jonas = await evening.person({ name: 'Jonas' }, 'restricted');
    await its.open(anna);
    await its.open(jonas);
    const link = await meetWith(evening, anna, jonas, its);
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
}
