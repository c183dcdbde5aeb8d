import { describe, expect } from 'vitest';
import { type Person, PHONE } from '../harness/browser.ts';
import { looksWell } from '../harness/looks.ts';
import { story } from '../harness/story.ts';
import {
  chooseFor,
  enterRoom,
  eventually,
  letInvitedIn,
  meet,
  reads,
} from '../harness/watching.ts';

describe('what was done to keep order', () => {
  story(
    'is seen by the host, who learns who did what to whom, and not by others',
    async ({ evening, anna, jonas }) => {
      await meet(evening, anna, jonas);
      await openLog(anna);
      await anna.page.getByText('Nothing was done yet').waitFor();
      await anna.page.keyboard.press('Escape');

      await chooseFor(anna, 'Jonas', 'Mute in the chat');
      await reads(anna, 'Anna muted Jonas');
      await chooseFor(anna, 'Jonas', 'Only watches');
      await letInvitedIn(anna);
      await openLog(anna);

      await eventually(async () =>
        expect(await deeds(anna)).toEqual([
          'Anna changed the door | Who comes in whoever has the link who is invited',
          'Anna changed what Jonas may do | member watcher',
          'Anna muted Jonas',
        ]),
      );
      await looksWell(anna, 'moderation');
      await jonas.page.getByRole('button', { name: 'Settings' }).click();
      await jonas.page.getByRole('button', { name: 'Show all keys' }).waitFor();
      expect(await jonas.page.getByRole('button', { name: 'What was done' }).count()).toBe(0);
    },
  );

  story('is read on a phone, page by page', async ({ evening, jonas }) => {
    const anna = await evening.person({ name: 'Anna', viewport: PHONE, touch: true });
    const link = await meet(evening, anna);
    await enterRoom(jonas, link);
    await lockOften(anna, 33);
    await openLog(anna);

    await eventually(async () => expect(await deeds(anna)).toHaveLength(30));
    await anna.page.getByRole('button', { name: 'Show earlier' }).click();

    await eventually(async () => expect(await deeds(anna)).toHaveLength(33));
    expect(await anna.page.getByRole('button', { name: 'Show earlier' }).count()).toBe(0);
    await looksWell(anna, 'moderation-phone');
  });

  story('that cannot be loaded is tried again', async ({ evening, anna }) => {
    await meet(evening, anna);
    await anna.page.route('**/moderation?*', (route) => route.abort());
    await openLog(anna);
    await anna.page.getByText('What was done could not be loaded.').waitFor();

    await anna.page.unroute('**/moderation?*');
    await anna.page.getByRole('button', { name: 'Try again' }).click();

    await anna.page.getByText('Nothing was done yet').waitFor();
  });
});

const openLog = async ({ page }: Person): Promise<void> => {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'What was done' }).click();
};

/** Each deed with what it changed, without its time. */
const deeds = ({ page }: Person): Promise<string[]> =>
  page
    .getByRole('list', { name: 'What was done' })
    .getByRole('listitem')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('strong, p')]
          .map((part) =>
            [...part.childNodes]
              .map((node) => node.textContent)
              .join(' ')
              .trim(),
          )
          .map((text) => text.replaceAll(/\s+/g, ' '))
          .join(' | '),
      ),
    );

/** Locks and opens the room by its menu, so many times in all. */
const lockOften = async ({ page }: Person, times: number): Promise<void> => {
  for (let i = 1; i <= times; i += 1) {
    await page.getByRole('button', { name: 'Everyone controls' }).click();
    const isLocked = i % 2 === 0;
    await page.getByRole('menuitemcheckbox', { name: /Lock the room/, checked: isLocked }).click();
  }
};
