import { describe } from 'vitest';
import { meetWith } from '../harness/sites/meeting.ts';
import { inFrame } from '../harness/sites/site.ts';
import { type SiteOfStories, siteStories, speedStory } from '../harness/sites/siteStories.ts';
import { YOUTUBE_FILM, youtube } from '../harness/sites/youtube.ts';
import { story } from '../harness/story.ts';
import { allTogether, press, shows } from '../harness/watching.ts';

const YOUTUBE: SiteOfStories = {
  site: 'YouTube',
  address: YOUTUBE_FILM,
  from90: 'https://youtu.be/dQw4w9WgXcQ?t=1m30s',
  open: youtube,
  refusals: [
    [150, 'YouTube does not show this film here'],
    [101, 'YouTube does not show this film here'],
    [100, 'YouTube has no such film, or the film is private'],
    [2, 'YouTube has no such film, or the film is private'],
    [5, 'The player of YouTube has failed'],
    [153, 'The player of YouTube has failed'],
  ],
};

describe('a film of YouTube', () => {
  siteStories(YOUTUBE);
  speedStory(YOUTUBE);

  story('[EM2] waits for who is shown an advertisement', async ({ evening, anna, jonas }) => {
    await youtube(anna);
    await youtube(jonas, () => ({ advertisementMs: 12_000 }));
    await meetWith(evening, anna, jonas, YOUTUBE);

    await shows(anna, 'Waiting for Jonas', () => press(anna, 'Play'));

    await allTogether(await inFrame(anna), await inFrame(jonas));
  });
});
