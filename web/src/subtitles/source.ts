import { type Cue, cuesAt } from './cue';
import type { Encoding } from './decode';
import { piecesOf } from './markup';
import type { Held } from './read';
import type { Remote } from './remote';

/** A file of this person, as it was opened. */
export type OwnFile = Held & {
  readonly type: 'file';
  readonly id: string;
  readonly label: string;
  readonly encoding: Encoding;
  readonly bytes: Uint8Array;
};

/** Subtitles that can be chosen: a file of this person, what the server has, which is read once it is chosen, or what comes with a stream. */
export type Source =
  | OwnFile
  | (Held & { readonly type: 'remote'; readonly id: string; readonly remote: Remote })
  | {
      readonly type: 'track';
      readonly id: string;
      readonly label: string;
      readonly track: TextTrack;
    };

/** The tracks of an element that are subtitles. */
export const tracksOf = (element: HTMLVideoElement): readonly Source[] =>
  [...element.textTracks]
    .filter(({ kind }) => kind === 'subtitles' || kind === 'captions')
    .map((track, at) => ({
      type: 'track',
      id: `track ${at} ${track.language}`,
      label: track.label || track.language || String(at + 1),
      track,
    }));

const cuesOf = (track: TextTrack): readonly Cue[] =>
  [...(track.cues ?? [])].flatMap((cue) =>
    cue instanceof VTTCue
      ? [
          {
            startMs: cue.startTime * 1000,
            endMs: cue.endTime * 1000,
            pieces: piecesOf(cue.text),
          },
        ]
      : [],
  );

/** What is shown of a source where the film is, if it is shown so much later. */
export const shownAt = (source: Source, positionMs: number, laterMs: number): readonly Cue[] => {
  const atMs = positionMs - laterMs;
  return source.type === 'track'
    ? cuesOf(source.track).filter(({ startMs, endMs }) => startMs <= atMs && atMs < endMs)
    : cuesAt(source.cues, atMs);
};

/** The whole file of what is ASS. */
export const assOf = (source: Source | undefined): string | undefined =>
  source === undefined || source.type === 'track' ? undefined : source.ass;
