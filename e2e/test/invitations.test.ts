import { describe, expect } from 'vitest';
import { type Person, PHONE } from '../harness/browser.ts';
import { faintTexts } from '../harness/legible.ts';
import { looksWell as looksWellAtAll } from '../harness/looks.ts';
import { story } from '../harness/story.ts';
import {
  enterRoom,
  eventually,
  giveName,
  letInvitedIn,
  meet,
  people,
} from '../harness/watching.ts';

describe('invitations', () => {
  story(
    '[AC2] one for a guest lets one in, and tells the next that it is used up',
    async ({ evening, anna, jonas }) => {
      const link = await meet(evening, anna);
      await letInvitedIn(anna);
      const invitation = await invite(anna, { label: 'For Jonas', standing: 'Guest' });

      await jonas.page.goto(invitation);
      await jonas.page.getByText('You are invited as a guest').waitFor();
      await giveName(jonas, 'Jonas');

      expect(jonas.page.url()).toBe(link);
      await anna.page.keyboard.press('Escape');
      await people(anna)
        .filter({ hasText: /Jonas.*guest/i })
        .waitFor();
      await openInvitations(anna);
      await rowOf(anna, 'For Jonas').getByText('accepted by Jonas').waitFor();
      const ben = await evening.person({ name: 'Ben' });
      await ben.page.goto(invitation);
      await ben.page.getByRole('heading', { name: 'This invitation is used up' }).waitFor();
      await eventually(async () => expect(await ben.page.evaluate(faintTexts)).toEqual([]));
    },
  );

  story(
    '[AC2] who came by one reloads, goes away and comes back without it',
    async ({ evening, anna, jonas }) => {
      await meet(evening, anna);
      await letInvitedIn(anna);
      await enterRoom(jonas, await invite(anna, {}));

      await jonas.page.reload();
      await jonas.page.getByTestId('stage').waitFor();
      await jonas.page.goto(evening.server.url);
      await jonas.page.goBack();

      await jonas.page.getByTestId('stage').waitFor();
      expect(new URL(jonas.page.url()).hash).toBe('');
    },
  );

  story(
    '[AC2] one that is taken back lets nobody in, who may try the link alone',
    async ({ evening, anna, jonas }) => {
      await meet(evening, anna);
      const invitation = await invite(anna, { label: 'Too many', uses: 'Any number' });
      await anna.page.getByRole('button', { name: 'To the list' }).click();
      await anna.page.getByRole('button', { name: 'Take back: Too many' }).click();
      await anna.page.getByRole('button', { name: 'Take back', exact: true }).click();
      await rowOf(anna, 'Too many').getByText('taken back').waitFor();

      await jonas.page.goto(invitation);
      await jonas.page.getByRole('heading', { name: 'This invitation was taken back' }).waitFor();
      await jonas.page.getByRole('button', { name: 'Try without it' }).click();

      await giveName(jonas, 'Jonas');
    },
  );

  story(
    '[AC2] one whose time is over says so, and a link cut short too',
    async ({ evening, anna, jonas }) => {
      const link = await meet(evening, anna);
      const token = await brief(anna);

      await eventually(async () => {
        await jonas.page.goto('about:blank');
        await jonas.page.goto(`${link}#invitation=${token}`);
        await jonas.page
          .getByRole('heading', { name: 'This invitation is over' })
          .waitFor({ timeout: 2_000 });
      });
      await jonas.page.goto('about:blank');
      await jonas.page.goto(`${link}#invitation=${token.slice(0, 12)}`);

      await jonas.page.getByRole('heading', { name: /no invitation to this room/ }).waitFor();
    },
  );

  story('are made by keyboard alone', async ({ evening, anna, jonas }) => {
    await meet(evening, anna);
    const { keyboard } = anna.page;
    await anna.page.getByRole('button', { name: 'Invite' }).focus();
    await keyboard.press('Enter');
    await anna.page.getByRole('button', { name: 'Invitations' }).focus();
    await keyboard.press('Enter');
    await anna.page.getByText('Nobody is invited yet').waitFor();
    await anna.page.getByRole('button', { name: 'Make an invitation' }).focus();
    await keyboard.press('Enter');
    await keyboard.type('By hand');
    await keyboard.press('Tab');
    await keyboard.type('Watcher');
    for (const _ of ['how many', 'how long', 'make']) await keyboard.press('Tab');
    await keyboard.press('Enter');

    const link = await shownLink(anna);
    await keyboard.press('Escape');
    await anna.page.getByRole('dialog').waitFor({ state: 'detached' });

    await jonas.page.goto(link);
    await jonas.page.getByText('You are invited to watch').waitFor();
  });

  story('fit on a phone', async ({ evening, jonas }) => {
    const anna = await evening.person({ name: 'Anna', viewport: PHONE, touch: true });
    await meet(evening, anna);
    await openInvitations(anna);
    await anna.page.getByText('Nobody is invited yet').waitFor();
    await looksWell(anna, 'invitations-none');
    await anna.page.getByRole('button', { name: 'Make an invitation' }).click();
    await looksWell(anna, 'invitations-form');
    await anna.page.getByLabel('What is it for?').fill('The ones who come late every time');
    await anna.page.getByRole('button', { name: 'Make the link' }).click();
    const link = await shownLink(anna);
    await looksWell(anna, 'invitations-made');
    await anna.page.getByRole('button', { name: 'To the list' }).click();
    await anna.page.getByRole('button', { name: /^Take back/ }).click();
    await looksWell(anna, 'invitations-question');

    await jonas.page.setViewportSize(PHONE);
    await jonas.page.goto(link);
    await jonas.page.getByText('You are invited.').waitFor();
    await looksWell(jonas, 'invited');
  });

  story('are looked at on a desktop', async ({ evening, anna }) => {
    await meet(evening, anna);
    await invite(anna, { label: 'The neighbours', standing: 'Watcher', uses: '5 people' });
    await anna.page.getByRole('button', { name: 'To the list' }).click();
    await rowOf(anna, 'The neighbours').getByText('0 of 5 used').waitFor();

    await looksWell(anna, 'invitations-desktop');
  });
});

/** Opens the list of invitations, from whatever is open. */
const openInvitations = async ({ page }: Person): Promise<void> => {
  if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Invite' }).click();
  const more = page.getByRole('button', { name: 'Invitations' });
  const list = page.getByRole('button', { name: 'Make an invitation' });
  await more.or(list).waitFor();
  if (await more.isVisible()) await more.click();
  await list.waitFor();
};

type Offered = { readonly label?: string; readonly standing?: string; readonly uses?: string };

/** Makes an invitation; gives its link, which stays in sight. */
const invite = async (person: Person, { label, standing, uses }: Offered): Promise<string> => {
  const { page } = person;
  await openInvitations(person);
  await page.getByRole('button', { name: 'Make an invitation' }).click();
  if (label !== undefined) await page.getByLabel('What is it for?').fill(label);
  if (standing !== undefined) await page.getByLabel('Whoever comes is').selectOption(standing);
  if (uses !== undefined) await page.getByLabel('For how many').selectOption(uses);
  await page.getByRole('button', { name: 'Make the link' }).click();
  return shownLink(person);
};

/** As others open it: the page offers an address for them instead of this computer's own. */
const shownLink = async ({ page }: Person): Promise<string> => {
  const shown = await page.getByRole('textbox', { name: 'Link of the invitation' }).inputValue();
  return new URL(page.url()).origin + new URL(shown).pathname + new URL(shown).hash;
};

const rowOf = ({ page }: Person, label: string) =>
  page.getByRole('listitem').filter({ hasText: label });

/** Asks the server for an invitation that is over in a second, which the page does not offer; gives its token. */
const brief = ({ page }: Person): Promise<string> =>
  page.evaluate(async () => {
    const room = location.pathname.split('/').at(-1) ?? '';
    const pass = localStorage.getItem(`matinee.pass.${room}`) ?? '';
    const answer = await fetch(`/api/rooms/${room}/invitations`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${pass}` },
      body: JSON.stringify({ standing: 'GUEST', expiresInSeconds: 1 }),
    });
    const { token }: { token: string } = await answer.json();
    return token;
  });

/** Runs in the page: what a finger would miss in the dialog that is open, or else on the page. */
const lowTargets = (): string[] => {
  const within = document.querySelector('dialog[open]') ?? document;
  return [...within.querySelectorAll('button, select, input, main > section a')]
    .filter((element) => element.getBoundingClientRect().height < 44)
    .map((element) => element.outerHTML);
};

/** As all pages look well, and nothing is too low for a finger. */
const looksWell = async (person: Person, name: string): Promise<void> => {
  await looksWellAtAll(person, name);
  await eventually(async () => expect(await person.page.evaluate(lowTargets)).toEqual([]));
};
