import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { seeded } from '../harness/chance.ts';
import { acts, allAnswered, ascending, heardBy, positionsIn, sentBy } from '../harness/commands.ts';
import { seedOfRun } from '../harness/evening.ts';
import { story } from '../harness/story.ts';
import {
  allMove,
  allStand,
  allTogether,
  chooseSpeed,
  enterRoom,
  eventually,
  isPast,
  key,
  meet,
  player,
  press,
  shows,
  watch,
} from '../harness/watching.ts';

const FIGHT_ACTS = 40;
const REST_S = 5;

describe('a room follows what people wish, not what players do', () => {
  story(
    '[S-01] one act of a person is one change, and no echo follows',
    async ({ evening, anna, jonas }) => {
      const heard = heardBy(jonas);
      await meet(evening, anna, jonas);

      await press(anna, 'Play');
      await allMove(anna, jonas);
      await key(jonas, 'ArrowRight');
      await isPast(anna, 5);
      await chooseSpeed(anna, 1.5);
      await eventually(async () => expect((await player(jonas)).rate).toBeCloseTo(1.5, 1));
      await press(jonas, 'Pause');
      await allStand(anna, jonas);
      await press(anna, 'Play');
      await allMove(anna, jonas);
      await playsFor(jonas, REST_S);

      expect(acts(heard).map(({ cause }) => cause)).toEqual([
        'PLAYED',
        'SEEKED',
        'RATE_CHANGED',
        'PAUSED',
        'PLAYED',
      ]);
    },
  );

  story(
    '[S-02] two who fight over play and pause end together, and it stays so',
    async ({ evening, anna, jonas }) => {
      const heard = heardBy(anna);
      const wires = [
        { sent: sentBy(anna), heard },
        { sent: sentBy(jonas), heard: heardBy(jonas) },
      ];
      await watch(evening, anna, jonas);
      const chance = seeded(seedOfRun());

      await Promise.all([pressesSpace(anna, chance), pressesSpace(jonas, chance)]);

      await eventually(async () => {
        expect(wires.every(({ sent, heard }) => allAnswered(sent, heard))).toBe(true);
        const [annas, jonass] = [await player(anna), await player(jonas)];
        expect(annas.paused).toBe(jonass.paused);
        expect(annas.paused).toBe(
          acts(heard)
            .map(({ cause }) => cause)
            .at(-1) === 'PAUSED',
        );
      });
      expect(acts(heard).length).toBeGreaterThan(10);
      if ((await player(anna)).paused) await press(anna, 'Play');
      await allTogether(anna, jonas);
      const { length } = acts(heard);
      await playsFor(anna, REST_S);
      expect(acts(heard).slice(length)).toEqual([]);
    },
  );

  story(
    '[S-03] somebody whose player is always late never turns the room back',
    async ({ evening, anna, jonas }) => {
      const heard = heardBy(anna);
      await jonas.page.addInitScript(playsLate);
      await meet(evening, anna, jonas);
      await press(anna, 'Play');
      await isPast(anna, 10);

      expect(acts(heard).map(({ cause }) => cause)).toEqual(['PLAYED']);
      expect(positionsIn(heard)).toEqual(positionsIn(heard).toSorted(ascending));
    },
  );

  story(
    '[S-05] a seek and a new speed while one has no film yet hold for both',
    async ({ evening, anna, jonas }) => {
      const link = await meet(evening, anna);
      let reach = () => {};
      const reached = new Promise<void>((resolve) => {
        reach = resolve;
      });
      await jonas.page.route('**/film.mp4', async (route) => {
        await reached;
        await route.continue();
      });
      await enterRoom(jonas, link);
      await shows(anna, 'Waiting for Jonas', () => press(anna, 'Play'));

      await key(anna, 'ArrowRight');
      await chooseSpeed(anna, 1.5);
      reach();

      await allTogether(anna, jonas);
      expect((await player(anna)).positionS).toBeGreaterThan(5);
      await eventually(async () => {
        expect((await player(anna)).rate).toBeCloseTo(1.5, 1);
        expect((await player(jonas)).rate).toBeCloseTo(1.5, 1);
      });
    },
  );

  story(
    '[S-05] the film ends once for all, and is played again from its start',
    async ({ evening, anna, jonas }) => {
      const heard = heardBy(jonas);
      await meet(evening, anna, jonas);
      const lengthS = await anna.page.evaluate(
        () => document.querySelector('video')?.duration ?? 0,
      );
      const stand = (positionS: number) =>
        eventually(async () => expect(await allStand(anna, jonas)).toBeCloseTo(positionS, 0));

      await anna.page.getByRole('slider', { name: 'Position in the film' }).press('End');
      await stand(lengthS);
      await key(anna, 'ArrowLeft');
      await stand(lengthS - 5);
      await press(anna, 'Play');
      await eventually(async () =>
        expect(heard.filter(({ cause }) => cause === 'ENDED').length).toBe(1),
      );
      await stand(lengthS);
      await press(jonas, 'Play');

      await allTogether(anna, jonas);
      expect((await player(anna)).positionS).toBeLessThan(lengthS / 2);
    },
  );
});

/** Presses space again and again, as in anger: up to ten times a second. */
async function pressesSpace(person: Person, chance: () => number): Promise<void> {
  for (let act = 0; act < FIGHT_ACTS; act++) {
    await key(person, ' ');
    await new Promise((again) => setTimeout(again, chance() * 200));
  }
}

/** Waits until the film has gone on by so much for this person. */
async function playsFor(person: Person, seconds: number): Promise<void> {
  await isPast(person, (await player(person)).positionS + seconds);
}

/** Runs in the page: whatever asks a player to play is obeyed three seconds later. */
function playsLate() {
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function () {
    return new Promise((resolve, reject) => {
      setTimeout(() => play.call(this).then(resolve, reject), 3_000);
    });
  };
}
