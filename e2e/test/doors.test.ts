import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginEvening, type Evening } from '../harness/evening.ts';
import {
  allLoaded,
  allMove,
  enterRoom,
  messages,
  openRoom,
  press,
  reads,
  say,
} from '../harness/watching.ts';

describe('who may do what, and what cannot be done', () => {
  let evening: Evening;

  beforeEach(async () => {
    evening = await beginEvening();
  });
  afterEach(() => evening.close());

  it('[RI1] when the host alone controls, the others cannot', async () => {
    const [anna, jonas] = [await evening.person(), await evening.person()];
    const link = await openRoom(anna, evening.server.url, 'Anna', evening.filmUrl);
    await enterRoom(jonas, link, 'Jonas');
    await allLoaded(anna, jonas);

    await anna.page.getByRole('button', { name: 'Everyone controls' }).click();
    await anna.page.getByRole('menuitemradio', { name: /Host controls/ }).click();

    await jonas.page.getByText('Host controls').first().waitFor();
    await jonas.page.mouse.move(300, 300);
    expect(await jonas.page.getByRole('button', { name: 'Play', exact: true }).isDisabled()).toBe(
      true,
    );
    await press(anna, 'Play');
    await allMove(anna, jonas);
  });

  it('a browser that wants a touch first gets one clear button', async () => {
    const anna = await evening.person();
    const link = await openRoom(anna, evening.server.url, 'Anna', evening.filmUrl);
    await allLoaded(anna);
    await press(anna, 'Play');
    await allMove(anna);
    const jonas = await evening.person({ autoplayNeedsTouch: true });
    await enterRoom(jonas, link, 'Jonas');
    await jonas.page.goto('about:blank');
    await jonas.page.goto(link);

    await jonas.page.getByRole('button', { name: 'Click to join' }).click();

    await allMove(anna, jonas);
  });

  it('a room that does not exist says so and offers a new one', async () => {
    const anna = await evening.person();

    await anna.page.goto(`${evening.server.url}/r/AAAAAAAAAAAAAAAAAAAAAA`);

    await anna.page.getByText('There is no such room').waitFor();
    await anna.page.getByRole('button', { name: 'Make a new room' }).waitFor();
  });

  it('an address without a film says what is wrong', async () => {
    const anna = await evening.person();

    await openRoom(anna, evening.server.url, 'Anna', `${evening.films.url}/nothing.mp4`);

    await anna.page.getByText('There is no film at this address').waitFor();
  });

  it('text of people stays text', async () => {
    const [anna, jonas] = [await evening.person(), await evening.person()];
    const payloads = [
      '<img src=x onerror=alert(1)>',
      '"><script>alert(1)</script>',
      '<svg/onload=alert(1)>',
      'javascript:alert(1)',
      '{{constructor.constructor("alert(1)")()}}',
    ];
    let alerts = 0;
    for (const { page } of [anna, jonas]) {
      page.on('dialog', (dialog) => {
        alerts++;
        void dialog.dismiss();
      });
    }
    const link = await openRoom(anna, evening.server.url, '<b onclick=x>Anna', evening.filmUrl);
    await enterRoom(jonas, link, '<img src=x onerror=alert(2)>');

    for (const payload of payloads) {
      await say(anna, payload);
      await reads(jonas, payload);
    }

    expect(alerts).toBe(0);
    expect(await messages(jonas).locator('img, script, svg[onload]').count()).toBe(0);
  });
});
