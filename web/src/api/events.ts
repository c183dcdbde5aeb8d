import { decodeServer } from '@matinee/browser';
import type { RoomEvent } from '@matinee/link/roomEvent';

/** Reads events that came by a request. This is a decoder: the core checks each against WIRE.md before it is given a type, and throws if it is none. */
export const eventsOf = (values: readonly unknown[]): readonly RoomEvent[] =>
  values.map((value) => JSON.parse(decodeServer(JSON.stringify(value))) as RoomEvent);
