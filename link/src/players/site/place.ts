import type { PositionSample } from '../../player';

/** What a sample says: nothing new, that the seek of this program is done, or that the player is elsewhere by somebody else's hand. */
export type Sighting = 'course' | 'sought' | 'jumped';

/** A site tells where its player is a few times a second; between that it is believed to go on, but not for longer. */
const BELIEVED_MS = 1_000;
/** So far back, or ahead of where it would have got to, nothing gets by itself. */
const BACK_MS = 400;
const AHEAD_MS = 700;
/** A seek ends somewhere near where it was sent; one that does not is given up. */
const NEAR_MS = 1_500;
const SEEK_LASTS_MS = 4_000;
/** What plays and does not advance for so long does not play: an advertisement is in its way. */
const STUCK_MS = 2_500;

/** Keeps where a site's player is, of which it tells now and then. */
export const openPlace = (nowMs: () => number) => {
  let seen: PositionSample = { positionMs: 0, atMs: nowMs() };
  let toldMs = 0;
  let advancedAtMs = nowMs();
  let sought: (PositionSample & { readonly isStart: boolean }) | undefined;
  let rate = 1;
  let isMoving = false;

  const goneTo = (atMs: number, mostMs: number): number =>
    seen.positionMs + (isMoving ? Math.max(0, Math.min(atMs - seen.atMs, mostMs)) * rate : 0);
  const take = (sample: PositionSample): void => {
    if (sample.positionMs > seen.positionMs) advancedAtMs = nowMs();
    seen = sample;
    toldMs = sample.positionMs;
  };
  const isJump = ({ positionMs, atMs }: PositionSample): boolean =>
    toldMs - positionMs > BACK_MS || positionMs - goneTo(atMs, Number.POSITIVE_INFINITY) > AHEAD_MS;
  const isDone = ({ positionMs, atMs }: PositionSample, to: PositionSample): boolean =>
    Math.abs(positionMs - to.positionMs) <= NEAR_MS || atMs - to.atMs > SEEK_LASTS_MS;

  return {
    nowMs: (): number => sought?.positionMs ?? goneTo(nowMs(), BELIEVED_MS),
    isSeeking: (): boolean => sought !== undefined && !sought.isStart,
    /** This program sends it there; or starts it there, which is no seek. */
    seek: (positionMs: number, isStart = false): void => {
      sought = { positionMs, atMs: nowMs(), isStart };
    },
    /** It is there, without having been asked to move. */
    put: (positionMs: number): void => {
      sought = undefined;
      take({ positionMs, atMs: nowMs() });
    },
    /** It moves from now on, or does not, at this rate. */
    move: (moves: boolean, at: number): void => {
      if (moves === isMoving && at === rate) return;
      seen = { positionMs: goneTo(nowMs(), BELIEVED_MS), atMs: nowMs() };
      if (moves && !isMoving) advancedAtMs = nowMs();
      isMoving = moves;
      rate = at;
    },
    /** Does it say that it plays, and stands? */
    isStuck: (): boolean => isMoving && nowMs() - advancedAtMs > STUCK_MS,
    saw: (sample: PositionSample): Sighting => {
      if (sought !== undefined) {
        if (sample.atMs < sought.atMs || !isDone(sample, sought)) return 'course';
        sought = undefined;
        take(sample);
        advancedAtMs = nowMs();
        return 'sought';
      }
      const hasJumped = isJump(sample);
      take(sample);
      return hasJumped ? 'jumped' : 'course';
    },
  };
};
