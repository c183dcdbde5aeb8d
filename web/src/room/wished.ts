import type { Answer } from '@matinee/link/answer';
import type { Room } from '@matinee/link/room';
import { wholeControl } from './control';
import type { Wish } from './port';
import type { Control } from './view';

type Now = Pick<Room, 'current'>;

/** The last wish of one kind, and the history and revision from which on the room shows it; without them it has no answer yet. */
type Last<T> = {
  readonly value: T;
  readonly shownFrom?: { readonly epoch: string | undefined; readonly revision: number };
};

/** Remembers the last wish of one kind until the room shows it or has refused it. A history that was put back shows it no more. */
export const lastWish = <T>(room: Now) => {
  let last: Last<T> | undefined;
  return {
    /** To be told of each wish; the function that it gives, of the answer. */
    take: (value: T): ((answer: Answer) => void) => {
      const own: Last<T> = { value };
      last = own;
      return (answer) => {
        if (last !== own) return;
        const epoch = room.current().state?.epoch;
        last =
          answer.type === 'accepted'
            ? { value, shownFrom: { epoch, revision: answer.revision } }
            : undefined;
      };
    },
    value: (): T | undefined => {
      const { epoch, revision = 0 } = room.current().state ?? {};
      const from = last?.shownFrom;
      const isToCome = from === undefined || (epoch === from.epoch && revision < from.revision);
      return isToCome ? last?.value : undefined;
    },
  };
};

/** What this person wished and the room has not decided yet; what is left out is as the room says. */
export type Wished = {
  readonly excused?: boolean;
  readonly control?: Control;
  readonly moved?: Moved;
};

/** An item of the queue, and the place where it is to stand. */
type Moved = { readonly item: number; readonly to: number };

/** Follows the wishes that the page shows at once, before the room has decided. `onChange` is called when one comes or is answered. */
export const openWished = (room: Now, onChange: () => void) => {
  const aim = lastWish<number>(room);
  const excused = lastWish<boolean>(room);
  const control = lastWish<Control>(room);
  const moved = lastWish<Moved>(room);
  const noted = (wish: Wish): ((answer: Answer) => void) | undefined => {
    if (wish.type === 'seek') return aim.take(wish.positionMs);
    if (wish.type === 'setExcused') return excused.take(wish.excused);
    if (wish.type === 'moveQueued') return moved.take(wish);
    return wish.type === 'setControl' ? control.take(wholeControl(wish.control)) : undefined;
  };
  return {
    take: (wish: Wish, answer: Promise<Answer>) => {
      const answered = noted(wish);
      if (answered === undefined) return;
      onChange();
      void answer.then(answered).then(onChange);
    },
    /** Where the last seek goes; steps made in a hurry add up by it. */
    aimMs: aim.value,
    now: (): Wished => {
      const [isExcused, controls, arranged] = [excused.value(), control.value(), moved.value()];
      return {
        ...(isExcused === undefined ? {} : { excused: isExcused }),
        ...(controls === undefined ? {} : { control: controls }),
        ...(arranged === undefined ? {} : { moved: arranged }),
      };
    },
  };
};
