import type { RoomClock } from '@matinee/browser';
import type { Clock } from './clock';
import type { Transport } from './transport';
import type { Vitals } from './vitals';

/** `sent` is told of each heartbeat that left. */
export type HeartbeatsOptions = {
  readonly clock: Clock;
  readonly roomClock: RoomClock;
  readonly after: Transport['after'];
  readonly hasEntered: () => boolean;
  readonly vitals: () => Vitals;
  readonly send: (message: object) => void;
  readonly sent: () => void;
};

/** Heartbeats from entering on: clock probe, sign of life and the player's state in one, as often as the room clock asks. */
export type Heartbeats = {
  /** Begins the clock anew: over a new connection, or when something about the network or the page changed. */
  readonly begin: () => void;
  readonly close: () => void;
};

/** Rounded to what anybody could see; Infinity and NaN stand for nothing measured. */
const measured = (name: string, valueMs: number | undefined): object =>
  valueMs === undefined || !Number.isFinite(valueMs)
    ? {}
    : { [name]: Math.round(valueMs * 10) / 10 };

export const heartbeats = (options: HeartbeatsOptions): Heartbeats => {
  const { clock, roomClock } = options;
  let stopTimer = (): void => {};

  const beat = (): void => {
    if (!options.hasEntered()) {
      return;
    }
    const { condition, syncErrorMs, bufferedMs } = options.vitals();
    roomClock.wallClockShows(clock.nowMs(), clock.wallTimeMs());
    const t0 = clock.nowMs();
    roomClock.probeSent(t0);
    options.send({
      type: 'heartbeat',
      t0,
      condition,
      ...measured('roundTripMs', roomClock.roundTripMs()),
      ...measured('syncErrorMs', syncErrorMs),
      ...measured('bufferedMs', bufferedMs),
    });
    options.sent();
    wait();
  };
  const wait = (): void => {
    stopTimer();
    stopTimer = options.after(roomClock.nextProbeAtMs() - clock.nowMs(), beat);
  };

  return {
    begin: () => {
      roomClock.reset(clock.nowMs());
      stopTimer();
      beat();
    },
    close: () => stopTimer(),
  };
};
