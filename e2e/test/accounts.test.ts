import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { faintTexts } from '../harness/legible.ts';
import { story } from '../harness/story.ts';
import { eventually } from '../harness/watching.ts';

const password = 'a matinee at eight';

describe('an account', () => {
  story(
    'is made, and is still there after a reload and in a new tab',
    async ({ evening, anna }) => {
      await register(anna, evening.server.url);
      await anna.page.reload();

      await signedIn(anna);
      const tab = await anna.page.context().newPage();
      await tab.goto(evening.server.url);

      await tab.getByRole('link', { name: 'Your account' }).waitFor();
      expect(await anna.page.evaluate(() => document.cookie)).toBe('');
    },
  );

  story('signs out here, in every tab, and in again', async ({ evening, anna }) => {
    const { page } = anna;
    const email = await register(anna, evening.server.url);
    const tab = await page.context().newPage();
    await tab.goto(evening.server.url);
    await tab.getByRole('link', { name: 'Your account' }).waitFor();

    await openAccount(anna);
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();

    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    await tab.getByRole('link', { name: 'Sign in' }).waitFor();
    await signIn(anna, email, 'not the password');
    await page.getByText('Address and password do not belong together.').waitFor();
    await page.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
    await signedIn(anna);
    await tab.getByRole('link', { name: 'Your account' }).waitFor();
  });

  story(
    'changes its name and its password, which signs out other devices',
    async ({ evening, anna, jonas }) => {
      const next = 'another matinee at nine';
      const email = await register(anna, evening.server.url);
      await jonas.page.goto(`${evening.server.url}/sign-in`);
      await fillSignIn(jonas, email, password);
      await signedIn(jonas);
      await openAccount(anna);
      const { page } = anna;

      await page.getByLabel('Name', { exact: true }).fill('Anna B.');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('Saved').waitFor();
      await page.getByLabel('Password until now').fill('wrong password');
      await page.getByLabel('New password').fill(next);
      await page.getByRole('button', { name: 'Change password' }).click();
      await page.getByText('This is not your password.').waitFor();
      await page.getByLabel('Password until now').fill(password);
      await page.getByRole('button', { name: 'Change password' }).click();
      await page.getByText('Changed. Your other devices are signed out.').waitFor();

      await jonas.page.reload();
      await jonas.page.getByRole('link', { name: 'Sign in' }).waitFor();
      await page.reload();
      await eventually(async () =>
        expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Anna B.'),
      );
    },
  );

  story('shows its devices and signs one of them out', async ({ evening, anna, jonas }) => {
    const email = await register(anna, evening.server.url);
    await jonas.page.goto(`${evening.server.url}/sign-in`);
    await fillSignIn(jonas, email, password);
    await signedIn(jonas);
    await openAccount(anna);
    const { page } = anna;
    await page.getByText('This device').waitFor();
    const other = page.getByRole('button', { name: /^Sign out of / });

    await other.click();

    await other.waitFor({ state: 'detached' });
    await jonas.page.reload();
    await jonas.page.getByRole('link', { name: 'Sign in' }).waitFor();
    await signedInStill(anna);
  });

  story(
    'can be taken along as a file, and deleted with the password',
    async ({ evening, anna }) => {
      const { page } = anna;
      const email = await register(anna, evening.server.url);
      await openAccount(anna);
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save as a file' }).click(),
      ]);
      expect(file.suggestedFilename()).toBe('matinee-account.json');

      await page.getByRole('button', { name: 'Delete the account' }).click();
      await page.getByRole('dialog').getByLabel('Password').fill(password);
      await page.getByRole('button', { name: 'Delete for good' }).click();

      await page.getByRole('link', { name: 'Sign in' }).waitFor();
      await signIn(anna, email, password);
      await page.getByText('Address and password do not belong together.').waitFor();
    },
  );

  story(
    'every text of its pages is legible, and what is missing is said at its field',
    async ({ evening, anna }) => {
      const { page } = anna;
      const isLegible = () =>
        eventually(async () => expect(await page.evaluate(faintTexts)).toEqual([]));
      await page.goto(`${evening.server.url}/register`);
      await page.getByRole('button', { name: 'Make an account' }).click();
      await page.getByText('This is not an e-mail address.').waitFor();
      await page.getByText('A password has at least 8 characters.').waitFor();
      await isLegible();

      await register(anna, evening.server.url);
      await openAccount(anna);
      await page.getByText('This device').waitFor();

      await isLegible();
      await page.getByRole('button', { name: 'Delete the account' }).click();
      await page.getByRole('dialog').waitFor();
      await isLegible();
    },
  );
});

const signedIn = async ({ page }: Person) => {
  await page.getByRole('link', { name: 'Your account' }).waitFor();
};

const signedInStill = async ({ page }: Person) => {
  await page.reload();
  await page.getByText('This device').waitFor();
};

/** Gives the address that the new account goes by. */
const register = async (person: Person, url: string): Promise<string> => {
  const { page } = person;
  const email = `${randomUUID()}@example.org`;
  await page.goto(`${url}/register`);
  await page.getByLabel('Name').fill('Anna');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Make an account' }).click();
  await signedIn(person);
  return email;
};

const fillSignIn = async ({ page }: Person, email: string, secret: string) => {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(secret);
  await page.keyboard.press('Enter');
};

const signIn = async (person: Person, email: string, secret: string) => {
  await person.page.getByRole('link', { name: 'Sign in' }).click();
  await fillSignIn(person, email, secret);
};

const openAccount = async ({ page }: Person) => {
  await page.getByRole('link', { name: 'Your account' }).click();
  await page.getByRole('heading', { name: 'Your account' }).waitFor();
};
