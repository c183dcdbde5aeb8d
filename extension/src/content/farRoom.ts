import { createRoomClock } from '@matinee/browser';
import type { Answer } from '@matinee/link/answer';
import type { Clock } from '@matinee/link/clock';
import { heartbeats } from '@matinee/link/heartbeats';
import { MOST_OUTSTANDING } from '@matinee/link/keeping';
import type { FollowedRoom } from '@matinee/link/room';
import type { RoomView } from '@matinee/link/roomView';
import { subscribers } from '@matinee/link/subscribers';
import type { Surroundings } from '@matinee/link/transport';
import type { Vitals } from '@matinee/link/vitals';
import type { FromFrame, PlayerWish, ToFrame, Told } from '../messages';

/** `post` reaches the background, `told` is what that has said of the room so far. */
export type FarRoomOptions = {
  readonly told: Told;
  readonly post: (message: FromFrame) => void;
  readonly clock: Clock;
  readonly after: Surroundings['after'];
};

/** A room that the background is in, as a page follows it: its clock is learnt from the background as the background learns it from the server. */
export type FarRoom = {
  readonly room: FollowedRoom;
  readonly take: (message: Extract<ToFrame, { type: 'told' | 'heartbeat' | 'answered' }>) => void;
  readonly close: () => void;
};

const viewOf = ({ connection, state, me, rights }: Told): RoomView => ({
  connection,
  presence: new Map(),
  rights: new Set(rights),
  asks: new Set(),
  mayWrite: false,
  roles: new Map(),
  ...(state === undefined ? {} : { state }),
  ...(me === undefined ? {} : { me }),
});

const nobody = (): Vitals => ({ condition: 'NO_FILM' });

/** Wishes on their way, each of which gets its answer. */
const openWishes = (post: FarRoomOptions['post']) => {
  const waiting = new Map<number, (answer: Answer) => void>();
  let made = 0;
  return {
    make: (wish: PlayerWish): Promise<Answer> => {
      if (waiting.size >= MOST_OUTSTANDING)
        return Promise.resolve({ type: 'gone', why: 'tooMany' });
      made += 1;
      const id = made;
      const answer = new Promise<Answer>((resolve) => waiting.set(id, resolve));
      post({ type: 'wish', id, wish });
      return answer;
    },
    answered: (id: number, answer: Answer): void => {
      waiting.get(id)?.(answer);
      waiting.delete(id);
    },
    close: (): void => {
      for (const resolve of waiting.values()) resolve({ type: 'gone', why: 'over' });
      waiting.clear();
    },
  };
};

/** Begins to learn the clock at once. */
export const farRoom = ({ told, post, clock, after }: FarRoomOptions): FarRoom => {
  const roomClock = createRoomClock(clock.nowMs());
  const changes = subscribers<void>();
  const wishes = openWishes(post);
  let view = viewOf(told);
  let vitals = nobody;
  const pulse = heartbeats({
    clock,
    roomClock,
    after,
    hasEntered: () => true,
    vitals: () => vitals(),
    send: (beat) => post(beat as FromFrame),
    sent: () => {},
  });
  pulse.begin();

  return {
    room: {
      current: () => view,
      subscribe: changes.add,
      play: () => wishes.make({ type: 'play' }),
      pause: () => wishes.make({ type: 'pause' }),
      seek: (positionMs) => wishes.make({ type: 'seek', positionMs }),
      setRate: (rate) => wishes.make({ type: 'setRate', rate }),
      report: wishes.make,
      clock: roomClock,
      tellVitals: (next) => {
        vitals = next;
        return () => {
          if (vitals === next) vitals = nobody;
        };
      },
    },
    take: (message) => {
      switch (message.type) {
        case 'told': {
          const before = view.state?.epoch;
          view = viewOf(message.told);
          if (before !== undefined && before !== view.state?.epoch) pulse.begin();
          changes.tell();
          break;
        }
        case 'heartbeat':
          roomClock.sample(message.t0, message.t1, message.t2, clock.nowMs());
          break;
        case 'answered':
          wishes.answered(message.id, message.answer);
          break;
      }
    },
    close: () => {
      pulse.close();
      wishes.close();
    },
  };
};
