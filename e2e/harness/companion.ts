import { type Person, PHONE } from './browser.ts';
import type { Evening } from './evening.ts';

/** Opens the dialog that shows a link for a second screen; gives the link. */
export async function showCompanionLink({ page }: Person): Promise<string> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Use your phone for chat' }).click();
  return page.getByRole('textbox', { name: 'Link for your second screen' }).inputValue();
}

/** Gets a link for a second screen on the page of `person`. */
export async function companionLink(person: Person): Promise<string> {
  const { page } = person;
  const link = await showCompanionLink(person);
  await page.keyboard.press('Escape');
  return link;
}

/** A telephone that has not been to the server. */
export function telephone(evening: Evening, name: string): Promise<Person> {
  return evening.person({ name, viewport: PHONE, touch: true });
}

/** Opens the link of a second screen, until it shows whose it is. */
export async function openCompanion(phone: Person, link: string): Promise<void> {
  await phone.page.goto(link);
  await isCompanionOf(phone, phone.name);
}

/** Waits until the page is the second screen of the member called `name`. */
export async function isCompanionOf({ page }: Person, name: string): Promise<void> {
  await page.getByText(`Second screen of ${name}`).waitFor();
}

/** The member's own telephone, as second screen in the member's room. */
export async function withTelephone(evening: Evening, member: Person): Promise<Person> {
  const phone = await telephone(evening, member.name);
  await openCompanion(phone, await companionLink(member));
  return phone;
}
