import assert from 'node:assert/strict';
import type { Person } from './browser.ts';
import { eventually } from './watching.ts';

/** Everyone opens what is up next. */
export async function openQueue(...everyone: readonly Person[]): Promise<void> {
  for (const { page } of everyone) {
    await page.getByRole('button', { name: /^Up next/, expanded: false }).click();
  }
}

/** The films that the page shows as up next. */
export function itemsOf({ page }: Person) {
  return page.getByRole('region', { name: 'Up next' }).getByRole('listitem');
}

/** The film of this title. */
export function itemOf(person: Person, title: string) {
  return itemsOf(person).filter({ has: person.page.getByText(title, { exact: true }) });
}

/** Adds a film by its address. */
export async function addNext({ page }: Person, address: string): Promise<void> {
  const queue = page.getByRole('region', { name: 'Up next' });
  await queue.getByRole('textbox', { name: 'Address of a film' }).fill(address);
  await queue.getByRole('button', { name: 'Add', exact: true }).click();
}

/** Waits until everyone is shown that these are next, in this order. */
export async function nextAre(
  everyone: readonly Person[],
  ...titles: readonly string[]
): Promise<void> {
  await eventually(async () => {
    for (const person of everyone) {
      const shown = await itemsOf(person).locator('strong').allInnerTexts();
      assert.deepEqual(shown, titles);
    }
  });
}

/** Waits until everyone has this film before them. */
export async function seesFilm(title: string, ...everyone: readonly Person[]): Promise<void> {
  for (const { page } of everyone) {
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  }
}
