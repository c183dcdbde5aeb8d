import { describe, expect } from 'vitest';
import { meetWith } from '../harness/sites/meeting.ts';
import { inFrame } from '../harness/sites/site.ts';
import { type SiteOfStories, siteStories } from '../harness/sites/siteStories.ts';
import { PRIVATE_VIMEO_FILM, VIMEO_FILM, vimeo } from '../harness/sites/vimeo.ts';
import { story } from '../harness/story.ts';
import { allMove, allTogether, chooseSpeed, press } from '../harness/watching.ts';

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

  story(
    '[EM3] has the speed that its owner allows, for everybody',
    async ({ evening, anna, jonas }) => {
      for (const each of [anna, jonas]) await vimeo(each, () => ({ hasOneRate: true }));
      await meetWith(evening, anna, jonas, VIMEO);
      await press(anna, 'Play');
      await allMove(await inFrame(anna), await inFrame(jonas));

      await chooseSpeed(anna, 1.5);

      for (const { page } of [anna, jonas]) {
        const told = page.getByRole('list', { name: 'Messages' });
        await told.getByText('Anna set the speed to 1.5×').waitFor();
        await told.getByText('set the speed to 1×').first().waitFor();
        await page.getByRole('button', { name: 'Speed: 1×' }).waitFor({ state: 'attached' });
      }
      await allTogether(await inFrame(anna), await inFrame(jonas));
    },
  );

  story('[EM1] that is private is opened by its address', async ({ evening, anna, jonas }) => {
    const asked = await vimeo(jonas);
    await vimeo(anna);

    await meetWith(evening, anna, jonas, { ...VIMEO, address: PRIVATE_VIMEO_FILM });

    expect(asked[0]).toMatch(/^\/video\/76979871\?h=8272103f6e&/);
    expect(await jonas.page.title()).not.toContain('8272103f6e');
  });
});
