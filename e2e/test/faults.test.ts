import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginEvening, type Evening } from '../harness/evening.ts';
import { LAN } from '../harness/proxy.ts';
import {
  allLoaded,
  allMove,
  enterRoom,
  eventually,
  openRoom,
  player,
  press,
  reads,
  say,
  through,
} from '../harness/watching.ts';

describe('what two people survive', () => {
  let evening: Evening;

  beforeEach(async () => {
    evening = await beginEvening();
  });
  afterEach(() => evening.close());

  it('a reload comes back to the same place as the same person', async () => {
    const [anna, jonas] = [await evening.person(), await evening.person()];
    const link = await openRoom(anna, evening.server.url, 'Anna', evening.filmUrl);
    await enterRoom(jonas, link, 'Jonas');
    await allLoaded(anna, jonas);
    await press(anna, 'Play');
    await allMove(anna, jonas);

    await jonas.page.reload();

    await allMove(anna, jonas);
    const [there, here] = await Promise.all([player(anna), player(jonas)]);
    expect(Math.abs(there.positionS - here.positionS)).toBeLessThan(1);
    expect(
      await jonas.page.getByRole('list', { name: 'People here' }).getByRole('listitem').count(),
    ).toBe(2);
  });

  it('[EN2] a cut network is told, and what was said meanwhile arrives', async () => {
    const [anna, jonas] = [await evening.person(), await evening.person()];
    const proxy = await evening.network(LAN);
    const link = await openRoom(anna, evening.server.url, 'Anna', evening.filmUrl);
    await enterRoom(jonas, through(proxy.port, link), 'Jonas');
    await allLoaded(anna, jonas);
    await press(anna, 'Play');
    await allMove(anna, jonas);

    proxy.cut();
    await jonas.page.getByTestId('connection-lost').waitFor();
    await say(jonas, 'can you hear me');
    await say(anna, 'where are you');
    proxy.restore();

    await reads(jonas, 'where are you');
    await reads(anna, 'can you hear me');
    await allMove(anna, jonas);
  });

  it('[CO4] a killed server comes back with everything that it had accepted', async () => {
    const [anna, jonas] = [await evening.person(), await evening.person()];
    const link = await openRoom(anna, evening.server.url, 'Anna', evening.filmUrl);
    await enterRoom(jonas, link, 'Jonas');
    await allLoaded(anna, jonas);
    await press(anna, 'Play');
    await allMove(anna, jonas);
    await say(anna, 'before the crash');
    await reads(jonas, 'before the crash');

    await evening.server.kill();
    await jonas.page.getByTestId('connection-lost').waitFor();
    await evening.server.start();

    await eventually(async () => {
      expect(await jonas.page.getByTestId('connection-lost').count()).toBe(0);
      expect(await anna.page.getByTestId('connection-lost').count()).toBe(0);
    });
    await say(jonas, 'after the crash');
    await reads(anna, 'after the crash');
    await reads(jonas, 'before the crash');
    await allMove(anna, jonas);
    const [there, here] = await Promise.all([player(anna), player(jonas)]);
    expect(Math.abs(there.positionS - here.positionS)).toBeLessThan(1);
  });

  it('[GA4] the room waits for whom the film does not reach, and goes on after the limit', async () => {
    const [anna, jonas] = [await evening.person(), await evening.person()];
    const link = await openRoom(anna, evening.server.url, 'Anna', evening.filmUrl);
    await allLoaded(anna);
    await jonas.page.route('**/film.mp4', () => {});
    await enterRoom(jonas, link, 'Jonas');

    await press(anna, 'Play');
    await anna.page.getByText('Waiting for Jonas').first().waitFor();
    expect((await player(anna)).paused).toBe(true);

    await allMove(anna);
  });

  it('[EN3] a second tab takes the place, and the first says so', async () => {
    const anna = await evening.person();
    const link = await openRoom(anna, evening.server.url, 'Anna', evening.filmUrl);
    const second = await anna.page.context().newPage();

    await enterRoom({ ...anna, page: second }, link, 'Anna');

    await anna.page.getByRole('button', { name: 'Watch here' }).click();
    await second.getByRole('button', { name: 'Watch here' }).waitFor();
  });
});
