import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { story } from '../harness/story.ts';
import { chooseControl, meet, people, press, reads } from '../harness/watching.ts';

/** Opens the menu of somebody in the list of people, and chooses from it. */
const choose = async ({ page }: Person, name: string, choice: string): Promise<void> => {
  await page.getByRole('button', { name: `What to do with ${name}` }).click();
  await page.getByRole('menu').getByText(choice).first().click();
};

describe('who may do what', () => {
  story(
    '[HO3] the host hands over and is still the owner, who takes back',
    async ({ evening, anna, jonas }) => {
      await meet(evening, anna, jonas);
      await chooseControl(anna, 'Host controls');

      await choose(anna, 'Jonas', 'Make host');
      await reads(anna, 'Jonas is the host now');
      await people(jonas).filter({ hasText: 'Anna' }).filter({ hasText: 'OWNER' }).waitFor();
      await press(jonas, 'Play');
      await reads(anna, 'Jonas pressed play');

      await choose(anna, 'Anna', 'Host myself');
      await jonas.page.getByText('The host controls this room').waitFor();
      await press(anna, 'Pause');
      await reads(jonas, 'Anna paused');
    },
  );

  story(
    '[RI1] what is left to everyone is chosen for each action',
    async ({ evening, anna, jonas }) => {
      await meet(evening, anna, jonas);

      await anna.page.getByRole('button', { name: 'Everyone controls' }).click();
      await anna.page.getByRole('menuitem', { name: 'For each action' }).click();
      await anna.page
        .getByRole('group', { name: 'Seek' })
        .getByRole('menuitemradio', { name: 'Host' })
        .click();

      await reads(jonas, 'Who may control what was changed');
      await jonas.page.getByRole('button', { name: 'Shared control' }).waitFor();
      await press(jonas, 'Play');
      await reads(anna, 'Jonas pressed play');
      expect(
        await jonas.page.getByRole('slider', { name: 'Position in the film' }).isDisabled(),
      ).toBe(true);
    },
  );

  story(
    '[RI5] a watcher only watches, and is a watcher again after coming back',
    async ({ evening, anna, jonas }) => {
      await meet(evening, anna, jonas);

      await choose(anna, 'Jonas', 'Only watches');
      await reads(anna, 'Jonas only watches now');
      await jonas.page.getByText('You are here to watch').waitFor();
      await jonas.page.reload();
      await jonas.page.getByText('You are here to watch').waitFor();

      await choose(anna, 'Jonas', 'Takes part');
      await jonas.page.getByRole('textbox', { name: 'Say something' }).waitFor();
    },
  );
});
