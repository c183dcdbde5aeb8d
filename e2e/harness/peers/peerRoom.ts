import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Person } from '../browser.ts';
import { eventually } from '../watching.ts';

/** Addresses are told as they are, and those of this machine alone count too: nothing here may need a network. */
export const PEER_FLAGS = [
  '--disable-features=WebRtcHideLocalIpsWithMdns',
  '--allow-loopback-in-peer-connection',
];

/** The picture in the tab, which the browser itself fetches when it likes. */
const TAB_PICTURE = 'favicon.svg';

/** Opens the page for rooms without a server, and notes what it asks of where it came from, from when it is there on. */
export async function openPeerPage({ page, name }: Person, link: string): Promise<string[]> {
  await page.goto(link);
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await page.waitForLoadState('networkidle');
  const asked: string[] = [];
  const { origin, host } = new URL(link);
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin === origin && !url.pathname.endsWith(TAB_PICTURE)) asked.push(url.href);
  });
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host === host) asked.push(socket.url());
  });
  await page.getByText('How your browsers find one another').click();
  await page.getByRole('textbox', { name: 'STUN server' }).fill('');
  return asked;
}

const codeIn = async (page: Page, label: string): Promise<string> => {
  const field = page.getByRole('textbox', { name: label, exact: true });
  await field.waitFor();
  return field.inputValue();
};

/** Begins a room; gives the invitation. */
export async function beginRoom({ page }: Person): Promise<string> {
  await page.getByRole('button', { name: 'Begin a room' }).click();
  return codeIn(page, 'The invitation');
}

/** The invitation that the room's page has for the next. */
export async function invitationOf({ page }: Person): Promise<string> {
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  return codeIn(page, 'The invitation');
}

/** Pastes something where the invitation belongs, and answers it. */
export async function pasteInvitation({ page }: Person, pasted: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Invitation', exact: true }).fill(pasted);
  await page.getByRole('button', { name: 'Answer the invitation' }).click();
}

/** The answer that is to be sent back. */
export const answerOf = ({ page }: Person): Promise<string> => codeIn(page, 'Your answer');

/** Pastes something where the answer belongs, and lets in who sent it. */
export async function pasteAnswer({ page }: Person, pasted: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Their answer' }).fill(pasted);
  await page.getByRole('button', { name: 'Let them in' }).click();
}

/** Waits until so many people are in the room, whether their list is seen or not. */
export async function isTogether({ page }: Person, count: number): Promise<void> {
  await eventually(async () => assert.equal(await page.locator('.people li').count(), count));
}

/** By two codes, handed over by copy and paste, `guest` comes into the room of `keeper`, whose invitation is shown. */
export async function introduce(
  keeper: Person,
  guest: Person,
  invitation: string,
): Promise<readonly [string, string]> {
  await pasteInvitation(guest, invitation);
  const answer = await answerOf(guest);
  await pasteAnswer(keeper, answer);
  await isTogether(guest, 2);
  await keeper.page.getByRole('dialog', { name: 'Invite somebody' }).waitFor({ state: 'detached' });
  return [invitation, answer];
}
