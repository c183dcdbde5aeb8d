import { describe } from 'vitest';
import { story } from '../harness/story.ts';
import { openRoom } from '../harness/watching.ts';

describe('an address that cannot be played says what is wrong and what to do', () => {
  story('one after the other', async ({ evening, anna }) => {
    const { url } = evening.films;
    const words = {
      [`${url}/nothing.mp4`]: 'There is no film at this address. Check it for mistakes',
      [`${url}/forbidden.mp4`]: 'does not let others play it. Download it if you may',
      [`${url}/page.html`]: 'There is a page at this address, not a film. Paste the address of',
      [`${url}/unknown-codec.mp4`]: 'does not know the kind of picture or sound',
      [`${url}/closed/film.m3u8`]: 'cannot be reached, or forbids playing it elsewhere',
      'http://127.0.0.1:9/film.mp4':
        'The film does not come. Check its address and your connection',
    };
    const { page } = anna;
    await openRoom(anna, evening.server.url, 'Anna', `${url}/film.mp4`);

    for (const [address, text] of Object.entries(words)) {
      await page.getByRole('button', { name: 'Change the film' }).first().click();
      await page.getByRole('dialog').getByRole('textbox').fill(address);
      await page.getByRole('button', { name: 'Load it' }).click();

      await page.getByRole('alert').filter({ hasText: text }).waitFor();
      await page.getByRole('button', { name: 'Try again' }).waitFor();
    }
  });

  story(
    'what is no address is told beside the field, before anything is sent',
    async ({ evening, anna }) => {
      const { page } = anna;
      await page.goto(evening.server.url);
      const words = {
        '': 'Paste an address first, for example https://example.org/film.mp4',
        'the long way': 'This is not a web address',
        'javascript:alert(1)': 'This is not a web address',
        [`https://example.org/${'x'.repeat(2000)}`]: 'This address is too long',
      };

      for (const [address, text] of Object.entries(words)) {
        await page.getByRole('textbox', { name: 'Address of a film' }).fill(address);
        await page.getByRole('button', { name: 'Watch together' }).click();

        await page.getByRole('alert').filter({ hasText: text }).waitFor();
      }
      await page.goto(`${evening.server.url}/new?media=nonsense`);
      await page.getByText('This is not a web address').waitFor();
    },
  );
});
