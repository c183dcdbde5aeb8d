import { describe, expect } from 'vitest';
import { type Person, PHONE } from '../harness/browser.ts';
import { story as plainStory } from '../harness/story.ts';
import { smallTargets } from '../harness/touch.ts';
import { eventually, people, reads, say, watch } from '../harness/watching.ts';

const KEYBOARD_PX = 336;

const story = plainStory.override('anna', ({ evening }) =>
  evening.person({ name: 'Anna', viewport: PHONE, touch: true }),
);

describe('on a phone', () => {
  story(
    'everything that can be touched is large enough for a finger',
    async ({ evening, anna, jonas }) => {
      await anna.page.goto(evening.server.url);
      await anna.page.getByRole('button', { name: 'Watch together' }).waitFor();
      const areLarge = () =>
        eventually(async () => expect(await anna.page.evaluate(smallTargets)).toEqual([]));
      await areLarge();

      await watch(evening, anna, jonas);
      await areLarge();
    },
  );

  story('tabs show people or messages', async ({ evening, anna, jonas }) => {
    await watch(evening, anna, jonas);

    await anna.page.getByRole('button', { name: 'People · 2' }).tap();
    await people(anna).filter({ hasText: 'Jonas' }).waitFor();
    await anna.page.getByRole('textbox', { name: 'Say something' }).waitFor({ state: 'hidden' });
    await anna.page.getByRole('button', { name: 'Together' }).tap();

    await anna.page.getByRole('textbox', { name: 'Say something' }).waitFor();
    await people(anna).first().waitFor({ state: 'hidden' });
  });

  story('[AC5] the name of the room is seen', async ({ evening, anna, jonas }) => {
    await watch(evening, anna, jonas);
    await anna.page.getByRole('button', { name: 'Settings' }).tap();
    await anna.page.getByRole('button', { name: 'The door' }).tap();
    await anna.page.getByRole('textbox', { name: 'Name of the room' }).fill('Silent film night');
    await anna.page.getByRole('button', { name: 'Save' }).tap();

    await anna.page.locator('.film-line').getByText('Silent film night').waitFor();
  });

  story('a keyboard never covers the message being written', async ({ evening, anna, jonas }) => {
    await watch(evening, anna, jonas);
    await say(jonas, 'the music right here');
    await reads(anna, 'the music right here');
    const heightPx = PHONE.height - KEYBOARD_PX;
    await anna.page.getByRole('textbox', { name: 'Say something' }).tap();

    // Some phones make the window smaller, others lay the keyboard over the page and tell only the visual viewport.
    await anna.page.setViewportSize({ ...PHONE, height: heightPx });
    await seesChatWithin(anna, heightPx);
    await anna.page.setViewportSize(PHONE);
    await anna.page.evaluate(layKeyboardOver, heightPx);
    await seesChatWithin(anna, heightPx);
  });
});

/** Waits until the message being written and the last one said are above the keyboard. */
async function seesChatWithin({ page }: Person, heightPx: number): Promise<void> {
  await page.waitForFunction((limitPx) => {
    const isInSight = (selector: string) => {
      const box = [...document.querySelectorAll(selector)].at(-1)?.getBoundingClientRect();
      return box !== undefined && box.height > 0 && box.top >= 0 && box.bottom <= limitPx;
    };
    return isInSight('.composer-box') && isInSight('.chat-text');
  }, heightPx);
}

/** Runs in the page: the visual viewport of a phone whose keyboard lies over the page. */
function layKeyboardOver(heightPx: number) {
  const viewport = window.visualViewport;
  if (viewport === null) return;
  Object.defineProperty(viewport, 'height', { get: () => heightPx });
  viewport.dispatchEvent(new Event('resize'));
}
