import type { Source } from '../src/diagnose';
import type { PlayerEvent } from '../src/player';
import { type ChooseOptions, choosePlayer, type Engines } from '../src/players/choose';
import { type FakeVideo, fakeFetch, fakeVideo } from './fakeVideo';

export const CHROMIUM = {
  userAgent: 'Mozilla/5.0 Chrome/156.0.0.0 Safari/537.36',
  vendor: 'Google Inc.',
};

export const plain = (url: string): Source => ({ url, isSigned: false });

/** A promise's turn, a few times over. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 30; turn += 1) {
    await Promise.resolve();
  }
};

export const noEngines: Engines = {
  hls: async () => {
    throw new Error('hls.js was asked for');
  },
  dash: async () => {
    throw new Error('dash.js was asked for');
  },
};

export const choosing = (
  video: FakeVideo,
  url: string,
  how: Partial<ChooseOptions> = {},
): ChooseOptions => ({
  element: video.element,
  engine: CHROMIUM,
  nowMs: () => 1_000,
  fetchIt: fakeFetch({}),
  address: async () => plain(url),
  engines: noEngines,
  ...how,
});

export const opened = async (
  url: string,
  how: Partial<ChooseOptions> = {},
  video = fakeVideo(),
) => {
  const player = await choosePlayer(choosing(video, url, how));
  const events: PlayerEvent[] = [];
  player.subscribe((event) => events.push(event));
  return { player, events, video };
};
