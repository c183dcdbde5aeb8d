import type { Application, Replica, ServerMessage } from '@matinee/browser';
import type { RoomState } from './roomState';

/** A frame of the server: what it did to the replica, and what it says; or why it could not be read. */
export type Frame =
  | { readonly type: 'read'; readonly application: Application; readonly message: ServerMessage }
  | { readonly type: 'malformed'; readonly why: string };

/** Takes a frame into the replica. This is the decoder: the core has checked the text against WIRE.md before it is given a type. */
export const takeIn = (replica: Replica, text: string): Frame => {
  try {
    const application = replica.apply(text);
    return { type: 'read', application, message: JSON.parse(text) as ServerMessage };
  } catch (cause) {
    return { type: 'malformed', why: cause instanceof Error ? cause.message : String(cause) };
  }
};

/** The replica's state as a value; undefined before the first snapshot. */
export const stateOf = (replica: Replica): RoomState | undefined =>
  replica.revision() === 0 ? undefined : (JSON.parse(replica.snapshot()) as RoomState);
