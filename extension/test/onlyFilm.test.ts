import { expect, it } from 'vitest';
import { fakePlayer, usualManners } from '../../link/test/fakePlayer';
import { virtualTime } from '../../link/test/virtualTime';
import { isAdvertisement, onlyFilm } from '../src/content/onlyFilm';

const FILM_MS = 5_400_000;

it.each([
  [30_000, FILM_MS, true],
  [180_000, FILM_MS, true],
  [181_000, FILM_MS, false],
  [FILM_MS + 4_000, FILM_MS, false],
  [60_000, 90_000, false],
  [undefined, FILM_MS, true],
  [30_000, undefined, false],
  [undefined, undefined, false],
])('%s ms in place of a film of %s ms is an advertisement: %s', (lengthMs, filmMs, is) => {
  expect(isAdvertisement(lengthMs, filmMs)).toBe(is);
});

const shown = async (lengthMs: number, isInPage = () => true) => {
  const time = virtualTime();
  const inner = fakePlayer(time, { ...usualManners, lengthMs });
  const player = onlyFilm(inner, () => FILM_MS, isInPage);
  const told: string[] = [];
  player.subscribe(({ type }) => told.push(type));
  await time.pass(1_000);
  return { time, inner, player, told };
};

it('[ST2] an advertisement is let be: the player is not ready, and what is done to it is not told', async () => {
  const { time, inner, player, told } = await shown(30_000);
  inner.person.play();
  await time.pass(2_000);
  const placeMs = inner.position().positionMs;

  player.pause();
  player.seek(60_000);
  await time.pass(1_000);

  expect(player.state().ready).toBe(false);
  expect(inner.position().positionMs).toBeCloseTo(placeMs + 1_000, -1);
  expect(told).toEqual([]);
});

it('the film is worked as ever', async () => {
  const { time, inner, player, told } = await shown(FILM_MS);

  player.seek(60_000);
  await player.play();
  await time.pass(2_000);

  expect(player.state().ready).toBe(true);
  expect(inner.position().positionMs).toBeGreaterThan(61_000);
  expect(told).toContain('playing');
});

it('[ST3] that a page takes a player away is no wish', async () => {
  let isInPage = true;
  const { time, inner, told } = await shown(FILM_MS, () => isInPage);
  inner.person.play();
  await time.pass(1_000);
  const before = told.filter((type) => type === 'pause').length;

  isInPage = false;
  inner.person.pause();
  await time.pass(1_000);

  expect([before, told.filter((type) => type === 'pause').length]).toEqual([0, 0]);
});
