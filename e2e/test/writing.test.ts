import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { enterByHand } from '../harness/member.ts';
import { story } from '../harness/story.ts';
import { chooseControl, eventually, meet, player, reads, say } from '../harness/watching.ts';

const field = ({ page }: Person) => page.getByRole('textbox', { name: 'Say something' });

const hide = ({ page }: Person, isHidden: boolean) =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);

describe('what lines hold besides words', () => {
  story('[CH5] somebody is mentioned by keyboard', async ({ evening, anna, jonas }) => {
    await meet(evening, anna, jonas);
    await hide(jonas, true);
    const before = await jonas.page.title();

    await field(anna).pressSequentially('look, @jo');
    await anna.page.getByRole('option', { name: 'Jonas' }).waitFor();
    await field(anna).press('Enter');
    await field(anna).pressSequentially('over there');
    await field(anna).press('Enter');

    const mark = jonas.page.locator('.chat-mention[data-me="true"]');
    await eventually(async () => expect(await mark.allTextContents()).toEqual(['@Jonas']));
    await reads(anna, 'over there');
    expect(await anna.page.locator('.chat-mention[data-me="true"]').count()).toBe(0);
    await eventually(async () => expect(await jonas.page.title()).toBe(`(1) ${before}`));
    await hide(jonas, false);
    await eventually(async () => expect(await jonas.page.title()).toBe(before));
  });

  story('[CH3] who edits a line says anew whom it mentions', async ({ evening, anna, jonas }) => {
    await meet(evening, anna, jonas);
    await say(anna, 'look over there');
    const { page } = anna;
    const edit = async () => {
      await page.locator('.chat-said').last().hover();
      await page.getByRole('button', { name: 'What to do with this message' }).last().click();
      await page.getByRole('menuitem', { name: 'Edit' }).click();
    };

    await edit();
    await field(anna).press('End');
    await field(anna).pressSequentially(', @jo');
    await page.getByRole('option', { name: 'Jonas' }).waitFor();
    await field(anna).press('Enter');
    await field(anna).press('Enter');
    const mark = jonas.page.locator('.chat-mention[data-me="true"]');
    await eventually(async () => expect(await mark.allTextContents()).toEqual(['@Jonas']));

    await edit();
    await field(anna).press('Home');
    await field(anna).pressSequentially('please ');
    await field(anna).press('Enter');
    await reads(jonas, 'please look over there, @Jonas');
    await eventually(async () => expect(await mark.allTextContents()).toEqual(['@Jonas']));

    await edit();
    await field(anna).fill('look over there, Jonas');
    await field(anna).press('Enter');
    await reads(jonas, 'look over there, Jonas');
    await mark.waitFor({ state: 'detached' });
  });

  story('[CH5] a line about a place leads all there', async ({ evening, anna, jonas }) => {
    await meet(evening, anna, jonas);
    await anna.page.getByRole('slider', { name: 'Position' }).focus();
    await anna.page.keyboard.press('ArrowRight');
    await eventually(async () => expect((await player(anna)).positionS).toBeCloseTo(5, 0));

    await anna.page.getByRole('button', { name: 'Write about this moment' }).click();
    await anna.page.getByRole('button', { name: /^About 0:05/ }).waitFor();
    await say(anna, 'this light');
    await anna.page.getByRole('slider', { name: 'Position' }).focus();
    await anna.page.keyboard.press('ArrowLeft');
    await eventually(async () => expect((await player(jonas)).positionS).toBeCloseTo(0, 0));
    const chip = jonas.page.locator('.line-position', { hasText: '0:05' });
    await chip.click();

    await eventually(async () => expect((await player(anna)).positionS).toBeCloseTo(5, 0));
    await chooseControl(anna, 'Host controls');
    await reads(jonas, 'Only the host controls');
    await chip.click();
    await jonas.page.getByText('Only the host can do this.').first().waitFor();
  });

  story('[CH1] only plain addresses of the web are links', async ({ evening, anna }) => {
    const link = await meet(evening, anna);
    const mallory = await enterByHand(evening.server, link, 'https://evil.example/');

    for (const text of [
      'javascript:alert(1) https://anna@evil.example/',
      'https://bücher.example/x',
      'https://example.org/film',
    ])
      await mallory.wish({ type: 'say', text });

    await reads(anna, 'https://example.org/film');
    const links = await anna.page
      .locator('.chat a')
      .evaluateAll((all) => all.map((a) => [a.getAttribute('href'), a.getAttribute('rel')]));
    const rel = 'noopener noreferrer nofollow';
    expect(links).toEqual([
      ['https://xn--bcher-kva.example/x', rel],
      ['https://example.org/film', rel],
    ]);
    await reads(anna, '(xn--bcher-kva.example)');
    mallory.close();
  });
});
