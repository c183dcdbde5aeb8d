import type { Player, PlayerEvent } from '../player';
import type { Transport } from '../transport';

/** `shiftMs` tells by how much later things come in this copy than in the room's; asked each time, so it may change. */
export type ShiftedOptions = {
  readonly shiftMs: () => number;
  readonly nowMs: () => number;
  readonly after: Transport['after'];
};

/** A place that this copy has not, before its beginning or after its end: there only time passes. */
type Beyond = { readonly placeMs: number; readonly isMoving: boolean; readonly rate: number };

/** Keeps where the room is while that is beyond this copy, and calls `comeIn` when it comes to the beginning. */
const passing = ({ nowMs, after }: ShiftedOptions, comeIn: () => void) => {
  let from: (Beyond & { readonly atMs: number }) | undefined;
  let callOff = (): void => {};
  const now = (): Beyond | undefined =>
    from && {
      ...from,
      placeMs: from.placeMs + (from.isMoving ? (nowMs() - from.atMs) * from.rate : 0),
    };
  const end = (): void => {
    callOff();
    from = undefined;
  };
  const be = (beyond: Beyond): void => {
    end();
    from = { ...beyond, atMs: nowMs() };
    if (!beyond.isMoving || beyond.placeMs >= 0) return;
    callOff = after(-beyond.placeMs / beyond.rate, () => {
      end();
      comeIn();
    });
  };
  const change = (changed: Partial<Beyond>): boolean => {
    const before = now();
    if (before !== undefined) be({ ...before, ...changed });
    return before !== undefined;
  };
  return { now, be, change, end };
};

/** What an element tells while only time passes is no doing of a person, but for this. */
const toldBeyond = new Set<PlayerEvent['type']>(['loaded', 'canPlay', 'problem']);

/** A player of another copy than the room's: the room's positions are places that lie `shiftMs` later in it. Its length is nobody's business (OC3). */
export const shiftedPlayer = (player: Player, options: ShiftedOptions): Player => {
  const { shiftMs, nowMs } = options;
  const beyond = passing(options, () => void player.play());
  const endMs = (): number => player.lengthMs() ?? Number.POSITIVE_INFINITY;
  const isMoving = (): boolean => beyond.now()?.isMoving ?? !player.state().paused;
  return {
    ...player,
    ...looks(player, options, beyond.now),
    play: async () => (beyond.change({ isMoving: true }) ? 'playing' : player.play()),
    pause: () => {
      if (!beyond.change({ isMoving: false })) player.pause();
    },
    seek: (positionMs) => {
      const placeMs = positionMs + shiftMs();
      const wasMoving = isMoving();
      const wasBeyond = beyond.now() !== undefined;
      if (placeMs < 0 || placeMs >= endMs()) {
        beyond.be({ placeMs, isMoving: wasMoving, rate: player.state().rate });
        player.pause();
        player.seek(placeMs < 0 ? 0 : endMs());
        return;
      }
      beyond.end();
      player.seek(placeMs);
      if (wasBeyond && wasMoving) void player.play();
    },
    setRate: (rate, keepPitch) => {
      player.setRate(rate, keepPitch);
      beyond.change({ rate });
    },
    position: () => {
      const place = beyond.now();
      return place === undefined
        ? shifted(player.position(), -shiftMs())
        : { positionMs: place.placeMs - shiftMs(), atMs: nowMs() };
    },
    close: () => {
      beyond.end();
      player.close();
    },
  };
};

/** What is seen of the player, and what it tells. */
const looks = (
  player: Player,
  { shiftMs }: ShiftedOptions,
  beyond: () => Beyond | undefined,
): Pick<Player, 'state' | 'buffered' | 'lengthMs' | 'subscribe' | 'onFrame'> => ({
  state: () => {
    const place = beyond();
    if (place === undefined) return player.state();
    const { isMoving, rate } = place;
    return { paused: !isMoving, seeking: false, ready: true, ended: false, rate };
  },
  buffered: () =>
    player.buffered().map(({ fromMs, toMs }) => ({
      fromMs: fromMs - shiftMs(),
      toMs: toMs - shiftMs(),
    })),
  lengthMs: () => undefined,
  subscribe: (listener) =>
    player.subscribe((event) => {
      if (beyond() === undefined || toldBeyond.has(event.type)) listener(event);
    }),
  onFrame: (listener) => player.onFrame((frame) => listener(shifted(frame, -shiftMs()))),
});

const shifted = <Sample extends { readonly positionMs: number }>(
  sample: Sample,
  byMs: number,
): Sample => ({ ...sample, positionMs: sample.positionMs + byMs });
