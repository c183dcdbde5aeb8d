/**
 * Keeping a room without a server (protocol/PEERS.md), compiled from Java: only pages that keep one load this. Names ending in `Ms` are
 * milliseconds, `nowMs` is room time: milliseconds since 1970, with fractions. Nothing here reads a clock or sets a timer.
 */

/**
 * What is to be done to the connection of `peer`, in the order given. `send`: it has to arrive, after what was sent before. `answer`: an answer to a
 * probe of the clock, which may come out of order, or not at all. `pass`: worth nothing later, so not to whom much waits to be sent already.
 * `close`: tell why (CL in WIRE.md), and end it; the keeper has forgotten it.
 */
export type Effect =
  | { readonly type: 'send' | 'answer' | 'pass'; readonly peer: string; readonly text: string }
  | {
      readonly type: 'close';
      readonly peer: string;
      readonly code: number;
      readonly reason: string;
    };

/** Keeps one room: is told what happens, and says what is to be done. A time before one that was told already counts as that. */
export interface Keeper {
  /**
   * A connection is open, called `peer` as long as it is, and no other is meanwhile. By it comes `member`, who wants to be called `name`. Throws a
   * `MalformedError` that says which of them is none.
   */
  opened(peer: string, member: string, name: string, nowMs: number): Effect[];
  /** A frame came from `peer`. */
  received(peer: string, frame: string, nowMs: number): Effect[];
  /** The connection of `peer` has ended. */
  closed(peer: string, nowMs: number): Effect[];
  /** Nothing happened. */
  due(nowMs: number): Effect[];
  /** When to ask `due`, in room time; Infinity for never. */
  dueMs(): number;
}

/** A keeper of a new room; `epoch` names its history, 1 to 64 printable ASCII characters that no other has. */
export function createKeeper(epoch: string, nowMs: number): Keeper;
