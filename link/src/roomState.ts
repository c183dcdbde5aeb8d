import type { Snapshot } from '@matinee/browser';

export type { ControlPolicy, Gate, Member, Playback, Readiness, Stage } from '@matinee/browser';

/** Everything that is true of a room after event `revision`, decided at room time `atMs`. Members stand in the order of joining. */
export type RoomState = Omit<Snapshot, 'type'>;
