import { randomUUID } from 'node:crypto';
import type { Person } from './browser.ts';

/** Somebody makes an account with an address that nobody else has, until the page knows who is there. */
export async function register({ page }: Person, url: string, name = 'Anna'): Promise<void> {
  await page.goto(`${url}/register`);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail address').fill(`${randomUUID()}@example.org`);
  await page.getByLabel('Password').fill('a matinee at eight');
  await page.getByRole('button', { name: 'Make an account' }).click();
  await page.getByRole('link', { name: 'Your account' }).waitFor();
}
