import type { Media } from './media';

/** Who may load, play, pause, seek and change speed (RI1). */
export type ControlPolicy = 'EVERYONE' | 'HOST_ONLY';

/** Could the member's player play now, and does the room hold for it if not (GA2, GA4)? */
export type Readiness = 'READY' | 'BUFFERING' | 'CATCHING_UP';

/** How the loaded media moves. Absolute (PB1). Positions in whole milliseconds of the media, times in room time. */
export type Playback =
  | { readonly type: 'paused'; readonly positionMs: number; readonly rate: number }
  | {
      readonly type: 'playing';
      readonly anchorMs: number;
      readonly positionMs: number;
      readonly rate: number;
    }
  | {
      readonly type: 'waiting';
      readonly positionMs: number;
      readonly rate: number;
      readonly sinceMs: number;
      readonly untilMs: number;
    };

/** What the room has before it. `loadedRevision` is the event that loaded the media; wishes made before it are stale (ID4). */
export type Stage =
  | { readonly type: 'idle' }
  | {
      readonly type: 'loaded';
      readonly media: Media;
      readonly loadedRevision: number;
      readonly playback: Playback;
    };

/** A person's place in the room; `lostSinceMs` stands while the connection is gone (ME3). */
export type Member = {
  readonly id: string;
  readonly name: string;
  readonly joinedAtMs: number;
  readonly role: 'HOST' | 'MEMBER';
  readonly readiness: Readiness;
  readonly lostSinceMs?: number;
};

/** Everything that is true of a room after event `revision`, decided at room time `atMs`. Members stand in the order of joining. */
export type RoomState = {
  readonly epoch: string;
  readonly revision: number;
  readonly atMs: number;
  readonly stage: Stage;
  readonly control: ControlPolicy;
  readonly members: readonly Member[];
};
