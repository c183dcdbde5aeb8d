import { describe, expect } from 'vitest';
import { sentBy } from '../harness/commands.ts';
import { story } from '../harness/story.ts';
import { allMove, allStand, eventually, key, meet, player, reads } from '../harness/watching.ts';

const FRAME_S = 1 / 24;

describe('everything by keyboard', () => {
  story('the keys that concern everyone', async ({ evening, anna, jonas }) => {
    await meet(evening, anna, jonas);
    const stand = (positionS: number) =>
      eventually(async () => expect(await allStand(anna, jonas)).toBeCloseTo(positionS, 2));

    await key(anna, 'ArrowRight');
    await stand(5);
    await key(anna, 'Shift+ArrowRight');
    await stand(5 + FRAME_S);
    await key(jonas, '.');
    await stand(5 + 2 * FRAME_S);
    await key(jonas, ',');
    await stand(5 + FRAME_S);
    await key(anna, 'Shift+ArrowLeft');
    await stand(5);
    await key(jonas, 'ArrowLeft');
    await stand(0);

    await key(anna, 'k');
    await allMove(anna, jonas);
    await key(jonas, ' ');
    await allStand(anna, jonas);
  });

  story(
    '[S8] steps made in a hurry add up, and a stuck key does not flood the room',
    async ({ evening, anna, jonas }) => {
      const sent = sentBy(anna);
      await meet(evening, anna, jonas);

      for (let step = 0; step < 3; step++) await key(anna, 'ArrowRight');
      await eventually(async () => expect(await allStand(anna, jonas)).toBeCloseTo(15, 1));

      const before = sent.length;
      const tookMs = await anna.page.evaluate(holdKey, { name: 'ArrowRight', times: 20 });
      await eventually(async () => expect(await allStand(anna, jonas)).toBeCloseTo(115, 1));
      const seeks = sent.slice(before).filter(({ type }) => type === 'seek');
      expect(seeks.at(-1)).toMatchObject({ positionMs: 115_000 });
      expect(seeks.length).toBeLessThanOrEqual(2 + (4 * tookMs) / 1000);
    },
  );

  story("the keys that are one person's own", async ({ evening, anna }) => {
    await meet(evening, anna);
    const { page } = anna;
    const inPage = (expression: string) =>
      eventually(async () => expect(await page.evaluate(expression)).toBe(true));

    await key(anna, 'm');
    await inPage(`document.querySelector('video').muted`);
    await key(anna, 'm');
    await inPage(`!document.querySelector('video').muted`);

    await page.evaluate(() =>
      document.querySelector('video')?.addTextTrack('subtitles', 'English'),
    );
    // The page shows them itself: of those that are chosen the browser only tells what is said.
    const areChosen = (mode: 'hidden' | 'disabled') =>
      inPage(`document.querySelector('video').textTracks[0].mode === '${mode}'`);
    await areChosen('disabled');
    await key(anna, 'c');
    await areChosen('hidden');
    await key(anna, 'c');
    await areChosen('disabled');

    await key(anna, '/');
    await page.keyboard.type('k, m and f are letters here');
    expect((await player(anna)).paused).toBe(true);
    await page.keyboard.press('Enter');
    await reads(anna, 'k, m and f are letters here');
    await page.keyboard.press('Escape');

    await key(anna, '?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('k');
    expect((await player(anna)).paused).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'detached' });

    await key(anna, 'f');
    await inPage(`document.fullscreenElement !== null`);
    await key(anna, 'f');
    await inPage(`document.fullscreenElement === null`);
  });
});

/** Runs in the page: what a key does that is held down; gives how long that took. */
async function holdKey({ name, times }: { name: string; times: number }): Promise<number> {
  const began = performance.now();
  for (let time = 0; time < times; time++) {
    const event = { key: name, bubbles: true, cancelable: true, repeat: time > 0 };
    document.body.dispatchEvent(new KeyboardEvent('keydown', event));
    await new Promise(requestAnimationFrame);
  }
  return performance.now() - began;
}
