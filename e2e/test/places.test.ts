import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { faintTexts } from '../harness/legible.ts';
import { story } from '../harness/story.ts';
import { chooseFor, eventually, giveName, meet } from '../harness/watching.ts';

const password = 'a matinee at eight';

describe('a place in a room', () => {
  story(
    'is kept by a guest who makes an account from within, and found again at home',
    async ({ evening, anna, jonas }) => {
      const url = await meet(evening, jonas, anna);
      const before = await memberOf(anna, url);

      await anna.page.getByRole('button', { name: 'Settings' }).click();
      await anna.page.getByRole('link', { name: 'Keep this place with an account' }).click();
      await fillRegistration(anna);

      await inRoom(anna);
      expect(await memberOf(anna, url)).toBe(before);
      await anna.page.goto(evening.server.url);
      await anna.page.getByRole('heading', { name: 'Your rooms' }).waitFor();
      expect(await anna.page.getByRole('listitem').count()).toBe(1);
    },
  );

  story(
    'belongs to the account: whoever signs out elsewhere loses the room, and has it back',
    async ({ evening, anna, jonas }) => {
      const email = await register(anna, evening.server.url);
      const url = await meet(evening, anna);
      const mine = await memberOf(anna, url);
      await signIn(jonas, evening.server.url, email);

      await signOutEverywhere(jonas);

      await anna.page.getByRole('heading', { name: 'You are signed out' }).waitFor();
      await eventually(async () => expect(await anna.page.evaluate(faintTexts)).toEqual([]));
      await anna.page.getByRole('link', { name: 'Sign in' }).click();
      await fillSignIn(anna, email);
      await inRoom(anna);
      expect(await memberOf(anna, url)).toBe(mine);
    },
  );

  story(
    'is nobody else’s in the same browser, who comes in as somebody new',
    async ({ evening, anna, jonas }) => {
      const email = await register(anna, evening.server.url);
      const url = await meet(evening, anna);
      const mine = await memberOf(anna, url);
      await signIn(jonas, evening.server.url, email);
      await signOutEverywhere(jonas);

      await anna.page.getByRole('button', { name: 'Come in as somebody else' }).click();
      await giveName(anna, 'Ben');

      await inRoom(anna);
      expect(await memberOf(anna, url)).not.toBe(mine);
    },
  );

  story('is given up at home, for good', async ({ evening, anna }) => {
    await register(anna, evening.server.url);
    await meet(evening, anna);
    const { page } = anna;
    await page.goto(evening.server.url);

    await page.getByRole('button', { name: /^Give up your place in / }).click();
    await page.getByRole('button', { name: 'Give it up' }).click();

    await page.getByRole('heading', { name: 'Your rooms' }).waitFor({ state: 'detached' });
  });

  story(
    'once banned is not taken anew by who cleared the browser’s memory',
    async ({ evening, anna, jonas }) => {
      await meet(evening, anna, jonas);
      await chooseFor(anna, 'Jonas', 'Ban');
      await jonas.page.getByRole('heading', { name: 'You may not enter this room' }).waitFor();

      await jonas.page.evaluate(() => {
        localStorage.clear();
        sessionStorage.clear();
      });
      await jonas.page.reload();
      await jonas.page.getByRole('textbox', { name: 'Your name' }).fill('Nobody');
      await jonas.page.keyboard.press('Enter');

      await jonas.page.getByRole('heading', { name: 'You may not enter this room' }).waitFor();
    },
  );
});

const inRoom = ({ page }: Person) => page.getByRole('button', { name: 'Invite' }).waitFor();

/** Who the page is in its room: the first part of its pass. */
const memberOf = ({ page }: Person, url: string): Promise<string | undefined> =>
  page.evaluate(
    (room) => localStorage.getItem(`matinee.pass.${room}`)?.split('.')[0],
    new URL(url).pathname.split('/').at(-1) ?? '',
  );

/** Gives the address that the new account goes by. */
const fillRegistration = async ({ page }: Person): Promise<string> => {
  const email = `${randomUUID()}@example.org`;
  await page.getByLabel('Name').fill('Anna');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Make an account' }).click();
  return email;
};

const register = async (person: Person, url: string): Promise<string> => {
  await person.page.goto(`${url}/register`);
  const email = await fillRegistration(person);
  await person.page.getByRole('link', { name: 'Your account' }).waitFor();
  return email;
};

const fillSignIn = async ({ page }: Person, email: string) => {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
};

const signIn = async (person: Person, url: string, email: string) => {
  await person.page.goto(`${url}/sign-in`);
  await fillSignIn(person, email);
  await person.page.getByRole('link', { name: 'Your account' }).waitFor();
};

const signOutEverywhere = async ({ page }: Person) => {
  await page.getByRole('link', { name: 'Your account' }).click();
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.getByRole('link', { name: 'Sign in' }).waitFor();
};
