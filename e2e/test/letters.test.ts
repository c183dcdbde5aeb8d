import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { faintTexts } from '../harness/legible.ts';
import { mailStory as story } from '../harness/mailStory.ts';
import { eventually } from '../harness/watching.ts';

const password = 'a matinee at eight';

describe('letters', () => {
  story(
    'an address is confirmed by the link in a letter, by who has the password',
    async ({ evening, post, anna, jonas }) => {
      const { page } = anna;
      const email = await register(anna, evening.server.url);
      await page.getByRole('link', { name: 'Your account' }).click();
      await page.getByText('This address is not confirmed yet.').waitFor();
      const letter = await post.letterTo(email);

      const link = evening.server.url + linkIn(letter.text);

      await page.goto(link);

      await page.getByText('Your address is confirmed.').waitFor();
      await jonas.page.goto(link);
      await jonas.page.getByRole('heading', { name: 'Sign in' }).waitFor();
      await jonas.page.getByLabel('E-mail address').fill(email);
      await jonas.page.getByLabel('Password').fill(password);
      await jonas.page.keyboard.press('Enter');
      await jonas.page.getByText('Your address is confirmed.').waitFor();
      await page.getByRole('link', { name: 'To your account' }).click();
      await page.getByText(`You sign in as ${email}`).waitFor();
      await eventually(async () =>
        expect(await page.getByText('This address is not confirmed yet.').count()).toBe(0),
      );
    },
  );

  story('who has forgotten the password sets another, once', async ({ evening, post, anna }) => {
    const { page } = anna;
    const email = await register(anna, evening.server.url);
    await post.letterTo(email);
    await page.goto(`${evening.server.url}/forgotten`);
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('button', { name: 'Send the letter' }).click();
    await page.getByText('the letter is on its way').waitFor();
    const letter = await post.letterTo(email, 2);
    const link = evening.server.url + linkIn(letter.text);

    await page.goto(link);
    await page.getByLabel('New password').fill('another matinee');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByText('Your password is changed.').waitFor();

    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password').fill('another matinee');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Your account' }).waitFor();
    await page.goto(link);
    await page.getByLabel('New password').fill('a third matinee');
    await page.keyboard.press('Enter');
    await page.getByText('This link is over.').waitFor();
  });

  story(
    'another address is confirmed by a letter to it, and undone by one to the address before',
    async ({ evening, post, anna, jonas }) => {
      const { page } = anna;
      const { url } = evening.server;
      const before = await register(anna, url);
      const after = `${randomUUID()}@example.org`;
      await post.letterTo(before);
      await page.getByRole('link', { name: 'Your account' }).click();
      await page.getByLabel('New address').fill(after);
      await page.getByRole('textbox', { name: 'Password', exact: true }).fill(password);
      await page.getByRole('button', { name: 'Change address' }).click();
      await page.getByText(`A letter is on its way to ${after}.`).waitFor();
      await page.getByText(`You sign in as ${before}`).waitFor();
      expect(await page.evaluate(faintTexts)).toEqual([]);

      await page.reload();
      await page.getByText(`A letter is on its way to ${after}.`).waitFor();
      await page.getByRole('button', { name: `Send the letter again: ${after}` }).click();
      await page.getByText('The letter is on its way.').waitFor();

      await page.goto(url + linkIn((await post.letterTo(after, 2)).text));
      await page.getByRole('button', { name: 'This is my new address' }).click();
      await page.getByText('You sign in with your new address from now on.').waitFor();
      await page.getByRole('link', { name: 'To your account' }).click();
      await page.getByText(`You sign in as ${after}`).waitFor();

      await jonas.page.goto(url + linkIn((await post.letterTo(before, 2)).text));
      await jonas.page.getByRole('button', { name: 'Keep this address' }).click();
      await jonas.page.getByText('Your account has this address.').waitFor();
      await page.reload();
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      await page.getByLabel('E-mail address').fill(before);
      await page.getByLabel('Password').fill(password);
      await page.keyboard.press('Enter');
      await page.getByText(`You sign in as ${before}`).waitFor();
    },
  );

  story(
    'who wants another address takes it back, and its letter is good no more',
    async ({ evening, post, anna }) => {
      const { page } = anna;
      const { url } = evening.server;
      const before = await register(anna, url);
      const after = `${randomUUID()}@example.org`;
      await page.getByRole('link', { name: 'Your account' }).click();
      await page.getByLabel('New address').fill(after);
      await page.getByRole('textbox', { name: 'Password', exact: true }).fill(password);
      await page.getByRole('button', { name: 'Change address' }).click();
      const told = page.getByText(`A letter is on its way to ${after}.`);
      await told.waitFor();
      await page.reload();
      await told.waitFor();

      await page.getByRole('button', { name: 'Take it back' }).click();
      await told.waitFor({ state: 'detached' });

      await page.goto(url + linkIn((await post.letterTo(after)).text));
      await page.getByRole('button', { name: 'This is my new address' }).click();
      await page.getByText('This link is over.').waitFor();
      await page.goto(`${url}/account`);
      await page.getByText(`You sign in as ${before}`).waitFor();
    },
  );

  story(
    'who registers again gets a way in, and nobody else is told',
    async ({ evening, post, anna, jonas }) => {
      const email = await register(anna, evening.server.url);
      await post.letterTo(email);

      await fillRegister(jonas, evening.server.url, email, 'my own password');

      await jonas.page.getByText('This address may have an account already.').waitFor();
      const letter = await post.letterTo(email, 2);
      expect(linkIn(letter.text)).toMatch(/^\/reset#token=/);
    },
  );
});

/** The path of the one link in a letter. */
const linkIn = (text: string): string => {
  const found = /https:\/\/matinee\.example\.org(\/\S+)/.exec(text)?.[1];
  if (found === undefined) throw new Error(`no link in: ${text}`);
  return found;
};

const fillRegister = async ({ page }: Person, url: string, email: string, secret: string) => {
  await page.goto(`${url}/register`);
  await page.getByLabel('Name').fill('Anna');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(secret);
  await page.getByRole('button', { name: 'Make an account' }).click();
};

/** Gives the address that the new account goes by. */
const register = async (person: Person, url: string): Promise<string> => {
  const email = `${randomUUID()}@example.org`;
  await fillRegister(person, url, email, password);
  await person.page.getByRole('link', { name: 'Your account' }).waitFor();
  return email;
};
