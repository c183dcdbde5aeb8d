import type { FollowState } from '@matinee/link/following';
import type { Room } from '@matinee/link/room';
import { subscribers } from '@matinee/link/subscribers';
import type { Follow } from './live';

/** Is there anything of the room's film that can be played? */
const isSomethingThere = (room: Room): boolean => {
  const stage = room.current().state?.stage;
  return stage?.type !== 'loaded' || stage.availableMs !== 0;
};

const loading: FollowState = { type: 'loading' };

/** As `follow`, once there is something of the film that can be played (UP1): a player that is given less takes it for damaged. */
export const followWhenThere =
  (room: Room, follow: Follow): Follow =>
  (...wanted) => {
    const changes = subscribers<void>();
    let following: ReturnType<Follow> | undefined;
    let soundLateMs = 0;
    const look = () => {
      if (isSomethingThere(room) === (following !== undefined)) return;
      following?.close();
      following = isSomethingThere(room) ? follow(...wanted) : undefined;
      following?.setSoundLateMs(soundLateMs);
      following?.subscribe(changes.tell);
      changes.tell();
    };
    const stop = room.subscribe(look);
    look();
    return {
      current: () => following?.current() ?? loading,
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
