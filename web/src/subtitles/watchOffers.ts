import { later } from '../device/clock';
import type { Offers } from './offers';
import type { Remote } from './remote';

/** How long after one look the next is. */
const restMs = 30_000;

type Watching = Pick<Offers, 'list'> & {
  /** Is the page seen by somebody? */
  readonly isSeen: () => boolean;
  /** Whether it is looked again by itself. */
  readonly isAgain: boolean;
  readonly tell: (found: readonly Remote[]) => void;
};

/** Looks at what is offered when it is asked to, and again now and then, while the page is seen; tells each time that it can be had. */
export const watchOffers = ({ list, isSeen, isAgain, tell }: Watching) => {
  let looks = 0;
  let callOff = (): void => undefined;
  const look = async (): Promise<void> => {
    callOff();
    looks += 1;
    const mine = looks;
    const found = isSeen() ? await list() : undefined;
    if (mine !== looks) return;
    if (found) tell(found);
    if (isAgain) callOff = later(restMs, () => void look());
  };
  return {
    look,
    close: () => {
      looks += 1;
      callOff();
    },
  };
};
