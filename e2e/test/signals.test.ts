import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { story } from '../harness/story.ts';
import { eventually, meet, say, watch } from '../harness/watching.ts';

const field = ({ page }: Person) => page.getByRole('textbox', { name: 'Say something' });

const react = ({ page }: Person) => page.getByRole('button', { name: 'React', exact: true });

const floating = ({ page }: Person, emoji: string) =>
  page.locator('.cheer').filter({ hasText: emoji });

describe('signals', () => {
  story('[SI1] who is typing is seen by the others', async ({ evening, anna, jonas }) => {
    await meet(evening, anna, jonas);

    await field(jonas).pressSequentially('the music');

    const typing = anna.page.getByText('Jonas is typing');
    await typing.waitFor();
    expect(await jonas.page.getByText('is typing').count()).toBe(0);
    await typing.waitFor({ state: 'detached' });
    await field(jonas).pressSequentially(' right');
    await typing.waitFor();
    await say(jonas, 'the music right here');
    await typing.waitFor({ state: 'detached' });
  });

  story(
    '[SI3] an emoji floats over the picture of all, in full screen too',
    async ({ evening, anna, jonas }) => {
      await watch(evening, anna, jonas);
      await anna.page.getByRole('button', { name: 'Full screen' }).click();
      await anna.page.getByRole('button', { name: 'Leave full screen' }).waitFor();

      await react(jonas).focus();
      await jonas.page.keyboard.press('Enter');
      await jonas.page.getByRole('menuitem', { name: 'React with 🎉' }).click();
      await jonas.page.keyboard.press('Enter');

      for (const person of [anna, jonas]) await floating(person, '🎉').first().waitFor();
      await floating(anna, 'Jonas').first().waitFor();
      for (const person of [anna, jonas]) {
        await eventually(async () => expect(await floating(person, '🎉').count()).toBe(0));
      }
      await jonas.page.keyboard.press('Escape');
      await jonas.page.getByRole('menu').waitFor({ state: 'detached' });
    },
  );

  story('[SI3] an emoji stands where no movement is wanted', async ({ evening, anna, jonas }) => {
    await anna.page.emulateMedia({ reducedMotion: 'reduce' });
    await meet(evening, anna, jonas);

    await react(jonas).click();
    await jonas.page.getByRole('menuitem', { name: 'React with 👏' }).click();

    const emoji = floating(anna, '👏');
    await emoji.waitFor();
    const look = await emoji.evaluate((one) => {
      const { opacity, animationName } = getComputedStyle(one);
      return { opacity, animationName };
    });
    expect(look).toEqual({ opacity: '1', animationName: 'none' });
  });

  story('[SI2] whoever is muted shows nothing', async ({ evening, anna, jonas }) => {
    await meet(evening, anna, jonas);
    await react(jonas).waitFor();

    await anna.page.getByRole('button', { name: 'What to do with Jonas' }).click();
    await anna.page.getByRole('menuitem', { name: 'Mute in the chat' }).click();

    await react(jonas).waitFor({ state: 'detached' });
    await react(anna).waitFor();
  });
});
