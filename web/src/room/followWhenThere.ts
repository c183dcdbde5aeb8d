import type { FollowState } from '@matinee/link/following';
import type { Room } from '@matinee/link/room';
import { subscribers } from '@matinee/link/subscribers';
import type { Follow } from './live';

/** How much of the room's film is there, ms; nothing where it is whole, or not known. */
const comingMs = (room: Room): number | undefined => {
  const stage = room.current().state?.stage;
  return stage?.type === 'loaded' ? stage.availableMs : undefined;
};

const isOfUnknownKind = (state: FollowState | undefined): boolean =>
  state?.type === 'unable' && state.problem.type === 'codec';

const loading: FollowState = { type: 'loading' };
const preparing: FollowState = { type: 'preparing' };

/**
 * As `follow`, once there is something of the film that can be played (UP1): a player that is given less takes it for damaged. A browser that
 * does not play what comes waits until all is there, for the server makes nothing else of it before.
 */
export const followWhenThere =
  (room: Room, follow: Follow): Follow =>
  (...wanted) => {
    const changes = subscribers<void>();
    let following: ReturnType<Follow> | undefined;
    let soundLateMs = 0;
    const begin = () => {
      following = follow(...wanted);
      following.setSoundLateMs(soundLateMs);
      following.subscribe(changes.tell);
    };
    const isComing = () => comingMs(room) !== undefined;
    let wasComing = isComing();
    const look = () => {
      const isThere = comingMs(room) !== 0;
      const isLetGo = wasComing && !isComing() && isOfUnknownKind(following?.current());
      wasComing = isComing();
      if (isThere === (following !== undefined) && !isLetGo) return;
      following?.close();
      following = undefined;
      if (isThere) begin();
      changes.tell();
    };
    const stop = room.subscribe(look);
    look();
    return {
      current: () => {
        const state = following?.current() ?? loading;
        return isComing() && isOfUnknownKind(state) ? preparing : state;
      },
      subscribe: changes.add,
      syncErrorMs: () => following?.syncErrorMs(),
      join: () => following?.join(),
      sounds: () => following?.sounds(),
      setSoundLateMs: (lateMs) => {
        soundLateMs = lateMs;
        following?.setSoundLateMs(lateMs);
      },
      close: () => {
        stop();
        following?.close();
      },
    };
  };
