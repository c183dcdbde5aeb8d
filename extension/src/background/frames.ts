import { wishOfFilm } from '@matinee/link/filmWish';
import type { Room } from '@matinee/link/room';
import type { RoomView } from '@matinee/link/roomView';
import type { Vitals } from '@matinee/link/vitals';
import type { Report } from '@matinee/link/wish';
import type { FromFrame, PlayerState, PlayerWish, ToFrame, Told } from '../messages';

/** The program in one frame of a page. */
export type Frame = { readonly post: (message: ToFrame) => unknown };

/** `screened` hears that a frame has another player; `changed` that the leader's does something else; `framesCame` that the program has to be put into frames that came. */
export type FramesOptions = {
  readonly room: Room;
  readonly screened: () => void;
  readonly changed: () => void;
  readonly framesCame: () => void;
};

/** The frames of a page, one of which leads: its player follows the room, and its wishes count. */
export type Frames = {
  /** A frame is there; gives who takes what it says. */
  readonly enter: (frame: Frame) => (message: FromFrame) => void;
  readonly gone: (frame: Frame) => void;
  /** Chooses who leads; nobody, if the page is not that of the film. Whether that is another one now. */
  readonly elect: (isOnPage: boolean) => boolean;
  /** Tells the leader of the room, if it does not know. */
  readonly tell: () => void;
  readonly isLed: () => boolean;
  readonly vitals: () => Vitals;
  readonly state: () => PlayerState | undefined;
  readonly end: () => void;
};

type Watched = { area: number; vitals: Vitals; state: PlayerState | undefined };

/** The one whose player is the largest: a page may have small ones beside it. Nothing if none has a player. */
export const largestOf = <Key>(
  frames: ReadonlyMap<Key, { readonly area: number }>,
): Key | undefined =>
  [...frames].reduce<{ readonly key?: Key; readonly area: number }>(
    (best, [key, { area }]) => (area > best.area ? { key, area } : best),
    { area: 0 },
  ).key;

const toldOf = ({ connection, state, me, rights }: RoomView): Told => ({
  connection,
  ...(state === undefined ? {} : { state }),
  ...(me === undefined ? {} : { me }),
  rights: [...rights],
});

/** Names what of a view a frame is told, so that it is not told again. */
const versionOf = ({ connection, state }: RoomView): string =>
  JSON.stringify([connection.type, state?.epoch, state?.revision]);

const isReport = (wish: PlayerWish): wish is Report => wish.type.startsWith('report');

type Heartbeat = Extract<FromFrame, { readonly type: 'heartbeat' }>;

const vitalsOf = ({ condition, syncErrorMs, bufferedMs }: Heartbeat): Vitals => ({
  condition,
  ...(syncErrorMs === undefined ? {} : { syncErrorMs }),
  ...(bufferedMs === undefined ? {} : { bufferedMs }),
});

/** No frame is there yet. */
export const openFrames = ({ room, screened, changed, framesCame }: FramesOptions): Frames => {
  const frames = new Map<Frame, Watched>();
  let leader: Frame | undefined;
  let version = '';

  const answerProbe = (frame: Frame, t0: number): void => {
    const t1 = room.roomTimeMs();
    if (t1 !== undefined) frame.post({ type: 'heartbeat', t0, t1, t2: t1 });
  };
  const wished = (frame: Frame, id: number, wish: PlayerWish): void => {
    if (frame !== leader) return;
    const answered = isReport(wish) ? room.report(wish) : wishOfFilm(room, wish);
    answered.then((answer) => frame.post({ type: 'answered', id, answer }));
  };
  const hear = (frame: Frame, watched: Watched, message: FromFrame): void => {
    switch (message.type) {
      case 'screen':
        watched.area = message.area;
        screened();
        break;
      case 'frames':
        framesCame();
        break;
      case 'heartbeat':
        watched.vitals = vitalsOf(message);
        answerProbe(frame, message.t0);
        break;
      case 'wish':
        wished(frame, message.id, message.wish);
        break;
      case 'state':
        watched.state = message.state;
        changed();
        break;
    }
  };
  const led = (): Watched | undefined => leader && frames.get(leader);
  return {
    enter: (frame) => {
      const watched: Watched = { area: 0, vitals: { condition: 'NO_FILM' }, state: undefined };
      frames.set(frame, watched);
      return (message) => hear(frame, watched, message);
    },
    gone: (frame) => {
      frames.delete(frame);
      screened();
    },
    elect: (isOnPage) => {
      const next = isOnPage ? largestOf(frames) : undefined;
      if (next === leader) return false;
      leader?.post({ type: 'rest' });
      next?.post({ type: 'lead', told: toldOf(room.current()) });
      leader = next;
      return true;
    },
    tell: () => {
      const view = room.current();
      if (versionOf(view) === version) return;
      version = versionOf(view);
      leader?.post({ type: 'told', told: toldOf(view) });
    },
    isLed: () => leader !== undefined,
    vitals: () => led()?.vitals ?? { condition: 'NO_FILM' },
    state: () => led()?.state,
    end: () => {
      for (const frame of frames.keys()) frame.post({ type: 'over' });
    },
  };
};
