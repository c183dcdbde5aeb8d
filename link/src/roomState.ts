import type { Snapshot } from '@matinee/browser';

export type {
  Access,
  Action,
  Control,
  ControlPolicy,
  Door,
  Gate,
  Member,
  Playback,
  Proposal,
  ProposalEnd,
  Queue,
  QueueItem,
  Readiness,
  Role,
  Stage,
  Standing,
  Writers,
} from '@matinee/browser';

/** Everything that is true of a room after event `revision`, decided at room time `atMs`. Members stand in the order of joining. */
export type RoomState = Omit<Snapshot, 'type'>;
