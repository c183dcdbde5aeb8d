import { randomUUID } from 'node:crypto';
import type { Person } from './browser.ts';
import { giveName } from './watching.ts';

/** Somebody makes an account and is where evenings are planned. */
export async function register({ page }: Person, url: string, name: string): Promise<void> {
  await page.goto(`${url}/register?to=/plan`);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail address').fill(`${randomUUID()}@example.org`);
  await page.getByLabel('Password').fill('a matinee at eight');
  await page.getByRole('button', { name: 'Make an account' }).click();
  await page.getByRole('heading', { name: 'Plan an evening' }).waitFor();
}

/** What clocks here show in so many seconds. */
export function localIn(seconds: number): string {
  const at = new Date(Date.now() + seconds * 1000);
  const offsetMs = at.getTimezoneOffset() * 60_000;
  return new Date(at.getTime() - offsetMs).toISOString().slice(0, 19);
}

/** Plans an evening that begins in so many seconds; gives its link. */
export async function plan(
  { page }: Person,
  { filmUrl }: { readonly filmUrl: string },
  seconds: number,
): Promise<string> {
  await page.getByLabel('Address of the film').fill(filmUrl);
  await page.getByLabel('When it begins').fill(localIn(seconds));
  await page.getByRole('button', { name: 'Plan it' }).click();
  await page.getByRole('timer').waitFor();
  return page.url();
}

/** From the lobby into the room, by the link called `way`. */
export async function goIn(person: Person, way: string, name: string): Promise<void> {
  await person.page.getByRole('link', { name: way }).click();
  await giveName(person, name);
}
