import type { Clock } from '@matinee/link/clock';
import type { Engine } from '@matinee/link/players/engine';
import type { Surroundings } from '@matinee/link/transport';
import type { FromFrame, ToFrame, Told } from '../messages';
import { farRoom } from './farRoom';
import { followHere } from './followHere';
import { watchScreen } from './screens';

/** What the program in a frame is made of. `over` hears that the background needs it no more. */
export type InFrameOptions = {
  readonly document: Document;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly surroundings: Surroundings;
  readonly post: (message: FromFrame) => void;
  readonly over: () => void;
};

/** The program in one frame of a page: it tells what player there is, and lets it follow the room when the background says so. */
export const inFrame = (options: InFrameOptions) => {
  const { post, surroundings, clock } = options;
  let led: ReturnType<typeof lead> | undefined;
  const screen = watchScreen(
    options.document,
    surroundings.after,
    () => {
      post({ type: 'screen', area: screen.area() });
      led?.here.settle();
    },
    () => post({ type: 'frames' }),
  );
  const lead = (told: Told) => {
    const far = farRoom({ told, post, clock, after: surroundings.after });
    const here = followHere(
      { ...options, room: far.room, told: (state) => post({ type: 'state', state }) },
      screen.current,
    );
    here.settle();
    return { far, here };
  };
  const rest = (): void => {
    led?.here.close();
    led?.far.close();
    led = undefined;
  };
  return {
    take: (message: ToFrame): void => {
      switch (message.type) {
        case 'lead':
          rest();
          led = lead(message.told);
          break;
        case 'rest':
          rest();
          break;
        case 'over':
          options.over();
          break;
        case 'told':
        case 'heartbeat':
        case 'answered':
          led?.far.take(message);
          led?.here.settle();
          break;
      }
    },
    close: (): void => {
      rest();
      screen.close();
    },
  };
};
