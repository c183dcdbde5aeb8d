import type { Reason } from '@matinee/browser';

export type { Reason } from '@matinee/browser';

/**
 * Why a wish will never be answered:
 * - `offline`: the room was out of reach and this kind of wish is not kept;
 * - `superseded`: a newer wish of the same kind took its place before it was sent;
 * - `tooLate`: kept while offline, but the room came back later than the wish is worth;
 * - `tooMany`: 16 commands are without an answer (CO2);
 * - `malformed`: the server could not read it;
 * - `over`: the connection ended for good.
 */
export type GoneWhy = 'offline' | 'superseded' | 'tooLate' | 'tooMany' | 'malformed' | 'over';

/** What became of a wish. `accepted` means that it is in the room's history at `revision` (CO4). */
export type Answer =
  | { readonly type: 'accepted'; readonly revision: number }
  | { readonly type: 'rejected'; readonly reason: Reason }
  | { readonly type: 'gone'; readonly why: GoneWhy };
