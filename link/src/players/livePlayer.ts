import { placeOf, positionOf } from '../live';
import type { LiveWindow, Player } from '../player';
import type { Stream } from './stream';

/** A seek that ends so near to where it was sent is the one that was sent. */
const SAME_MS = 50;

/** A player whose positions are the stream's and not its own; `known` is to be called whenever more is known of the stream. */
export type LivePlayer = { readonly player: Player; readonly known: () => void };

/** So near to the end of what is there nobody begins. */
const SHORT_MS = 1000;

const isKnown = (stream: Stream): boolean =>
  stream.type === 'film' || (stream.type === 'live' && stream.scale !== undefined);

/** Is it known where this position is, and is the film there already? */
const isThere = (stream: Stream, positionMs: number): boolean => {
  const coming = stream.type === 'film' ? stream.coming : undefined;
  const isMade = coming === undefined || positionMs <= Math.max(0, coming.reachMs - SHORT_MS);
  return isKnown(stream) && isMade;
};

const lengthOf = (stream: Stream, base: Player): number | undefined => {
  if (stream.type === 'live') return undefined;
  return (stream.type === 'film' ? stream.coming?.wholeMs : undefined) ?? base.lengthMs();
};

const windowOf = (stream: Stream, nearMs: number): LiveWindow | undefined => {
  if (stream.type !== 'live' || stream.scale === undefined) return undefined;
  const { scale, aheadMs, edgeMs } = stream;
  return {
    has: (positionMs) => placeOf(scale, positionMs, aheadMs) !== undefined,
    edgeMs: Math.round(positionOf(scale, edgeMs, nearMs)),
  };
};

/**
 * Gives a player of live media the positions that the same moment of the stream has for everybody. A position that the stream has no more is
 * shown at the edge, as if it were there, until the room goes elsewhere. Jumps that nobody asked for here are the stream's own, and not told.
 */
export const livePlayer = (base: Player, stream: () => Stream): LivePlayer => {
  /** A position that was wished before anybody knew where it is, or before it was there. */
  let wantedMs: number | undefined;
  let standIn: { readonly positionMs: number; readonly ownMs: number } | undefined;
  let soughtMs = Number.NaN;
  let nearMs = 0;

  const offsetMs = (ownMs: number): number => {
    const now = stream();
    if (standIn !== undefined) return standIn.positionMs - standIn.ownMs;
    if (now.type !== 'live' || now.scale === undefined) return 0;
    nearMs = positionOf(now.scale, ownMs, nearMs);
    return nearMs - ownMs;
  };
  const seek = (positionMs: number): void => {
    const now = stream();
    wantedMs = isThere(now, positionMs) ? undefined : positionMs;
    if (now.type === 'film' && wantedMs === undefined) {
      soughtMs = positionMs;
      base.seek(positionMs);
    }
    if (now.type !== 'live' || now.scale === undefined) return;
    const ownMs = placeOf(now.scale, positionMs, now.aheadMs);
    standIn = ownMs === undefined ? { positionMs, ownMs: now.edgeMs } : undefined;
    nearMs = positionMs;
    soughtMs = ownMs ?? now.edgeMs;
    base.seek(soughtMs);
  };
  /** A film is moved by hls.js only to where its playlist begins, before anybody else moves it. */
  const isOwnJump = (): boolean =>
    stream().type === 'live'
      ? !(Math.abs(base.position().positionMs - soughtMs) <= SAME_MS)
      : Number.isNaN(soughtMs);
  const onStream = (ownMs: number): number => ownMs + offsetMs(ownMs);

  const player: Player = {
    ...base,
    seek,
    position: () => {
      const { positionMs, atMs } = base.position();
      return { positionMs: wantedMs ?? onStream(positionMs), atMs };
    },
    state: () => {
      const state = base.state();
      return { ...state, ready: state.ready && isKnown(stream()) && wantedMs === undefined };
    },
    buffered: () => {
      const byMs = offsetMs(base.position().positionMs);
      return base
        .buffered()
        .map(({ fromMs, toMs }) => ({ fromMs: fromMs + byMs, toMs: toMs + byMs }));
    },
    lengthMs: () => lengthOf(stream(), base),
    live: () => windowOf(stream(), nearMs),
    subscribe: (listener) =>
      base.subscribe((event) => {
        if (event.type !== 'seeking' || !isOwnJump()) listener(event);
      }),
    onFrame: (listener) =>
      base.onFrame(({ positionMs, atMs }) => listener({ positionMs: onStream(positionMs), atMs })),
  };
  return {
    player,
    known: () => {
      if (wantedMs !== undefined && isThere(stream(), wantedMs)) seek(wantedMs);
    },
  };
};
