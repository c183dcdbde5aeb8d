import { join } from 'node:path';
import { describe } from 'vitest';
import { type Person, PHONE } from '../../harness/browser.ts';
import { crowdIn } from '../../harness/crowd.ts';
import { faintTexts } from '../../harness/legible.ts';
import { enterByHand } from '../../harness/member.ts';
import { TARGET } from '../../harness/paths.ts';
import { story } from '../../harness/story.ts';
import { smallTargets } from '../../harness/touch.ts';
import {
  allTogether,
  chooseFor,
  chooseSetting,
  enterRoom,
  hasNothing,
  meet,
  people,
  press,
  reads,
  say,
} from '../../harness/watching.ts';

const LONG_NAME = 'Maximiliane-Alexandra von und zu Hochfels';

const picture = ({ page }: Person, name: string) =>
  page.screenshot({ path: join(TARGET, 'pictures', `giant-${name}.png`) });

const search = ({ page }: Person, text: string) =>
  page.getByRole('searchbox', { name: 'Find somebody' }).fill(text);

const counts = ({ page }: Person, here: number) =>
  page.getByText(`${here} here`).filter({ visible: true }).first().waitFor();

describe('a room of more than 300', () => {
  story(
    '[GI1] [EN6] shows how many there are, and finds whom one looks for',
    async ({ evening, anna, jonas }) => {
      const link = await meet(evening, anna, jonas);
      const crowd = await crowdIn(evening.server, link, 300);
      const noble = await enterByHand(evening.server, link, LONG_NAME.slice(0, 40), '127.3.1.1');

      await counts(anna, 303);
      await counts(jonas, 303);
      await search(anna, 'nobody of this name');
      await anna.page.getByText('Nobody has such a name.').waitFor();
      await picture(anna, 'nobody');
      await search(anna, 'MAXI');
      await people(anna).filter({ hasText: 'Maximiliane' }).waitFor();
      await picture(anna, 'long-name');
      await search(anna, 'guest 217');
      await chooseFor(anna, 'Guest 217', 'Put out');
      await counts(jonas, 302);
      await search(anna, 'guest 218');
      await chooseFor(anna, 'Guest 218', 'Ban');
      await counts(jonas, 301);
      await anna.page.getByText('Nobody has such a name.').waitFor();
      await anna.page.getByRole('button', { name: 'Everyone controls' }).click();
      await anna.page.getByRole('menuitem', { name: 'Let Guest 218 come back' }).click();

      await press(anna, 'Play');
      await reads(jonas, 'Anna pressed play');
      await allTogether(anna, jonas);
      await search(anna, '');
      await people(anna).filter({ hasText: 'Anna' }).waitFor();
      await anna.page.getByRole('button', { name: 'Show 300 more' }).click();
      await people(anna).filter({ hasText: 'Guest 7' }).first().waitFor();
      await anna.page.getByTestId('in-step').filter({ hasText: /\d ms/ }).waitFor();
      await picture(anna, 'desktop');
      for (const member of [...crowd, noble]) member.close();
    },
  );

  story('[CH2] is talked in one after the other', async ({ evening, anna }) => {
    const jonas = await evening.person({ name: 'Jonas', viewport: PHONE, touch: true });
    const wait = jonas.page.getByText('Slow mode: you can write again');
    const link = await meet(evening, anna);
    const crowd = await crowdIn(evening.server, link, 300);
    await enterRoom(jonas, link);
    await counts(jonas, 302);
    await chooseSetting(anna, 'Slow mode', 'Off');

    await say(jonas, 'hello everybody');
    await reads(anna, 'hello everybody');
    await chooseSetting(anna, 'Slow mode', '900 s');

    await wait.waitFor();
    await picture(jonas, 'slow');
    await hasNothing(jonas, faintTexts);
    await hasNothing(jonas, smallTargets);
    await say(anna, 'welcome');
    await say(anna, 'make yourselves at home');
    await reads(jonas, 'make yourselves at home');
    await jonas.page.keyboard.press('Escape');
    await jonas.page.getByRole('button', { name: /^People · / }).click();
    await search(jonas, 'guest 29');
    await people(jonas).filter({ hasText: 'Guest 291' }).waitFor();
    await picture(jonas, 'phone');
    await hasNothing(jonas, smallTargets);
    await chooseSetting(anna, 'Slow mode', 'As usual: off, 10 s with more than 300 people');
    await wait.waitFor({ state: 'detached' });
    for (const member of crowd) member.close();
  });
});
