import type { Refusal } from './connectionState';

/**
 * The answer to asking for the one-use ticket that opens a connection (EN1). `unreachable` is tried again. `syncUrl` is where the ticket is good,
 * if that is not where the room was opened: the room has moved to another region.
 */
export type TicketReply =
  | { readonly type: 'ticket'; readonly ticket: string; readonly syncUrl?: string }
  | { readonly type: 'refused'; readonly why: Refusal }
  | { readonly type: 'unreachable'; readonly retryAfterMs?: number };

/** Asks the server for a ticket; that of `region`, if the room has moved there. Rejecting counts as `unreachable`. */
export type GetTicket = (signal: AbortSignal, region?: string) => Promise<TicketReply>;
