import { describe, expect } from 'vitest';
import type { Person } from '../../harness/browser.ts';
import type { Evening } from '../../harness/evening.ts';
import { leniency } from '../../harness/limits.ts';
import { convergedAfterMs, record, skewOf, textOf } from '../../harness/meter.ts';
import { BAD, LAN, type Network } from '../../harness/proxy.ts';
import { story } from '../../harness/story.ts';
import {
  allLoaded,
  allMove,
  enterRoom,
  eventually,
  isPast,
  key,
  openRoom,
  player,
  press,
  through,
} from '../../harness/watching.ts';

const STEADY_S = 12;
const CONVERGE_MS = 2_500;
const FRAME_MS = 34;
const TOGETHER_MS = 20;
const SETTLED_S = 8;

/** Looks again while the machine is too busy to keep time. The limits are generous; the goals belong to `./dev bench skew`. */
describe('in step', () => {
  story.for([
    ['on a local network', LAN, 'filmUrl', 10],
    ['on a bad network', BAD, 'filmUrl', 25],
    ['over HLS', LAN, 'hlsUrl', 10],
    ['over DASH', LAN, 'dashUrl', 10],
  ] as const)(
    'two browsers with wrong clocks %s',
    async ([_, network, address, limitMs], { evening }) => {
      const people = await watchOver(evening, network, 2, evening[address]);

      await eventually(async () => {
        const { traces, startedAt } = await record(people, () => playsFor(people[0], STEADY_S));

        const media = skewOf(traces, 'media', startedAt + CONVERGE_MS);
        const frames = skewOf(traces, 'frames', startedAt + CONVERGE_MS);
        console.log(`media ${textOf(media)}; frames ${textOf(frames)}`);
        expect(media.samples).toBeGreaterThan(200);
        expect(media.p95).toBeLessThanOrEqual(limitMs * leniency());
        expect(frames.p95).toBeLessThanOrEqual(FRAME_MS * leniency());
      });
    },
  );

  story('four browsers find together', async ({ evening }) => {
    const people = await watchOver(evening, LAN, 4);

    await eventually(async () => {
      const { traces } = await record(people, () => playsFor(people[0], SETTLED_S));

      const media = skewOf(traces, 'media');
      console.log(`media ${textOf(media)}`);
      expect(media.samples).toBeGreaterThan(50);
      expect(media.p50).toBeLessThanOrEqual(TOGETHER_MS * leniency());
    });
  });

  story('a seek brings both together again', async ({ evening }) => {
    const people = await watchOver(evening, LAN);
    const [anna] = people;

    await eventually(async () => {
      const { traces, startedAt } = await record(people, async () => {
        const { positionS } = await player(anna);
        await key(anna, 'ArrowRight');
        await isPast(anna, positionS + 5);
        await playsFor(anna, SETTLED_S);
      });

      const after = skewOf(traces, 'media', startedAt + CONVERGE_MS * leniency());
      console.log(`after the seek: media ${textOf(after)}`);
      expect(after.samples).toBeGreaterThan(50);
      expect(after.p95).toBeLessThanOrEqual(TOGETHER_MS * leniency());
    });
  });

  story(
    'the meter finds nothing in common when one does not play, and people apart whom nobody leads',
    async ({ evening }) => {
      const people = await watchOver(evening, LAN);
      const [anna, jonas] = people;
      await jonas.page.evaluate(takePlayerAway);

      const alone = await record(people, () => playsFor(anna, 2));
      await jonas.page.evaluate(playAnyway);
      const unled = await record(people, () => playsFor(anna, 2));

      expect(skewOf(alone.traces.slice(0, 1), 'media').samples).toBeGreaterThan(0);
      expect(skewOf(alone.traces, 'media').samples).toBe(0);
      expect(skewOf(unled.traces, 'media').p50).toBeGreaterThan(1_000);
      expect(convergedAfterMs(unled.traces, unled.startedAt, TOGETHER_MS)).toBe(
        Number.POSITIVE_INFINITY,
      );
    },
  );
});

/** People with wrong clocks watch, two at least, each on a path of their own through the same kind of network. */
async function watchOver(
  evening: Evening,
  network: Network,
  count = 2,
  address = evening.filmUrl,
): Promise<readonly [Person, Person, ...Person[]]> {
  const anna = await evening.person({ name: 'Anna', clockOffMs: 200 });
  const site = `http://127.0.0.1:${(await evening.network(network)).port}`;
  const link = await openRoom(anna, site, 'Anna', address);
  const enter = async (name: string) => {
    const person = await evening.person({ name, clockOffMs: -200 });
    await enterRoom(person, through((await evening.network(network)).port, link));
    return person;
  };
  const jonas = await enter('Jonas');
  const others: Person[] = [];
  while (others.length < count - 2) others.push(await enter(`Guest ${others.length + 1}`));
  await allLoaded(anna, jonas, ...others);
  await press(anna, 'Play');
  await allMove(anna, jonas, ...others);
  return [anna, jonas, ...others];
}

/** Waits until the film has gone on by so much for this person. */
async function playsFor(person: Person, seconds: number): Promise<void> {
  await isPast(person, (await player(person)).positionS + seconds);
}

/** Runs in the page: pauses the player, untold, so that it is nobody's wish; nothing that the program does reaches it any more. */
function takePlayerAway() {
  const video = document.querySelector('video');
  if (video === null) return;
  for (const type of ['pause', 'play', 'playing', 'seeking', 'seeked', 'ratechange', 'waiting']) {
    window.addEventListener(type, (event) => event.stopImmediatePropagation(), true);
  }
  video.pause();
  video.play = () => Promise.resolve();
  video.pause = () => {};
  const position = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'currentTime');
  Object.defineProperties(video, {
    currentTime: { get: () => position?.get?.call(video), set: () => {} },
    playbackRate: { get: () => 1, set: () => {} },
  });
}

/** Runs in the page: the player plays from where it stands. */
async function playAnyway() {
  const video = document.querySelector('video');
  if (video !== null) await HTMLMediaElement.prototype.play.call(video);
}
