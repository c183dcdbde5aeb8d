import { describe } from 'vitest';
import { oneSpeedStory, type SiteOfStories, siteStories } from '../harness/sites/siteStories.ts';
import { TWITCH_RECORDING, twitch } from '../harness/sites/twitch.ts';

const TWITCH: SiteOfStories = {
  site: 'Twitch',
  address: TWITCH_RECORDING,
  from90: `${TWITCH_RECORDING}?t=0h1m30s`,
  open: twitch,
  refusals: [['Sorry', 'The player of Twitch has failed']],
};

describe('a recording of Twitch', () => {
  siteStories(TWITCH);
  oneSpeedStory(TWITCH);
});
