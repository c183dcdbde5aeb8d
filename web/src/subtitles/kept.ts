import { recordsOf } from '../device/records';

/** The file of subtitles that was last opened for a film. */
export type KeptSubtitles = {
  /** Names the film. */
  readonly key: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly atMs: number;
};

/** Those of the films that were watched last. */
export const keptSubtitles = recordsOf<KeptSubtitles>('subtitles', 20);

/** Which subtitles of a film are shown, if any, and how much later. */
export type KeptChoice = {
  /** Names the film. */
  readonly key: string;
  readonly id: string | undefined;
  readonly laterMs: number;
  readonly atMs: number;
};

/** Those of the films for which somebody chose last. */
export const keptChoices = recordsOf<KeptChoice>('chosenSubtitles', 200);
