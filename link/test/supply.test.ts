import { expect, it } from 'vitest';
import { sampleOf } from '../src/sampling';
import { fakePlayer } from './fakePlayer';
import { virtualTime } from './virtualTime';

it('[UP1] a player has all it needs where what is there of the film ends, and lacks a second of it where more is there', () => {
  const player = {
    ...fakePlayer(virtualTime()),
    buffered: () => [{ fromMs: 0, toMs: 30_000 }],
  };

  const isThere = (endMs: number | undefined) =>
    sampleOf(player, false, endMs, () => 29_700).targetBuffered;

  expect([30_000, 34_000, undefined].map(isThere)).toEqual([true, false, false]);
});
