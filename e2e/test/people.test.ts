import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import { ask, befriend, comeIn } from '../harness/befriending.ts';
import type { Person } from '../harness/browser.ts';
import { smallFilm } from '../harness/film.ts';
import { faintTexts } from '../harness/legible.ts';
import { story } from '../harness/story.ts';
import { allLoaded, eventually, giveName, openRoom } from '../harness/watching.ts';

describe('friends', () => {
  story('ask by code, accept, and are named, by keyboard too', async ({ evening, anna, jonas }) => {
    const { url } = evening.server;
    await comeIn(anna, url, 'Anna');
    const code = await comeIn(jonas, url, 'Jonas');

    await anna.page.getByLabel('Code or e-mail address').fill(code.toLowerCase());
    await anna.page.keyboard.press('Enter');

    await anna.page.getByText(`Asked ${code}.`).waitFor();
    await waits(jonas, 1).waitFor();
    await jonas.page.getByRole('button', { name: 'Accept Anna' }).click();
    await row(jonas, 'Anna').waitFor();
    await waits(jonas, 1).waitFor({ state: 'detached' });
    await anna.page.reload();
    await row(anna, 'Jonas').waitFor();

    await anna.page.getByRole('button', { name: 'More about Jonas' }).focus();
    await anna.page.keyboard.press('Enter');
    await anna.page.keyboard.press('Enter');
    await anna.page.getByLabel('Name for you alone').fill('Jo');
    await anna.page.keyboard.press('Enter');
    await row(anna, 'Jo').waitFor();
    await eventually(async () => expect(await anna.page.evaluate(faintTexts)).toEqual([]));
  });

  story(
    'ask by a link, and who asked nobody is told the same',
    async ({ evening, anna, jonas }) => {
      const { url } = evening.server;
      await comeIn(anna, url, 'Anna');
      await comeIn(jonas, url, 'Jonas');
      await jonas.page.getByRole('button', { name: 'Link and QR code' }).click();
      const link = await jonas.page.getByLabel('Link to add you').inputValue();

      await anna.page.goto('about:blank');
      await anna.page.goto(`${url}/people${new URL(link).hash}`);
      await anna.page.getByText('Somebody gave you this code.').waitFor();
      await anna.page.getByRole('button', { name: 'Ask', exact: true }).click();
      await anna.page.getByText(/^Asked .+ If there is/u).waitFor();
      await anna.page.getByLabel('Code or e-mail address').fill('nobody@example.org');
      await anna.page.getByRole('button', { name: 'Ask', exact: true }).click();

      await anna.page.getByText('Asked nobody@example.org.').waitFor();
      await anna.page
        .getByRole('button', { name: /^Take back/u })
        .first()
        .waitFor();
      expect(await anna.page.getByRole('button', { name: /^Take back/u }).count()).toBe(2);
    },
  );

  story('block, and the other is told nothing', async ({ evening, anna, jonas }) => {
    const { url } = evening.server;
    await comeIn(anna, url, 'Anna');
    const code = await comeIn(jonas, url, 'Jonas');
    await befriend(anna, jonas, code);

    await jonas.page.getByRole('button', { name: 'More about Anna' }).click();
    await jonas.page.getByRole('menuitem', { name: 'Block' }).click();
    await jonas.page.getByRole('dialog').getByRole('button', { name: 'Block' }).click();

    await jonas.page.getByRole('button', { name: 'Unblock Anna' }).waitFor();
    await anna.page.reload();
    await anna.page.getByText('Nobody here yet').waitFor();
    await ask(anna, code);
    await jonas.page.reload();
    await jonas.page.getByRole('button', { name: 'Unblock Anna' }).waitFor();
    expect(await jonas.page.getByRole('button', { name: 'Accept Anna' }).count()).toBe(0);
  });
});

describe('how somebody looks', () => {
  story(
    'is a picture that friends see wherever they see the person, and an initial again without it',
    async ({ evening, anna, jonas }) => {
      const { url } = evening.server;
      await comeIn(anna, url, 'Anna');
      const code = await comeIn(jonas, url, 'Jonas');
      await befriend(anna, jonas, code);
      await row(anna, 'Jonas').waitFor();
      const picture = await anna.page.screenshot();
      await anna.page.getByRole('link', { name: 'Your account' }).click();

      await choose(anna, 'Choose a picture', Buffer.from('no picture'));
      await anna.page.getByText('This file cannot be read as a picture.').waitFor();
      await choose(anna, 'Choose a picture', picture);

      await seesPicture(anna.page.getByRole('main'), 256);
      await seesPicture(anna.page.getByRole('link', { name: 'Your account' }), 64);
      await eventually(async () => expect(await anna.page.evaluate(faintTexts)).toEqual([]));
      await seesPicture(row(jonas, 'Anna'), 64);
      await jonas.page.getByRole('link', { name: 'Write to Anna' }).click();
      await seesPicture(jonas.page.getByRole('main'), 64);

      await anna.page.getByRole('button', { name: 'Remove' }).click();
      await anna.page.getByText('Choose a picture').waitFor();
      const head = jonas.page.locator('.talking-head');
      await head.getByText('A', { exact: true }).waitFor();
      expect(await anna.page.locator('.avatar img').count()).toBe(0);
    },
  );
});

describe('where friends are', () => {
  story(
    'is seen as far as each of them lets it, and one joins by a click',
    async ({ evening, anna, jonas }) => {
      const { url } = evening.server;
      await comeIn(anna, url, 'Anna');
      const code = await comeIn(jonas, url, 'Jonas');
      await befriend(anna, jonas, code);
      await anna.page.goto(url);
      const here = anna.page.getByRole('complementary', { name: 'Friends, now' });
      await here.getByText('Here now').waitFor();

      await openRoom(jonas, url, 'Jonas', evening.filmUrl);
      await jonas.page.getByRole('button', { name: 'Settings' }).click();
      await jonas.page.getByLabel('Friends see that I am here').check();

      const join = here.getByRole('link', { name: /^Join Jonas in / });
      await join.waitFor();
      await eventually(async () => expect(await anna.page.evaluate(faintTexts)).toEqual([]));
      await join.click();
      await giveName(anna, 'Anna');
      await anna.page.getByText('With Jonas').first().waitFor();

      await jonas.page.goto(`${url}/people`);
      await row(jonas, 'Anna').getByText('Here now').waitFor();
      await jonas.page.getByLabel('Friends see when I am here').uncheck();
      await jonas.page.locator('input[type=checkbox][aria-busy=false]').waitFor();
      await anna.page.goto(`${url}/people`);
      await row(anna, 'Jonas')
        .getByText(/^Friends since/u)
        .waitFor();
    },
  );
});

describe('what friends say to each other', () => {
  story(
    'is there for both at once, is unread until it is read, and can be changed',
    async ({ evening, anna, jonas }) => {
      const { url } = evening.server;
      await comeIn(anna, url, 'Anna');
      const code = await comeIn(jonas, url, 'Jonas');
      await befriend(anna, jonas, code);

      await anna.page.getByRole('link', { name: 'Write to Jonas' }).click();
      await say(anna, 'Tonight at eigth?');

      await jonas.page.getByText('1 unread message').waitFor({ state: 'attached' });
      await waits(jonas, 1).waitFor();
      await jonas.page.getByRole('link', { name: /Tonight at eigth/u }).click();
      await words(jonas, 'Tonight at eigth?').waitFor();
      await waits(jonas, 1).waitFor({ state: 'detached' });
      await say(jonas, 'Yes!');
      await words(anna, 'Yes!').waitFor();

      await anna.page.getByRole('button', { name: 'Change this message' }).click();
      await anna.page.getByRole('menuitem', { name: 'Edit' }).click();
      await anna.page.getByLabel('What the message says').fill('Tonight at eight?');
      await anna.page.getByRole('button', { name: 'Save' }).click();
      await words(jonas, 'Tonight at eight? (edited)').waitFor();
      await jonas.page.getByRole('button', { name: 'Change this message' }).click();
      await jonas.page.getByRole('menuitem', { name: 'Take back' }).click();
      await jonas.page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
      await words(anna, 'Taken back').waitFor();

      await eventually(async () => expect(await anna.page.evaluate(faintTexts)).toEqual([]));
      await jonas.page.getByRole('link', { name: 'Back to people' }).click();
      await jonas.page.getByRole('heading', { name: 'Conversations' }).waitFor();
      await eventually(async () =>
        expect(await jonas.page.getByText('unread message').count()).toBe(0),
      );
    },
  );

  story(
    'ends when one of them blocks the other, who is not told why',
    async ({ evening, anna, jonas }) => {
      const { url } = evening.server;
      await comeIn(anna, url, 'Anna');
      const code = await comeIn(jonas, url, 'Jonas');
      await befriend(anna, jonas, code);
      await anna.page.getByRole('link', { name: 'Write to Jonas' }).click();
      await say(anna, 'Tonight?');
      await jonas.page.getByText('Tonight?').waitFor();

      await jonas.page.getByRole('button', { name: 'More about Anna' }).click();
      await jonas.page.getByRole('menuitem', { name: 'Block' }).click();
      await jonas.page.getByRole('dialog').getByRole('button', { name: 'Block' }).click();

      await anna.page.getByText('You are no friends now').waitFor();
      await jonas.page.getByRole('button', { name: 'Unblock Anna' }).waitFor();
      await jonas.page.getByText('Tonight?').waitFor({ state: 'detached' });
    },
  );
});

describe('who deletes the account', () => {
  story(
    'takes everything home before, and leaves the others what they said themselves',
    async ({ evening, anna, jonas }) => {
      const { url } = evening.server;
      await comeIn(anna, url, 'Anna');
      const code = await comeIn(jonas, url, 'Jonas');
      await befriend(anna, jonas, code);
      await anna.page.getByRole('link', { name: 'Write to Jonas' }).click();
      await say(anna, 'Tonight at eight?');
      await jonas.page.getByRole('link', { name: 'Write to Anna' }).click();
      await say(jonas, 'I will be there.');

      await anna.page.getByRole('link', { name: 'Your account' }).click();
      const [file] = await Promise.all([
        anna.page.waitForEvent('download'),
        anna.page.getByRole('button', { name: 'Save as a file' }).click(),
      ]);
      const home = await readFile(await file.path(), 'utf8');
      expect(JSON.parse(home)).toMatchObject({
        people: { friends: [{ name: 'Jonas' }] },
        conversations: [
          {
            name: 'Jonas',
            messages: [{ text: 'Tonight at eight?' }, { text: 'I will be there.' }],
          },
        ],
      });
      await anna.page.getByRole('button', { name: 'Delete the account' }).click();
      await anna.page.getByRole('dialog').getByLabel('Password').fill('a matinee at eight');
      await anna.page.getByRole('button', { name: 'Delete for good' }).click();
      await anna.page.getByRole('link', { name: 'Sign in' }).waitFor();

      await jonas.page.getByText('This person has deleted the account.').waitFor();
      await words(jonas, 'I will be there.').waitFor();
      expect(await words(jonas, 'Tonight at eight?').count()).toBe(0);
      await eventually(async () => expect(await jonas.page.evaluate(faintTexts)).toEqual([]));
      await jonas.page.getByRole('link', { name: 'Back to people' }).click();
      await jonas.page.getByRole('link', { name: /^Deleted person/u }).waitFor();
    },
  );
});

describe('watching together', () => {
  story(
    'is asked in a conversation, accepted there, and both are in one room',
    async ({ evening, anna, jonas }) => {
      const { url } = evening.server;
      await comeIn(anna, url, 'Anna');
      const code = await comeIn(jonas, url, 'Jonas');
      await befriend(anna, jonas, code);
      await anna.page.getByRole('link', { name: 'Write to Jonas' }).click();

      await anna.page.getByRole('button', { name: 'Watch together' }).click();
      await anna.page.getByRole('button', { name: 'Invite' }).dblclick();

      await anna.page.getByText('Jonas has not answered yet').waitFor();
      await jonas.page.getByRole('link', { name: 'Write to Anna' }).click();
      await jonas.page.getByRole('button', { name: 'Accept' }).click();
      await jonas.page.waitForURL(/\/r\//u);
      await anna.page.getByText('Jonas has accepted').waitFor();
      expect(await anna.page.getByText('Jonas has accepted').count()).toBe(1);
      await anna.page.getByRole('link', { name: 'Go in' }).click();
      await anna.page.waitForURL(/\/r\//u);
      expect(new URL(anna.page.url()).pathname).toBe(new URL(jonas.page.url()).pathname);
    },
  );

  story(
    'is asked with a film of the own device, once that is uploaded, and both are in front of it',
    async ({ evening, anna, jonas }) => {
      const { url } = evening.server;
      await comeIn(anna, url, 'Anna');
      const code = await comeIn(jonas, url, 'Jonas');
      await befriend(anna, jonas, code);
      await jonas.page.getByRole('link', { name: 'Write to Anna' }).click();
      await anna.page.getByRole('link', { name: 'Write to Jonas' }).click();
      await anna.page.getByRole('button', { name: 'Watch together' }).click();

      await anna.page.getByLabel('Upload a film from this device').setInputFiles(smallFilm());

      await anna.page.getByText('Jonas has not answered yet').waitFor();
      await jonas.page.getByRole('button', { name: 'Accept' }).click();
      await giveName(jonas, 'Jonas');
      await anna.page.getByRole('link', { name: 'Go in' }).click();
      await giveName(anna, 'Anna');
      await allLoaded(anna, jonas);
      expect(new URL(anna.page.url()).pathname).toBe(new URL(jonas.page.url()).pathname);
    },
  );

  story(
    'is declined and taken back, which the other sees at once',
    async ({ evening, anna, jonas }) => {
      const { url } = evening.server;
      await comeIn(anna, url, 'Anna');
      const code = await comeIn(jonas, url, 'Jonas');
      await befriend(anna, jonas, code);
      await anna.page.getByRole('link', { name: 'Write to Jonas' }).click();
      await jonas.page.getByRole('link', { name: 'Write to Anna' }).click();
      await invite(anna);

      await jonas.page.getByRole('button', { name: 'Decline' }).click();
      await anna.page.getByText('Jonas has declined').waitFor();
      await invite(anna);
      await jonas.page.getByText('Anna asks you to come').waitFor();
      await anna.page.getByRole('button', { name: 'Take back' }).click();

      await jonas.page.getByRole('log').getByText('Taken back').waitFor();
      expect(await jonas.page.getByRole('button', { name: 'Accept' }).count()).toBe(0);
    },
  );
});

const choose = async ({ page }: Person, label: string, buffer: Buffer) =>
  page.getByLabel(label).setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer });

/** That a picture of so many pixels a side has arrived there. */
const seesPicture = async (where: Locator, px: number) => {
  const width = () =>
    where
      .locator('.avatar img')
      .first()
      .evaluate((image) => (image as HTMLImageElement).naturalWidth);
  await eventually(async () => expect(await width()).toBe(px));
};

const invite = async ({ page }: Person) => {
  await page.getByRole('button', { name: 'Watch together' }).click();
  await page.getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};

const say = async ({ page }: Person, text: string) => {
  await page.getByRole('textbox').fill(text);
  await page.keyboard.press('Enter');
  await page.getByRole('log').getByText(text).waitFor();
};

/** The way to the people, where so much waits. */
const waits = ({ page }: Person, n: number) =>
  page.getByRole('link', { name: `People ${n} new for you` });

const words = ({ page }: Person, text: string) => page.getByRole('log').getByText(text);

const row = ({ page }: Person, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });
