import type { Person } from './browser.ts';

/** Chooses a track of sound in the menu, which is closed again. */
export async function hear({ page }: Person, language: string): Promise<void> {
  await page.mouse.move(300, 300);
  await page.getByRole('button', { name: 'Sound', exact: true }).click();
  await page.getByRole('menuitemradio', { name: language }).click();
  await page.keyboard.press('Escape');
}

/** The track of sound that is marked in the menu. */
export async function heard({ page }: Person): Promise<string> {
  return page.getByRole('menuitemradio', { checked: true }).innerText();
}
