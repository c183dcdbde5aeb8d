import * as v from 'valibot';
import { remember, remembered } from '../device/memory';

const recentRoom = v.object({ id: v.string(), title: v.optional(v.string()), atMs: v.number() });

/** A room that this device has been in, the film it had then, and when that was (wall time, ms). */
export type RecentRoom = Readonly<v.InferOutput<typeof recentRoom>>;

const most = 12;

/** The rooms this device has been in, the latest first. Anything that is not such a list counts as none. */
export const parseRecentRooms = (kept: string | undefined): readonly RecentRoom[] => {
  try {
    const parsed = v.safeParse(v.array(recentRoom), JSON.parse(kept ?? '[]'));
    return parsed.success ? parsed.output : [];
  } catch {
    return [];
  }
};

/** Puts a room on top of the list; one that is there already moves up and keeps its title unless it has a new one. */
export const withRecentRoom = (
  rooms: readonly RecentRoom[],
  room: RecentRoom,
): readonly RecentRoom[] => {
  const known = rooms.find((other) => other.id === room.id);
  const others = rooms.filter((other) => other.id !== room.id);
  return [{ ...known, ...room }, ...others].slice(0, most);
};

/** Takes a room off the list. */
export const withoutRecentRoom = (
  rooms: readonly RecentRoom[],
  id: string,
): readonly RecentRoom[] => rooms.filter((room) => room.id !== id);

export const recentRooms = (): readonly RecentRoom[] => parseRecentRooms(remembered('recentRooms'));

export const keepRecentRooms = (rooms: readonly RecentRoom[]): void =>
  remember('recentRooms', JSON.stringify(rooms));
