import { describe } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { story } from '../harness/story.ts';
import { enterRoom, meet, reads } from '../harness/watching.ts';

const openDoor = async ({ page }: Person): Promise<void> => {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'The door' }).click();
};

const join = async ({ page, name }: Person, link: string): Promise<void> => {
  await page.goto(link);
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await page.getByRole('button', { name: 'Join' }).click();
};

const type = async ({ page }: Person, password: string): Promise<void> => {
  await page.getByLabel('Password of the room').fill(password);
  await page.getByRole('button', { name: 'Join' }).click();
};

describe('the door', () => {
  story(
    '[AC2] who is new gives the password, and the room is called what its owner says',
    async ({ evening, anna, jonas }) => {
      const link = await meet(evening, anna);
      await openDoor(anna);
      await anna.page.getByRole('textbox', { name: 'Name of the room' }).fill('Film night');
      await anna.page.getByRole('radio', { name: 'Whoever has the link and the password' }).check();
      await anna.page.getByLabel('New password').fill('correct horse');
      await anna.page.getByRole('button', { name: 'Save' }).click();
      await anna.page.getByText('Film night').first().waitFor();

      await join(jonas, link);
      await jonas.page.getByRole('heading', { name: 'This room has a password' }).waitFor();
      await type(jonas, 'wrong horse');
      await jonas.page.getByText('That is not the password').waitFor();
      await type(jonas, 'correct horse');

      await jonas.page.getByTestId('stage').waitFor();
      await jonas.page.getByText('Film night').first().waitFor();
    },
  );

  story(
    '[AC6] who was given the room closes it for everybody, and nobody comes back',
    async ({ evening, anna, jonas }) => {
      const link = await meet(evening, anna);
      await enterRoom(jonas, link);
      await anna.page.getByRole('button', { name: /Jonas/ }).click();
      await anna.page.getByRole('menuitem', { name: /Give the room to/ }).click();
      await reads(jonas, 'The room belongs to Jonas now');

      await openDoor(jonas);
      await jonas.page.getByRole('button', { name: 'Close the room' }).click();
      await jonas.page.getByRole('button', { name: 'Close it for good' }).click();

      await anna.page.getByRole('heading', { name: 'This room is closed' }).waitFor();
      await jonas.page.getByRole('heading', { name: 'This room is closed' }).waitFor();
    },
  );

  for (const access of ['Only who is invited', 'Whoever has the link and the password']) {
    story(`[AC2] who was here before comes back: ${access}`, async ({ evening, anna, jonas }) => {
      const link = await meet(evening, anna, jonas);
      await jonas.page.goto(evening.server.url);
      await openDoor(anna);
      await anna.page.getByRole('radio', { name: access }).check();
      await anna.page.getByRole('button', { name: 'Save' }).click();
      await reads(anna, 'Anna changed the door');
      await jonas.page.evaluate(() => sessionStorage.clear());

      await join(jonas, link);

      await jonas.page.getByTestId('stage').waitFor();
      await jonas.page.locator('.people li').nth(1).waitFor({ state: 'attached' });
    });
  }

  story('[AC2] who is not invited learns of no room', async ({ evening, anna, jonas }) => {
    const link = await meet(evening, anna);
    await openDoor(anna);
    await anna.page.getByRole('radio', { name: /Only who is invited/ }).check();
    await anna.page.getByRole('button', { name: 'Save' }).click();
    await reads(anna, 'Anna changed the door');

    await jonas.page.goto(link);

    await jonas.page.getByText('There is no such room').waitFor();
    await anna.page.goto(link);
    await anna.page.getByTestId('stage').waitFor();
  });
});
