import type { Condition } from './presence';

/** What a heartbeat tells of a member's player. Milliseconds; left out where nothing is measured. */
export type Vitals = {
  readonly condition: Condition;
  readonly syncErrorMs?: number;
  readonly bufferedMs?: number;
};
