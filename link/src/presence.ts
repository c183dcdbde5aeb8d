/** How a member's player stands; the server adds `LOST`. */
export type Condition = 'WATCHING' | 'READY' | 'BUFFERING' | 'AWAY' | 'NO_FILM';

/** What a member last told of itself. Never stored. `syncErrorMs` > 0 means ahead of the room's line. */
export type Presence = {
  readonly member: string;
  readonly condition: Condition | 'LOST';
  readonly syncErrorMs?: number;
  readonly roundTripMs?: number;
  readonly bufferedMs?: number;
};
