/**
 * Positions of live media begin here: a whole day, so that no position of a film is one. What lies below says that nobody has brought the room
 * into the stream yet (docs/decisions/0029).
 */
export const LIVE_FROM_MS = 86_400_000;

/** Is this a position of live media? */
export const isLivePosition = (positionMs: number): boolean => positionMs >= LIVE_FROM_MS;

/** A stretch of what a live stream still has: where it is on the player's own time, and the stream's time at its beginning; ms. */
export type Stretch = {
  readonly fromMs: number;
  readonly toMs: number;
  readonly streamMs: number;
};

/**
 * How the player's own time, which begins with its first playlist, stands to the stream's, which is the same for everybody. Stretches follow
 * one another, there is one at least. The stream's time is only known up to whole periods.
 */
export type Scale = { readonly stretches: readonly Stretch[]; readonly periodMs: number };

const wrapped = (ms: number, periodMs: number): number => ((ms % periodMs) + periodMs) % periodMs;

/** What differs from `ms` by whole periods, and is nearest to `nearMs`. */
const unwrapped = (ms: number, nearMs: number, periodMs: number): number =>
  ms + Math.round((nearMs - ms) / periodMs) * periodMs;

/** The room's position for a place of the player's own time: of those it may be, the one nearest to `nearMs`. */
export const positionOf = (scale: Scale, ownMs: number, nearMs: number): number => {
  const { stretches, periodMs } = scale;
  const found = stretches.find(({ toMs }) => ownMs < toMs) ?? stretches.at(-1);
  if (found === undefined) return nearMs;
  const positionMs = LIVE_FROM_MS + wrapped(found.streamMs + ownMs - found.fromMs, periodMs);
  return unwrapped(positionMs, Math.max(nearMs, LIVE_FROM_MS + periodMs / 2), periodMs);
};

/**
 * Where a room's position is on the player's own time; nothing if the stream has it no more, or not for more than `aheadMs` to come.
 */
export const placeOf = (scale: Scale, positionMs: number, aheadMs: number): number | undefined => {
  if (!isLivePosition(positionMs)) return undefined;
  const { stretches, periodMs } = scale;
  const places = stretches.map(({ fromMs, toMs, streamMs }, index) => {
    const lengthMs = toMs - fromMs + (index === stretches.length - 1 ? aheadMs : 0);
    const intoMs = wrapped(positionMs - LIVE_FROM_MS - streamMs, periodMs);
    return intoMs < lengthMs ? fromMs + intoMs : undefined;
  });
  return places.findLast((each) => each !== undefined);
};
