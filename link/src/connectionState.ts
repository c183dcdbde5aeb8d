/** Why there is no way in, which may be tried again when the person asks. */
export type Barrier = (typeof barriers)[number];

const barriers = [
  'roomFull',
  'kicked',
  'banned',
  'locked',
  'memberGone',
  'otherCompanions',
  'notInvited',
  'passwordNeeded',
  'passwordWrong',
  'passwordTries',
  'signedOut',
] as const;

/** Is it worth trying again when the person asks? */
export const isBarrier = (why: Refusal | 'left'): why is Barrier =>
  barriers.some((barrier) => barrier === why);

/** Why there is no way in. `outdated`: the server says what this program cannot read (EN4). */
export type Refusal = Barrier | 'closed' | 'noSuchRoom' | 'notAllowed' | 'misbehaved' | 'outdated';

/**
 * How the page stands to its room. Instants are milliseconds of the page's own clock (`Room.nowMs`).
 * - `connecting`: for the first time;
 * - `live`: everything seen is current;
 * - `lost`: since `sinceMs`; the next try is at `retryAtMs`, or under way when that is left out. The page shows what it last knew;
 * - `replaced`: the same person opened the room elsewhere (4100); comes back when the person asks (`Room.comeBack`);
 * - `refused`: no way in; `left`: the person went.
 */
export type ConnectionState =
  | { readonly type: 'connecting' }
  | { readonly type: 'live' }
  | { readonly type: 'lost'; readonly sinceMs: number; readonly retryAtMs?: number }
  | { readonly type: 'replaced' }
  | { readonly type: 'refused'; readonly why: Refusal }
  | { readonly type: 'left' };
