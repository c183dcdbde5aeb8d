import type { Effect, Keeper } from '@matinee/browser/keeper';
import type { Clock } from '../clock';
import type { Transport } from '../transport';
import type { Circuit, CircuitEvents } from './circuit';

/** `keeper` began when the page's clock showed `startedAtMs`, at the room time `startMs`. */
export type KeepingOptions = {
  readonly keeper: Keeper;
  readonly startMs: number;
  readonly startedAtMs: number;
  readonly clock: Clock;
  readonly after: Transport['after'];
};

/** Who comes by a circuit: which member, and what it wants to be called. */
export type Comer = { readonly member: string; readonly name: string };

/** A room that this page keeps. */
export type Keeping = {
  /** Somebody comes; what it says is taken in by the events given back, what is said to it goes over the circuit. Throws where `comer` is nobody. */
  readonly admit: (comer: Comer, circuit: Circuit) => CircuitEvents;
  /** Ends all circuits: others may go on. */
  readonly close: () => void;
};

export const keeping = (options: KeepingOptions): Keeping => {
  const { keeper, clock } = options;
  const circuits = new Map<string, Circuit>();
  let made = 0;
  let stopTimer = (): void => {};

  const roomTimeMs = (): number => options.startMs + clock.nowMs() - options.startedAtMs;

  const take = (effects: readonly Effect[]): void => {
    for (const effect of effects) perform(effect);
    stopTimer();
    const dueMs = keeper.dueMs();
    stopTimer = Number.isFinite(dueMs)
      ? options.after(dueMs - roomTimeMs(), () => take(keeper.due(roomTimeMs())))
      : () => {};
  };

  const perform = (effect: Effect): void => {
    const circuit = circuits.get(effect.peer);
    switch (effect.type) {
      case 'send':
        circuit?.send(effect.text);
        break;
      case 'answer':
        circuit?.probe(effect.text);
        break;
      case 'pass':
        circuit?.pass(effect.text);
        break;
      case 'close':
        circuits.delete(effect.peer);
        circuit?.close(effect.code, effect.reason);
        break;
    }
  };

  return {
    admit: ({ member, name }, circuit) => {
      made += 1;
      const peer = `peer-${made}`;
      circuits.set(peer, circuit);
      take(keeper.opened(peer, member, name, roomTimeMs()));
      return {
        opened: () => {},
        received: (text) => take(keeper.received(peer, text, roomTimeMs())),
        closed: () => {
          circuits.delete(peer);
          take(keeper.closed(peer, roomTimeMs()));
        },
      };
    },
    close: () => {
      stopTimer();
      for (const circuit of circuits.values()) circuit.close(1001, 'the keeper goes');
      circuits.clear();
    },
  };
};
