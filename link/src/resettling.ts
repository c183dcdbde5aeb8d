import type { RoomClock } from '@matinee/browser';

/** What a page does with frames while it gets to know another clock. */
export type ResettlingOptions = {
  readonly roomClock: RoomClock;
  /** The history of which this page has a copy; undefined if it has none. */
  readonly epoch: () => string | undefined;
  readonly hear: (text: string) => void;
};

type Probe = {
  readonly t0: number;
  readonly t1: number;
  readonly t2: number;
  readonly t3: number;
};

/**
 * `opened` says that answers come from a connection which has not said yet by which history it goes; `keeps` whether a frame is kept for later;
 * `probed` takes the answers to probes, and gives them to the room clock.
 */
export type Resettling = {
  readonly opened: () => void;
  readonly keeps: (text: string) => boolean;
  readonly probed: (probe: Probe) => void;
};

/** As many answers as the room clock wants before it is sure. */
const PROBES = 8;
/** More frames than a room sends in that time; then the clock has to do with what it has. */
const MOST_KEPT = 500;

const typeOf = (text: string): { readonly type?: unknown; readonly epoch?: unknown } => {
  try {
    return JSON.parse(text) as { readonly type?: unknown; readonly epoch?: unknown };
  } catch {
    return {};
  }
};

/** Whether the clock is the one that is known: that is not said yet, it is, or it is not. */
type Clock = 'unsaid' | 'known' | 'new';

/**
 * A room with another history may go by another clock: that of another region. Where the film is follows from the state and the clock, so both
 * change at the same instant: until the new clock is known, the frames that tell of the room are kept, and the page goes on along what it knew.
 */
export const resettling = (options: ResettlingOptions): Resettling => {
  const { roomClock } = options;
  let clock: Clock = 'known';
  let probes: readonly Probe[] = [];
  let kept: readonly string[] = [];

  const sample = ({ t0, t1, t2, t3 }: Probe): void => roomClock.sample(t0, t1, t2, t3);
  const settle = (): void => {
    clock = 'known';
    const [learnt, texts] = [probes, kept];
    [probes, kept] = [[], []];
    learnt.forEach(sample);
    texts.forEach(options.hear);
  };

  /** With what is told of the room, which begins with a snapshot: without it the new clock would put the film elsewhere. */
  const settleIfKnown = (): void => {
    if (clock === 'new' && probes.length >= PROBES && kept.length > 0) settle();
  };
  const welcomed = (epoch: unknown): void => {
    const known = options.epoch();
    if (known !== undefined && known !== epoch) clock = 'new';
    else settle();
  };

  return {
    opened: () => {
      clock = 'unsaid';
      [probes, kept] = [[], []];
    },
    keeps: (text) => {
      if (clock === 'known') return false;
      const { type, epoch } = typeOf(text);
      if (type === 'welcome') welcomed(epoch);
      if (type === 'welcome' || type === 'heartbeat') return false;
      kept = [...kept, text];
      if (kept.length > MOST_KEPT) settle();
      else settleIfKnown();
      return true;
    },
    probed: (probe) => {
      if (clock === 'known') return sample(probe);
      probes = [...probes, probe];
      settleIfKnown();
    },
  };
};
