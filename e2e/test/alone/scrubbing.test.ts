import { describe, expect } from 'vitest';
import { type Person, PHONE } from '../../harness/browser.ts';
import { acts, heardBy } from '../../harness/commands.ts';
import { story } from '../../harness/story.ts';
import { allStand, eventually, meet } from '../../harness/watching.ts';

/** How far along the bar each movement goes, from one end to the other and half the way back. */
const WAY = [
  ...Array.from({ length: 60 }, (_, step) => 0.1 + step / 75),
  ...Array.from({ length: 30 }, (_, step) => 0.9 - step / 75),
];

describe('[S8] dragging along the seek bar never floods the room, and the last place holds', () => {
  story('with a mouse', async ({ evening, anna, jonas }) => {
    const heard = heardBy(jonas);
    await meet(evening, anna, jonas);
    const { mouse } = anna.page;
    const { at, y } = await seekBar(anna);

    const began = performance.now();
    await mouse.move(at(0.1), y);
    await mouse.down();
    for (const share of WAY) await mouse.move(at(share), y);
    const shownMs = await shownPositionMs(anna);
    await mouse.up();

    await eventually(async () => {
      expect(await allStand(anna, jonas)).toBeCloseTo(shownMs / 1000, 1);
    });
    const seeks = acts(heard);
    expect(seeks.at(-1)).toMatchObject({ cause: 'SEEKED', playback: { positionMs: shownMs } });
    expect(seeks.length).toBeLessThanOrEqual(mostSince(began));
  });

  story('with a finger', async ({ evening, jonas }) => {
    const anna = await evening.person({ name: 'Anna', viewport: PHONE, touch: true });
    const heard = heardBy(jonas);
    await meet(evening, anna, jonas);
    const finger = await fingerOn(anna);
    const { at, y } = await seekBar(anna);

    const began = performance.now();
    await finger.down(at(0.1), y);
    for (const share of WAY) await finger.move(at(share), y);
    const shownMs = await shownPositionMs(anna);
    await finger.up();

    await eventually(async () => {
      expect(await allStand(anna, jonas)).toBeCloseTo(shownMs / 1000, 1);
    });
    const seeks = acts(heard);
    expect(seeks.at(-1)).toMatchObject({ cause: 'SEEKED', playback: { positionMs: shownMs } });
    expect(seeks.length).toBeLessThanOrEqual(mostSince(began));
  });
});

/** Four a second, and the first and the last. */
const mostSince = (began: number) => 2 + (4 * (performance.now() - began)) / 1000;

const slider = ({ page }: Person) => page.getByRole('slider', { name: 'Position in the film' });

/** Where the seek bar is on the page: `at` gives the x of a share of its length. */
async function seekBar(person: Person) {
  await person.page.mouse.move(300, 300);
  const { x, y, width, height } = (await slider(person).boundingBox()) ?? noBar();
  return { at: (share: number) => x + share * width, y: y + height / 2 };
}

const noBar = (): never => {
  throw new Error('there is no seek bar');
};

/** Where the bar stands, as the person sees it. */
const shownPositionMs = async (person: Person): Promise<number> =>
  Math.round(Number(await slider(person).inputValue()) * 1000);

/** A finger on the glass of this person's phone. */
async function fingerOn({ page }: Person) {
  const devtools = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove', x: number, y: number) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] });
  return {
    down: (x: number, y: number) => touch('touchStart', x, y),
    move: (x: number, y: number) => touch('touchMove', x, y),
    up: () => devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] }),
  };
}
