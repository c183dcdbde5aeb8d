import type { PlayerSample } from '@matinee/browser';
import type { BufferedRange, Player } from './player';

/** The media from the target to this much further must be there for a seek to be worth it. */
const AHEAD_MS = 1_000;

/** Looks at a player of something of which there is nothing behind `endMs`. `targetAt` says where it should be at an instant; NaN while that is not known. */
export const sampleOf = (
  player: Player,
  isHidden: boolean,
  endMs: number | undefined,
  targetAt: (atMs: number) => number,
): PlayerSample => {
  const { positionMs, atMs } = player.position();
  return {
    atMs,
    positionMs,
    ...player.state(),
    hidden: isHidden,
    targetBuffered: isBuffered(player, endMs, targetAt(atMs)),
  };
};

const holds = ({ fromMs, toMs }: BufferedRange, positionMs: number): boolean =>
  fromMs <= positionMs && positionMs < toMs;

const isBuffered = (player: Player, endMs: number | undefined, targetMs: number): boolean => {
  const ends = [targetMs + AHEAD_MS, player.lengthMs(), endMs];
  const untilMs = Math.min(...ends.filter((ms) => ms !== undefined));
  return player.buffered().some((each) => holds(each, targetMs) && untilMs <= each.toMs + 50);
};

/** How far the player could go on from here without loading more. */
export const bufferedAheadMs = (player: Player): number => {
  const { positionMs } = player.position();
  const here = player.buffered().find((each) => holds(each, positionMs));
  return here === undefined ? 0 : here.toMs - positionMs;
};
