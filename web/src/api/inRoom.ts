import type * as v from 'valibot';
import { regionsOfServer } from './regions';
import { type Result, request } from './request';

/** Where rooms live that are not at this page's own server, as servers told while the page was open. */
const addresses = new Map<string, string>();

/** A room that moves while it is asked for is followed so often. */
const mostMoves = 4;

/** The server of a room; empty for this page's own. */
export const addressOfRoom = (room: string): string => addresses.get(room) ?? '';

const keepAddress = (room: string, address: string): void => {
  addresses.set(room, address === location.origin ? '' : address);
};

/**
 * From now on a room is asked for in the region of this name. One that this page's own server does not name is not believed in: then the room is
 * asked for where it was, and that server says where it is.
 */
export const lookIn = async (room: string, name: string): Promise<void> => {
  const region = (await regionsOfServer()).find((each) => each.name === name);
  if (region !== undefined) keepAddress(room, region.address);
};

/** The link by which others come to a room: at the server where it lives. */
export const linkOfRoom = (room: string): string =>
  new URL(`/r/${room}`, addressOfRoom(room) || location.href).href;

/** Where connections to a room are opened. */
export const syncUrlOf = (room: string): string => {
  const url = new URL('/sync', addressOfRoom(room) || location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
};

/** Asks the server of a room at a path below the room's own; when the room has moved, the one where it is now. */
export const requestInRoom = async <Value>(
  room: string,
  path: string,
  schema: v.GenericSchema<unknown, Value>,
  init: RequestInit = {},
): Promise<Result<Value>> => {
  const below = `/api/rooms/${encodeURIComponent(room)}${path}`;
  let result = await request(`${addressOfRoom(room)}${below}`, schema, init);
  for (let moves = 0; moves < mostMoves; moves += 1) {
    if (result.type !== 'failed' || result.kind !== 'room-elsewhere' || !result.address) break;
    keepAddress(room, result.address);
    result = await request(`${addressOfRoom(room)}${below}`, schema, init);
  }
  return result;
};
