import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { av1Film, vp9Film } from '../harness/film.ts';
import { story } from '../harness/story.ts';
import { allLoaded, allTogether, enterRoom, giveName, press } from '../harness/watching.ts';

describe('an upload that browsers play', () => {
  story.for([
    ['VP9 and Opus in WebM', vp9Film],
    ['AV1 and AAC in MP4', av1Film],
  ] as const)('is played as it is, in step: %s', async ([_, film], { evening, anna, jonas }) => {
    await anna.page.goto(evening.server.url);
    await anna.page.locator('input[type=file]').first().setInputFiles(film());
    await giveName(anna, 'Anna');
    await enterRoom(jonas, anna.page.url());
    await allLoaded(anna, jonas);

    await press(anna, 'Play');

    await allTogether(anna, jonas);
    for (const person of [anna, jonas])
      expect(await playedFrom(person)).toMatch(/^http.*\/films\//u);
  });
});

/** The address that the player plays. */
async function playedFrom({ page }: Person): Promise<string | undefined> {
  return page.evaluate(() => document.querySelector('video')?.currentSrc);
}
