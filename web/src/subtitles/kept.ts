import { recordsOf } from '../device/records';

/** The file of subtitles that was last chosen for a film, and how it was shown. */
export type KeptSubtitles = {
  /** Names the film. */
  readonly key: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly isShown: boolean;
  readonly laterMs: number;
  readonly atMs: number;
};

/** Those of the films that were watched last. */
export const keptSubtitles = recordsOf<KeptSubtitles>('subtitles', 20);
