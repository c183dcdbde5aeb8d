import type { Person } from './browser.ts';
import { register } from './registering.ts';

/** Asks somebody by the code to be a friend; on the page of the people. */
export const ask = async ({ page }: Person, code: string) => {
  await page.getByLabel('Code or e-mail address').fill(code);
  await page.keyboard.press('Enter');
  await page.getByText(`Asked ${code}.`).waitFor();
};

/** Makes two friends, who are both on the page of their people. */
export const befriend = async (one: Person, other: Person, codeOfOther: string) => {
  await ask(one, codeOfOther);
  await other.page.reload();
  await other.page.getByRole('button', { name: /^Accept / }).click();
  await other.page.getByRole('button', { name: /^More about / }).waitFor();
};

/** Makes an account and opens the page of its people; gives its code. */
export const comeIn = async (person: Person, url: string, name: string): Promise<string> => {
  const { page } = person;
  await register(person, url, name);
  await page.getByRole('link', { name: 'People' }).click();
  const code = await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/u).textContent();
  return code ?? '';
};
