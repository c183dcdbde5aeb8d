import { describe, expect } from 'vitest';
import { story } from '../harness/story.ts';
import {
  allMove,
  enterRoom,
  meet,
  messages,
  openRoom,
  press,
  reads,
  say,
} from '../harness/watching.ts';

describe('who may do what, and what cannot be done', () => {
  story(
    '[RI1] when the host alone controls, the others cannot',
    async ({ evening, anna, jonas }) => {
      await meet(evening, anna, jonas);

      await anna.page.getByRole('button', { name: 'Everyone controls' }).click();
      await anna.page.getByRole('menuitemradio', { name: /Host controls/ }).click();

      await jonas.page.getByText('Host controls').first().waitFor();
      await jonas.page.mouse.move(300, 300);
      expect(await jonas.page.getByRole('button', { name: 'Play', exact: true }).isDisabled()).toBe(
        true,
      );
      await press(anna, 'Play');
      await allMove(anna, jonas);
    },
  );

  story('a room that does not exist says so and offers a new one', async ({ evening, anna }) => {
    await anna.page.goto(`${evening.server.url}/r/AAAAAAAAAAAAAAAAAAAAAA`);

    await anna.page.getByText('There is no such room').waitFor();
    await anna.page.getByRole('button', { name: 'Make a new room' }).waitFor();
  });

  story('an address without a film says what is wrong', async ({ evening, anna }) => {
    await openRoom(anna, evening.server.url, 'Anna', `${evening.films.url}/nothing.mp4`);

    await anna.page.getByText('There is no film at this address').waitFor();
  });

  story('text of people stays text', async ({ evening, anna, jonas }) => {
    const payloads = [
      '<img src=x onerror=alert(1)>',
      '"><script>alert(1)</script>',
      '<svg/onload=alert(1)>',
      'javascript:alert(1)',
      '{{constructor.constructor("alert(1)")()}}',
    ];
    let alerts = 0;
    for (const { page } of [anna, jonas]) {
      page.on('dialog', (dialog) => {
        alerts++;
        void dialog.dismiss();
      });
    }
    const link = await openRoom(anna, evening.server.url, '<b onclick=x>Anna', evening.filmUrl);
    await enterRoom(jonas, link, '<img src=x onerror=alert(2)>');

    for (const payload of payloads) {
      await say(anna, payload);
      await reads(jonas, payload);
    }

    expect(alerts).toBe(0);
    expect(await messages(jonas).locator('img, script, svg[onload]').count()).toBe(0);
  });
});
