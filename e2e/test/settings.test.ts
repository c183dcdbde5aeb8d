import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { story } from '../harness/story.ts';
import {
  allMove,
  allStand,
  chooseControl,
  eventually,
  meet,
  people,
  reads,
  shows,
  watch,
} from '../harness/watching.ts';

describe('what people set', () => {
  story('[ME5] a new name is seen by all', async ({ evening, anna, jonas }) => {
    await meet(evening, anna, jonas);

    await jonas.page.getByRole('button', { name: 'Settings' }).click();
    await jonas.page.getByRole('textbox', { name: 'Your name' }).fill('Jonathan');
    await jonas.page.getByRole('button', { name: 'Save' }).click();

    await reads(anna, 'Jonas is now Jonathan');
    await people(anna).filter({ hasText: 'Jonathan' }).waitFor();
    await anna.page.getByText('With Jonathan').waitFor();
  });

  story(
    'who does by a media key what only the host may is told so',
    async ({ evening, anna, jonas }) => {
      await watch(evening, anna, jonas);
      await chooseControl(anna, 'Host controls');
      await jonas.page.getByText('The host controls this room').waitFor();

      await shows(
        jonas,
        'Only the host can do this',
        () => jonas.page.evaluate(() => document.querySelector('video')?.pause()),
        '[role=alert]',
      );
    },
  );

  story('a media key is a wish, wherever the page is', async ({ evening, anna, jonas }) => {
    await jonas.page.addInitScript(keepMediaKeys);
    await watch(evening, anna, jonas);

    await pressMediaKey(jonas, 'pause');
    await allStand(anna, jonas);
    await pressMediaKey(jonas, 'play');

    await allMove(anna, jonas);
  });

  story(
    "sound that comes late moves this person's player ahead, and is remembered",
    async ({ evening, anna, jonas }) => {
      const link = await watch(evening, anna, jonas);

      await jonas.page.getByRole('button', { name: 'Settings' }).click();
      await jonas.page.getByRole('slider', { name: 'My sound is late' }).fill('300');

      await eventually(async () => expect(await aheadMs(jonas, anna)).toBeCloseTo(300, -2));
      await jonas.page.goto('about:blank');
      await jonas.page.goto(link);
      await eventually(async () => expect(await aheadMs(jonas, anna)).toBeCloseTo(300, -2));
    },
  );
});

/** How far the player of one is ahead of another's, ms of the film. */
async function aheadMs(one: Person, other: Person): Promise<number> {
  const lines = await Promise.all([one, other].map(({ page }) => page.evaluate(line)));
  return (lines[0] ?? Number.NaN) - (lines[1] ?? Number.NaN);
}

/** Runs in the page: when its film began, if it had played from the start without a stop. */
function line(): number {
  const video = document.querySelector('video');
  const nowMs = performance.timeOrigin + performance.now();
  return video === null || video.paused ? Number.NaN : video.currentTime * 1000 - nowMs;
}

declare global {
  interface Window {
    mediaKeys?: Map<MediaSessionAction, MediaSessionActionHandler | null>;
  }
}

/** Runs in the page, before anything else: keeps what the page wants to be told of media keys. */
function keepMediaKeys() {
  const keys = new Map<MediaSessionAction, MediaSessionActionHandler | null>();
  window.mediaKeys = keys;
  MediaSession.prototype.setActionHandler = (action, handler) => keys.set(action, handler);
}

/** Tells the page of a media key, as the system does. */
async function pressMediaKey({ page }: Person, action: 'play' | 'pause'): Promise<void> {
  await page.evaluate((key) => window.mediaKeys?.get(key)?.({ action: key }), action);
}
