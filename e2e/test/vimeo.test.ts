import { describe, expect } from 'vitest';
import { meetWith } from '../harness/sites/meeting.ts';
import {
  oneSpeedStory,
  type SiteOfStories,
  siteStories,
  speedStory,
} from '../harness/sites/siteStories.ts';
import { PRIVATE_VIMEO_FILM, VIMEO_FILM, vimeo } from '../harness/sites/vimeo.ts';
import { story } from '../harness/story.ts';

const VIMEO: SiteOfStories = {
  site: 'Vimeo',
  address: VIMEO_FILM,
  from90: `${VIMEO_FILM}#t=1m30s`,
  open: vimeo,
  refusals: [
    ['NotFoundError', 'Vimeo has no such film, or the film is private'],
    ['PrivacyError', 'Vimeo does not show this film here'],
    ['PasswordError', 'Vimeo does not show this film here'],
  ],
};

describe('a film of Vimeo', () => {
  siteStories(VIMEO);
  speedStory(VIMEO);
  oneSpeedStory(VIMEO, { hasOneRate: true });

  story('[EM1] that is private is opened by its address', async ({ evening, anna, jonas }) => {
    const asked = await vimeo(jonas);
    await vimeo(anna);

    await meetWith(evening, anna, jonas, { ...VIMEO, address: PRIVATE_VIMEO_FILM });

    expect(asked[0]).toMatch(/^\/video\/76979871\?h=8272103f6e&/);
    expect(await jonas.page.title()).not.toContain('8272103f6e');
  });
});
