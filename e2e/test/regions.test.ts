import { describe, expect } from 'vitest';
import { openRegions } from '../harness/regions.ts';
import { story } from '../harness/story.ts';
import { allLoaded, enterRoom, openRoom } from '../harness/watching.ts';

const inRegions = story.extend(
  'regions',
  { scope: 'file' },
  async ({ house: _ }, { onCleanup }) => {
    const regions = await openRegions();
    onCleanup(regions.close);
    return regions;
  },
);

describe('several regions', () => {
  inRegions(
    'whoever opens a room far away gets it next door, and the link leads there',
    async ({ evening, regions, anna, jonas }) => {
      const link = await openRoom(anna, regions.eu.url, 'Anna', evening.filmUrl);
      await enterRoom(jonas, link);

      expect(new URL(link).origin).toBe(regions.us.url);
      await allLoaded(anna, jonas);
    },
  );
});
