import { createFollower, createWishFilter, type Follower } from '@matinee/browser';
import { acting } from './acting';
import type { Answer } from './answer';
import type { Clock } from './clock';
import type { Following, FollowState } from './following';
import { placing } from './placing';
import type { Player, PlayerEvent } from './player';
import type { Condition } from './presence';
import type { Problem } from './problem';
import { type Ability, type Reported, reportDue } from './reporting';
import type { FollowedRoom } from './room';
import type { RoomView } from './roomView';
import { bufferedAheadMs, sampleOf } from './sampling';
import { subscribers } from './subscribers';
import type { Surroundings } from './transport';
import type { Vitals } from './vitals';
import { wishing } from './wishing';

/**
 * `loadedRevision` names the media that is in the player: when the room loads another one, this following lets the player be. `learnt` is what
 * `keep` was given on an earlier visit. `refused` hears of what a person did to the element itself and the room did not take.
 */
export type FollowOptions = {
  readonly room: FollowedRoom;
  readonly player: Player;
  readonly loadedRevision: number;
  readonly transport: Surroundings;
  readonly clock: Clock;
  readonly learnt: readonly number[] | undefined;
  readonly keep: (learnt: readonly number[]) => void;
  readonly refused: (answer: Answer) => void;
};

const LOOK_EVERY_MS = 25;
const LOOK_HIDDEN_EVERY_MS = 250;
const KEEP_EVERY_MS = 10_000;
/** An act may call for another one at once (rate, seek, ...), but never for so many. */
const MOST_ACTS = 8;

/** Does the player need a click, or can it not play? Else the follower leads it. */
type Hindrance =
  | { readonly type: 'none' }
  | { readonly type: 'needsClick' }
  | { readonly type: 'unable'; readonly problem: Problem };

/** Makes a player follow the room, from now on. */
export const follow = (options: FollowOptions): Following => {
  const { room, player, transport, clock } = options;
  const follower = createFollower(room.clock, player.capabilities, options.learnt);
  const filter = createWishFilter(follower);
  const report = reporter(options);
  const place = placing({ ...options, nowMs: clock.nowMs });
  const changes = subscribers<void>();
  let hindrance: Hindrance = { type: 'none' };
  let state: FollowState = { type: 'loading' };
  let wasPending = false;

  const hands = acting({
    player,
    filter,
    clock,
    after: transport.after,
    played: (outcome) => {
      if (hindrance.type !== 'unable') {
        hindrance = { type: outcome === 'needsGesture' ? 'needsClick' : 'none' };
      }
      look();
    },
  });
  const lead = (): void => {
    const isPending = wish.isPending();
    if (isPending || hindrance.type !== 'none') {
      wasPending = true;
      return;
    }
    if (wasPending) {
      wasPending = false;
      follower.begin();
    }
    actUntilHold(follower, hands.perform, () => sampled(options, follower));
  };
  const look = (): void => {
    place(follower.targetPositionAt(clock.nowMs()));
    lead();
    report(hindrance.type === 'unable' ? 'unable' : follower.isAble() ? 'able' : 'buffering');
    const next = stateOf(hindrance, follower, player, state);
    if (next.type !== state.type) {
      state = next;
      changes.tell();
    }
  };
  const { refused } = options;
  const { isHidden } = transport;
  const wish = wishing({ room, player, filter, isHidden, refused, settled: look });
  const heard = (event: PlayerEvent): void => {
    if (event.type === 'problem') {
      hindrance = { type: 'unable', problem: event.problem };
    } else if (hindrance.type === 'none' && isOf(room.current(), options.loadedRevision)) {
      wish.heard(event, clock.nowMs());
    }
    look();
  };
  const stop = keepLooking(options, follower, look, heard, () =>
    vitalsOf(hindrance, follower, options),
  );

  return {
    current: () => state,
    subscribe: changes.add,
    syncErrorMs: () => follower.syncErrorMs(),
    join: () => {
      if (hindrance.type === 'needsClick') {
        hands.playNow();
      }
    },
    setSoundLateMs: (lateMs) => follower.setSoundLateMs(lateMs),
    close: () => {
      hands.close();
      stop();
    },
  };
};

const sampled = ({ room, player, transport }: FollowOptions, follower: Follower) =>
  sampleOf(player, transport.isHidden(), endOf(room.current()), (atMs) =>
    follower.targetPositionAt(atMs),
  );

const isOf = ({ state }: RoomView, loadedRevision: number): boolean =>
  state?.stage.type === 'loaded' && state.stage.loadedRevision === loadedRevision;

/** Step after step, each on a fresh look, until there is nothing more to do now. */
const actUntilHold = (
  follower: Follower,
  perform: (act: ReturnType<Follower['step']>) => void,
  sample: () => Parameters<Follower['step']>[0],
): void => {
  for (let acts = 0; acts < MOST_ACTS; acts += 1) {
    const act = follower.step(sample());
    perform(act);
    if (act.type === 'hold' || act.type === 'play') {
      return;
    }
  }
};

/** Where nothing more is to be followed to: the end of the media, or of what is there of it (UP1). */
const endOf = ({ state }: RoomView): number | undefined => {
  if (state?.stage.type !== 'loaded') return undefined;
  const { media, availableMs } = state.stage;
  const ends = [media.lengthMs, availableMs].filter((ms) => ms !== undefined);
  return ends.length === 0 ? undefined : Math.min(...ends);
};

/** Tells the follower of the room, and calls `look` often; returns the end of it. */
const keepLooking = (
  { room, player, transport, clock, loadedRevision, keep }: FollowOptions,
  follower: Follower,
  look: () => void,
  heard: (event: PlayerEvent) => void,
  vitals: () => Vitals,
): (() => void) => {
  let keepAtMs = clock.nowMs() + KEEP_EVERY_MS;
  let stopTimer = (): void => {};

  const tell = (): void => {
    const view = room.current();
    const { stage } = view.state ?? {};
    if (stage?.type === 'loaded' && isOf(view, loadedRevision)) {
      follower.follow(stage.playback, endOf(view));
    } else {
      follower.unfollow();
    }
  };
  const tick = (): void => {
    look();
    if (clock.nowMs() >= keepAtMs) {
      keepAtMs = clock.nowMs() + KEEP_EVERY_MS;
      keep(follower.learnt());
    }
    const everyMs = transport.isHidden() ? LOOK_HIDDEN_EVERY_MS : LOOK_EVERY_MS;
    stopTimer = transport.after(everyMs, tick);
  };

  follower.load();
  tell();
  const stops = [
    room.subscribe(() => {
      tell();
      look();
    }),
    player.subscribe(heard),
    player.onFrame(({ atMs, positionMs }) => follower.frame(atMs, positionMs)),
    room.tellVitals(vitals),
    transport.onSignal((signal) => {
      if (signal === 'visible') {
        look();
      }
    }),
    () => stopTimer(),
    () => keep(follower.learnt()),
  ];
  tick();
  return () => {
    for (const stop of stops) {
      stop();
    }
  };
};

/** So long a player may take to load before it is called buffering: who opens the page anew holds up nobody who watches. */
const LOADING_MS = 2_000;

/** Reports what the player can do when the room does not know it yet, about the media that is in the player and no other. */
const reporter = ({
  room,
  player,
  clock,
  loadedRevision,
}: FollowOptions): ((ability: Ability) => void) => {
  const begunAtMs = clock.nowMs();
  let last: Reported | undefined;
  let wasAble = false;
  return (ability) => {
    const view = room.current();
    wasAble ||= ability === 'able';
    const isLoading = !wasAble && clock.nowMs() - begunAtMs < LOADING_MS;
    if (!isOf(view, loadedRevision) || (ability === 'buffering' && isLoading)) {
      return;
    }
    const due = reportDue(view, ability, player.lengthMs(), last, clock.nowMs());
    if (due !== undefined) {
      last = { type: due.type, atMs: clock.nowMs() };
      room.report(due);
    }
  };
};

const stateOf = (
  hindrance: Hindrance,
  follower: Follower,
  player: Player,
  before: FollowState,
): FollowState => {
  if (hindrance.type !== 'none') {
    return hindrance;
  }
  if (!follower.isAble()) {
    return before.type === 'loading' ? before : { type: 'buffering' };
  }
  const phase = follower.phase();
  if (phase !== 'landing' && player.state().ended) {
    return { type: 'ended' };
  }
  switch (phase) {
    case 'idle':
    case 'standing':
      return { type: 'standing' };
    case 'landing':
      return { type: 'starting' };
    case 'following':
    case 'correcting':
      return { type: 'playing' };
  }
};

const vitalsOf = (
  hindrance: Hindrance,
  follower: Follower,
  { player, transport, clock }: FollowOptions,
): Vitals => {
  const syncErrorMs = follower.syncErrorMs();
  return {
    condition: conditionOf(hindrance, follower, transport.isHidden(), clock.nowMs()),
    bufferedMs: bufferedAheadMs(player),
    ...(syncErrorMs === undefined ? {} : { syncErrorMs }),
  };
};

const conditionOf = (
  hindrance: Hindrance,
  follower: Follower,
  isHidden: boolean,
  nowMs: number,
): Condition => {
  if (hindrance.type === 'unable') {
    return 'NO_FILM';
  }
  if (isHidden) {
    return 'AWAY';
  }
  if (!follower.isAble()) {
    return 'BUFFERING';
  }
  return follower.isMovingAt(nowMs) && hindrance.type === 'none' ? 'WATCHING' : 'READY';
};
