import type { FilmChoice } from '../room/port';
import type { UploadProgress } from './progress';

/** A film that was uploaded, as a room or an invitation takes it. */
export type UploadedFilm = Extract<FilmChoice, { readonly type: 'upload' }>;

/** What is to become of the film. A new room takes the first one, and has the others up next; to each of those for a friend the friend is invited. Those for an evening wait until it is planned; one for the library is there, and nothing more happens. */
export type Goal =
  | { readonly type: 'newRoom' }
  | { readonly type: 'evening' }
  | { readonly type: 'library' }
  | { readonly type: 'invitation'; readonly person: string }
  | GoalInRoom;

/** To be played in a room at once, or to come up next there. */
export type GoalInRoom = {
  readonly type: 'room';
  readonly room: string;
  readonly how: 'load' | 'enqueue';
};

/** Why the server does not take a film. */
export type UploadFailure =
  | { readonly type: 'tooLarge' | 'notMedia' | 'noSpace' | 'empty' | 'other' }
  | { readonly type: 'quota'; readonly leftBytes: number };

/**
 * What an upload is at. `lost`: it tries again by itself. `missing`: the page was loaded anew, and does not have the file any more.
 */
export type Stage =
  | { readonly type: 'waiting' }
  | { readonly type: 'sending' | 'lost' | 'paused'; readonly progress: UploadProgress }
  | { readonly type: 'missing' }
  | { readonly type: 'failed'; readonly why: UploadFailure }
  | { readonly type: 'done'; readonly film: UploadedFilm };

/** A file on its way to the library of the server at `address` (empty for this page's own), where it is at `url` once it has begun. */
export type Upload = {
  readonly key: number;
  readonly name: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  readonly address: string;
  readonly goal: Goal;
  readonly url?: string;
  /** The film as it can be watched while the rest of it comes, once there is enough to begin with. */
  readonly coming?: UploadedFilm;
  /** Its film went where it is to go while it was still coming. */
  readonly isDelivered?: boolean | undefined;
  /** Nobody can watch it before all of it is there. */
  readonly playsWhenWhole?: boolean;
  readonly stage: Stage;
};

/** How many are sent at the same time; others wait. */
const atOnce = 2;

/** How many there may be. */
export const mostUploads = 100;

export const isSame = (one: Goal, other: Goal): boolean => {
  if (one.type === 'room' && other.type === 'room') return one.room === other.room;
  if (one.type === 'invitation' && other.type === 'invitation') return one.person === other.person;
  return one.type === other.type;
};

/** The list with one upload changed. */
export const withChange = (
  uploads: readonly Upload[],
  key: number,
  change: Partial<Upload>,
): readonly Upload[] =>
  uploads.map((upload) => (upload.key === key ? { ...upload, ...change } : upload));

const isUnderWay = ({ stage }: Upload): boolean =>
  stage.type === 'sending' || stage.type === 'lost';

/** Those whose turn it is. */
export const nextToSend = (uploads: readonly Upload[]): readonly Upload[] =>
  uploads
    .filter(({ stage }) => stage.type === 'waiting')
    .slice(0, Math.max(0, atOnce - uploads.filter(isUnderWay).length));

/** Is this to be watched by a room at once, and not only when its turn comes? */
export const isForNow = ({ goal }: Upload): boolean =>
  goal.type === 'newRoom' || (goal.type === 'room' && goal.how === 'load');

/** The film that can be handed over: a whole one, or one that can be watched while it comes by whoever wants it now. */
const filmOf = (upload: Upload): UploadedFilm | undefined => {
  if (upload.stage.type === 'done') return upload.stage.film;
  return isForNow(upload) ? upload.coming : undefined;
};

/** The first upload for `goal` whose film is there, unless one that comes before it is still to come. */
export const nextToDeliver = (
  uploads: readonly Upload[],
  goal: Goal,
): { readonly upload: Upload; readonly film: UploadedFilm } | undefined => {
  for (const upload of uploads) {
    if (!isSame(upload.goal, goal) || upload.isDelivered) continue;
    const film = filmOf(upload);
    if (film) return { upload, film };
    if (upload.stage.type !== 'failed') return undefined;
  }
  return undefined;
};

/** The title of a film from its file's name. */
export const titleOfFile = (name: string): string =>
  (name.replace(/\.[a-z0-9]{2,5}$/iu, '').trim() || name).slice(0, 200);
