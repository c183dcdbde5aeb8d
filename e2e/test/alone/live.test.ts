import { describe, expect } from 'vitest';
import type { Person } from '../../harness/browser.ts';
import type { Evening } from '../../harness/evening.ts';
import { type LiveStream, openLiveStream, shownLine } from '../../harness/liveStream.ts';
import { story as plainStory } from '../../harness/story.ts';
import {
  allMove,
  allStand,
  enterRoom,
  eventually,
  openRoom,
  press,
  shows,
} from '../../harness/watching.ts';

/** The same picture, or its neighbour, with a page that is a little late. */
const TOGETHER_MS = 120;
/** So many segments later nothing of the first playlist is left: twelve seconds. */
const LATER = 6;
/** What a room stands at is gone when the playlist has slid on by so many: it plays three segments behind the end of six. */
const OUT_OF_SIGHT = 5;

const story = plainStory.extend(
  'live',
  async ({ house: _ }, { onCleanup }): Promise<LiveStream> => {
    const live = await openLiveStream();
    onCleanup(live.close);
    return live;
  },
);

describe('[S-05] the edge of a live stream', () => {
  story(
    'whoever comes later sees the same moment, and a room that was left behind goes on at the edge',
    async ({ evening, live, anna, jonas }) => {
      await watchLive(evening, live, live.datedUrl, anna, jonas);
      await areTogether(anna, jonas);

      await isLeftBehind(live, anna, jonas);

      await areTogether(anna, jonas);
    },
  );

  story(
    'a stream without dates is the same for all by the timestamps in it',
    async ({ evening, live, anna, jonas }) => {
      await watchLive(evening, live, live.undatedUrl, anna, jonas);

      await areTogether(anna, jonas);
    },
  );

  story(
    'a stream of DASH is the same for all, by when it began, and is left and caught up with too',
    async ({ evening, live, anna, jonas }) => {
      await watchLive(evening, live, live.dashUrl, anna, jonas);
      await areTogether(anna, jonas);

      await isLeftBehind(live, anna, jonas);

      await areTogether(anna, jonas);
    },
  );
});

/** The first opens a room with the stream at `url` and plays; when nothing of the first playlist is left, the other comes. */
async function watchLive(
  evening: Evening,
  live: LiveStream,
  url: string,
  first: Person,
  other: Person,
): Promise<void> {
  const link = await openRoom(first, evening.server.url, first.name, url);
  await isInStream(first);
  await press(first, 'Play');
  await allMove(first);
  await live.slides(LATER);
  await enterRoom(other, link);
  await allMove(first, other);
}

/** The other stops the film until what they stand at is gone from the stream; then the first plays it. */
async function isLeftBehind(live: LiveStream, first: Person, other: Person): Promise<void> {
  await press(other, 'Pause');
  await allStand(first);
  await live.slides(OUT_OF_SIGHT);
  await shows(first, `${first.name} moved in the live stream`, () => press(first, 'Play'));
  await allMove(first, other);
}

/** Waits until the page says that this is live. */
async function isInStream({ page }: Person): Promise<void> {
  await page.getByTestId('clock').filter({ hasText: 'Live' }).waitFor();
}

/** Waits until both are shown the same moment of the stream. */
async function areTogether(one: Person, other: Person): Promise<void> {
  await eventually(async () => {
    const [ones, others] = await Promise.all([shownLine(one), shownLine(other)]);
    expect(Math.abs(ones - others)).toBeLessThan(TOGETHER_MS);
  });
}
