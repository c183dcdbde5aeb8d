import type { Fragment, LevelDetails } from 'hls.js';
import type { Scale, Stretch } from '../live';

/** A film of which more and more is there: up to where, and how long it will be; ms. */
export type Coming = { readonly reachMs: number; readonly wholeMs: number };

/** What an HLS playlist says of its stream. `edgeMs` is where a live one is best entered, on the player's own time. */
export type Stream =
  | { readonly type: 'unknown' }
  | {
      readonly type: 'film' /** While more of it comes: how much is there, and how long it will be. */;
      readonly coming?: Coming;
    }
  | {
      readonly type: 'live';
      /** Left out until the stream's own time is known. */
      readonly scale?: Scale;
      readonly edgeMs: number;
      /** So far beyond its end the stream is waited for. */
      readonly aheadMs: number;
    };

/** EXT-X-PROGRAM-DATE-TIME tells the time of day. */
const DAY_MS = 86_400_000;
/** Timestamps of MPEG-TS have 33 bits and count 90 kHz. */
const TIMESTAMPS_MS = 2 ** 33 / 90;

/** Segments: how many behind the edge is a good place to enter, and how many beyond it are still waited for. */
const BEHIND = 3;
const BEYOND = 2;
/** A stream from which nothing came for longer may be late by so much. */
const LATE_MS = 600_000;

/** Where a segment begins: its picture, once that is known, else as the playlist counts. Dates of segments are those of their pictures. */
const startMs = ({ start, elementaryStreams }: Fragment): number =>
  ((elementaryStreams.video ?? elementaryStreams.audiovideo)?.startPTS ?? start) * 1000;

/**
 * The stretches of a live playlist. A stream without dates is timed by the timestamps in its segments, which are the same for everybody:
 * `timestampsMs` says, by the number of its discontinuity, what they were at the zero of the player's own time.
 */
const scaleOf = (
  { fragments, hasProgramDateTime }: Pick<LevelDetails, 'fragments' | 'hasProgramDateTime'>,
  timestampsMs: ReadonlyMap<number, number>,
): Scale | undefined => {
  const stretches = fragments.flatMap((fragment): Stretch[] => {
    const fromMs = startMs(fragment);
    const zeroMs = timestampsMs.get(fragment.cc);
    const timestampMs = zeroMs === undefined ? undefined : zeroMs + fromMs;
    const streamMs = hasProgramDateTime ? fragment.programDateTime : timestampMs;
    return streamMs === null || streamMs === undefined
      ? []
      : [{ fromMs, toMs: fromMs + fragment.duration * 1000, streamMs }];
  });
  return stretches.length === 0
    ? undefined
    : { stretches, periodMs: hasProgramDateTime ? DAY_MS : TIMESTAMPS_MS };
};

/** Follows the playlist of one stream, which belongs to a film of `wholeMs` if that is given, however it grows. What was live once is live for as long as the page plays it: its positions stay what they were. */
export const streamFollower = (nowMs: () => number, wholeMs?: number) => {
  let details: LevelDetails | undefined;
  let wasLive = false;
  let grewAtMs = nowMs();
  const timestampsMs = new Map<number, number>();
  let scale: Scale | undefined;
  const measure = (): void => {
    scale = details === undefined || !wasLive ? undefined : scaleOf(details, timestampsMs);
  };
  return {
    loaded: (next: LevelDetails): void => {
      if (details === undefined || next.endSN !== details.endSN) {
        grewAtMs = nowMs();
      }
      details = next;
      wasLive ||= next.live && wholeMs === undefined;
      measure();
    },
    /** More is known of where the segments begin. */
    measured: measure,
    /** The timestamp, ms, that the zero of the player's own time has in this discontinuity. */
    timed: (discontinuity: number, zeroMs: number): void => {
      timestampsMs.set(discontinuity, zeroMs);
      measure();
    },
    now: (syncPositionS: number | null): Stream => {
      if (details === undefined) return { type: 'unknown' };
      if (!wasLive) {
        return wholeMs === undefined || !details.live
          ? { type: 'film' }
          : { type: 'film', coming: { reachMs: details.edge * 1000, wholeMs } };
      }
      const segmentMs = details.targetduration * 1000;
      const isStuck = nowMs() - grewAtMs > BEHIND * segmentMs;
      return {
        type: 'live',
        ...(scale === undefined ? {} : { scale }),
        edgeMs: (syncPositionS ?? details.edge - BEHIND * details.targetduration) * 1000,
        aheadMs: isStuck ? LATE_MS : BEYOND * segmentMs,
      };
    },
  };
};
