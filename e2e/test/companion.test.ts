import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { acts, heardBy } from '../harness/commands.ts';
import {
  companionLink,
  isCompanionOf,
  openCompanion,
  showCompanionLink,
  telephone,
  withTelephone,
} from '../harness/companion.ts';
import { faintTexts } from '../harness/legible.ts';
import { TARGET } from '../harness/paths.ts';
import { LAN } from '../harness/proxy.ts';
import { story } from '../harness/story.ts';
import { smallTargets } from '../harness/touch.ts';
import {
  allMove,
  arePeople,
  chooseFor,
  eventually,
  hasNothing,
  isConnected,
  isCutOff,
  key,
  meet,
  people,
  press,
  reads,
  say,
  through,
  watch,
} from '../harness/watching.ts';

/** Where the film is, as the second screen shows it. */
const position = ({ page }: Person): Promise<string> => page.getByTestId('position').innerText();

/** Waits until what looks for faults on the page finds none. */
describe('a second screen', () => {
  story(
    '[CD5] a telephone chats beside the laptop, and nobody waits for the telephone',
    async ({ evening, anna, jonas }) => {
      const heard = heardBy(jonas);
      await watch(evening, anna, jonas);

      const phone = await withTelephone(evening, anna);
      await say(phone, 'from the sofa');
      await reads(jonas, 'from the sofa');
      await say(jonas, 'I hear you');
      await reads(phone, 'I hear you');

      const before = await position(phone);
      await eventually(async () => expect(await position(phone)).not.toBe(before));
      await allMove(anna, jonas);
      await press(jonas, 'Pause');
      await phone.page.getByTestId('now-playing').getByText('Paused').waitFor();
      await arePeople(jonas, 2);
      await phone.close();
      await press(jonas, 'Play');
      await allMove(anna, jonas);

      await arePeople(jonas, 2);
      expect(acts(heard).map(({ cause }) => cause)).toEqual(['PLAYED', 'PAUSED', 'PLAYED']);
      await anna.page.getByTestId('stage').waitFor();
    },
  );

  story(
    '[CD4] a link makes one second screen, which stays one; the secret leaves the address',
    async ({ evening, anna }) => {
      await meet(evening, anna);
      const link = await companionLink(anna);
      const phone = await telephone(evening, anna.name);
      await openCompanion(phone, link);
      const other = await telephone(evening, anna.name);

      await other.page.goto(link);
      await other.page.getByText('This link no longer works').waitFor();
      await phone.page.reload();
      await isCompanionOf(phone, 'Anna');
      await phone.page.goto('about:blank');
      await openCompanion(phone, link);

      expect(new URL(link).hash.length).toBeGreaterThan(20);
      await eventually(async () => expect(new URL(phone.page.url()).hash).toBe(''));
      expect(new URL(other.page.url()).hash).toBe('');
    },
  );

  story(
    '[CD5] a second screen comes back by itself, from a lost network and from a killed server',
    async ({ evening, anna, jonas }) => {
      const proxy = await evening.network(LAN);
      await meet(evening, anna, jonas);
      const link = await companionLink(anna);
      const phone = await telephone(evening, anna.name);
      await openCompanion(phone, through(proxy.port, link) + new URL(link).hash);

      proxy.cut();
      await isCutOff(phone);
      await say(phone, 'said in the tunnel');
      await phone.page.getByText('Is sent as soon as the connection is back.').waitFor();
      proxy.restore();
      await isConnected(phone);
      await reads(jonas, 'said in the tunnel');

      await evening.server.kill();
      await isCutOff(phone);
      await evening.server.start();
      await isConnected(phone);
      await isConnected(jonas);
      await say(phone, 'and after the fall');
      await reads(jonas, 'and after the fall');
    },
  );

  story(
    '[CD7] whoever is muted or put out is so on the second screen too',
    async ({ evening, anna, jonas }) => {
      await meet(evening, anna, jonas);
      const phone = await withTelephone(evening, jonas);

      await chooseFor(anna, 'Jonas', 'Mute in the chat');
      await phone.page.getByText('The host has muted you').waitFor();
      await chooseFor(anna, 'Jonas', 'Let chat again');
      await phone.page.getByRole('textbox', { name: 'Say something' }).waitFor();
      await chooseFor(anna, 'Jonas', 'Put out');

      await phone.page.getByText('You were put out of this room').waitFor();
      await jonas.page.getByRole('button', { name: 'Try again' }).click();
      await people(anna).filter({ hasText: 'Jonas' }).waitFor();
      await phone.page.getByRole('button', { name: 'Try again' }).click();
      await isCompanionOf(phone, 'Jonas');
    },
  );

  story(
    'a second screen is legible, large enough for a finger, and has a key for writing',
    async ({ evening, anna, jonas }) => {
      const picture = ({ page }: Person, name: string) =>
        page.screenshot({ path: join(TARGET, 'pictures', `companion-${name}.png`) });
      await watch(evening, anna, jonas);
      const phone = await telephone(evening, anna.name);
      const link = await showCompanionLink(anna);
      await hasNothing(anna, faintTexts);
      await picture(anna, 'link');
      await openCompanion(phone, link);
      await say(jonas, 'the music right here. every time');
      await say(phone, 'look at 0:04');
      await reads(phone, 'look at 0:04');

      await hasNothing(phone, faintTexts);
      await hasNothing(phone, smallTargets);
      await picture(phone, 'phone');
      await phone.page.locator('body').press('Escape');
      await key(phone, '/');
      await phone.page.locator('textarea:focus').waitFor();
      await phone.page.keyboard.press('Escape');
      await phone.page.getByRole('button', { name: 'People · 2' }).tap();
      await people(phone).filter({ hasText: 'Jonas' }).waitFor();
    },
  );
});
