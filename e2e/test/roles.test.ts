import assert from 'node:assert/strict';
import { describe } from 'vitest';
import { story } from '../harness/story.ts';
import {
  allMove,
  chooseControl,
  chooseFor,
  chooseSetting,
  meet,
  people,
  press,
  reads,
  say,
} from '../harness/watching.ts';

describe('who may do what', () => {
  story(
    '[HO3] the host hands over and is still the owner, who takes back',
    async ({ evening, anna, jonas }) => {
      await meet(evening, anna, jonas);
      await chooseControl(anna, 'Host controls');

      await chooseFor(anna, 'Jonas', 'Make host');
      await reads(anna, 'Jonas is the host now');
      await people(jonas).filter({ hasText: 'Anna' }).filter({ hasText: 'OWNER' }).waitFor();
      await press(jonas, 'Play');
      await reads(anna, 'Jonas pressed play');

      await chooseFor(anna, 'Anna', 'Host myself');
      await jonas.page.getByText('The host controls this room').waitFor();
      await press(anna, 'Pause');
      await reads(jonas, 'Anna paused');
    },
  );

  story(
    '[RI1] what is left to everyone is chosen for each action',
    async ({ evening, anna, jonas }) => {
      await meet(evening, anna, jonas);

      await anna.page.getByRole('button', { name: 'Everyone controls' }).click();
      await anna.page.getByRole('menuitem', { name: 'For each action' }).click();
      await anna.page
        .getByRole('group', { name: 'Seek' })
        .getByRole('menuitemradio', { name: 'Host' })
        .click();

      await reads(jonas, 'Who may control what was changed');
      await jonas.page.getByRole('button', { name: 'Shared control' }).waitFor();
      await press(jonas, 'Play');
      await reads(anna, 'Jonas pressed play');
      await jonas.page
        .getByRole('slider', { name: 'Position in the film', disabled: true })
        .waitFor({ state: 'attached' });
    },
  );

  story(
    '[RI5] a watcher only watches, and is a watcher again after coming back',
    async ({ evening, anna, jonas }) => {
      await meet(evening, anna, jonas);

      await chooseFor(anna, 'Jonas', 'Only watches');
      await reads(anna, 'Jonas only watches now');
      await jonas.page.getByText('You are here to watch').waitFor();
      await jonas.page.reload();
      await jonas.page.getByText('You are here to watch').waitFor();

      await chooseFor(anna, 'Jonas', 'Takes part');
      await jonas.page.getByRole('textbox', { name: 'Say something' }).waitFor();
    },
  );
});

describe('order in the room', () => {
  story(
    '[OD1] whoever is put out is told so, and may come back',
    async ({ evening, anna, jonas }) => {
      await meet(evening, anna, jonas);

      await chooseFor(anna, 'Jonas', 'Put out');

      await jonas.page.getByText('You were put out of this room').waitFor();
      await people(anna).filter({ hasText: 'Jonas' }).waitFor({ state: 'detached' });
      await jonas.page.getByRole('button', { name: 'Try again' }).click();
      await reads(jonas, 'Anna put Jonas out');
      await people(anna).filter({ hasText: 'Jonas' }).waitFor();
    },
  );

  story(
    '[OD2] whoever is banned stays outside until let back',
    async ({ evening, anna, jonas }) => {
      await meet(evening, anna, jonas);

      await chooseFor(anna, 'Jonas', 'Ban');
      await jonas.page.getByText('You may not enter this room').waitFor();
      await jonas.page.reload();
      await jonas.page.getByText('You may not enter this room').waitFor();

      await anna.page.getByRole('button', { name: 'Everyone controls' }).click();
      await anna.page.getByRole('menuitem', { name: 'Let Jonas come back' }).click();
      await reads(anna, 'Anna lets Jonas come back');
      await jonas.page.getByRole('button', { name: 'Try again' }).click();
      await people(anna).filter({ hasText: 'Jonas' }).waitFor();
    },
  );

  story('[OD3] whoever is muted sees why there is no chat', async ({ evening, anna, jonas }) => {
    await meet(evening, anna, jonas);

    await chooseFor(anna, 'Jonas', 'Mute in the chat');
    await jonas.page.getByText('The host has muted you').waitFor();
    await people(anna).filter({ hasText: 'muted' }).waitFor();

    await chooseFor(anna, 'Jonas', 'Let chat again');
    await jonas.page.getByRole('textbox', { name: 'Say something' }).waitFor();
  });

  story(
    '[CH10] guests read along where members write, and write once they are members',
    async ({ evening, anna, jonas }) => {
      await meet(evening, anna, jonas);
      const { page } = jonas;
      const writes = page.getByRole('textbox', { name: 'Say something' });
      await chooseFor(anna, 'Jonas', 'Guest');
      await say(jonas, 'good evening');
      await reads(anna, 'good evening');

      await chooseSetting(anna, 'Who writes in the chat', 'Members; guests read');
      await reads(jonas, 'Members write in the chat now, guests read along');
      await page.getByText('Members write here, guests read along').waitFor();
      await writes.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'What to do with this message' }).click();
      await page.getByRole('menuitem', { name: 'Delete' }).waitFor();
      assert.equal(await page.getByRole('menuitem').count(), 1);
      await page.keyboard.press('Escape');
      await say(anna, 'we begin in a minute');
      await reads(jonas, 'we begin in a minute');

      await chooseFor(anna, 'Jonas', 'Takes part');
      await writes.waitFor();
      await say(jonas, 'thank you');
      await reads(anna, 'thank you');
    },
  );

  story(
    '[CH10] only host and owner write where there are announcements',
    async ({ evening, anna, jonas }) => {
      await meet(evening, anna, jonas);

      await chooseSetting(anna, 'Who writes in the chat', 'Host and owner, for announcements');
      await jonas.page.getByText('Only host and owner write here.').waitFor();
      await say(anna, 'the film begins');
      await reads(jonas, 'the film begins');

      await chooseSetting(anna, 'Who writes in the chat', 'Everybody');
      await say(jonas, 'at last');
      await reads(anna, 'at last');
    },
  );

  story('[OD4] into a locked room nobody new comes', async ({ evening, anna, jonas }) => {
    const link = await meet(evening, anna);

    await anna.page.getByRole('button', { name: 'Everyone controls' }).click();
    await anna.page.getByRole('menuitemcheckbox', { name: 'Lock the room' }).click();
    await reads(anna, 'Anna locked the room');
    await jonas.page.goto(link);
    await jonas.page.getByRole('textbox', { name: 'Your name' }).fill('Jonas');
    await jonas.page.getByRole('button', { name: 'Join' }).click();
    await jonas.page.getByText('This room is locked').waitFor();

    await anna.page.getByRole('button', { name: 'Everyone controls' }).click();
    await anna.page.getByRole('menuitemcheckbox', { name: 'Lock the room' }).click();
    await reads(anna, 'Anna opened the room');
    await jonas.page.getByRole('button', { name: 'Try again' }).click();
    await people(anna).filter({ hasText: 'Jonas' }).waitFor();
  });
});

describe('asking', () => {
  story(
    '[AS1] whoever has to ask sees that it was asked, and the host says yes',
    async ({ evening, anna, jonas }) => {
      await meet(evening, anna, jonas);
      await anna.page.getByRole('button', { name: 'Everyone controls' }).click();
      await anna.page.getByRole('menuitem', { name: 'For each action' }).click();
      await anna.page
        .getByRole('group', { name: 'Play and pause' })
        .getByRole('menuitemradio', { name: 'Ask' })
        .click();
      await reads(jonas, 'Who may control what was changed');

      await press(jonas, 'Play');
      await jonas.page.getByText('You asked to play').waitFor();
      await jonas.page.getByText('Waiting for Anna').waitFor();
      await anna.page.getByText('Jonas asks to play').waitFor();
      await anna.page.keyboard.press('Escape');
      await anna.page.getByRole('button', { name: 'Accept' }).click();

      await reads(jonas, 'Anna said yes to Jonas');
      await allMove(anna, jonas);
      await press(jonas, 'Pause');
      await anna.page.getByRole('button', { name: 'Decline' }).click();
      await reads(jonas, 'Anna said no to Jonas');
    },
  );
});
