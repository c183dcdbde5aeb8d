import type { Signals } from '@matinee/browser';
import type { Clock } from './clock';
import { lifeline } from './lifeline';
import type { Room } from './room';
import type { RoomNews } from './roomEvent';
import { subscribers } from './subscribers';
import { throttled } from './throttled';
import type { GetTicket } from './ticket';
import type { Transport } from './transport';
import type { Vitals } from './vitals';
import { type Wishes, wishes } from './wishes';

/** `syncUrl` is the WebSocket's address without a ticket, `chance` gives numbers from 0 to 1 that nobody can foresee. */
export type RoomOptions = {
  readonly syncUrl: string;
  readonly getTicket: GetTicket;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly chance: () => number;
};

/** Enters a room and stays in it. */
export const openRoom = (options: RoomOptions): Room => {
  const { transport, clock } = options;
  const { nowMs } = clock;
  const changes = subscribers<void>();
  const news = subscribers<RoomNews>();
  const signals = subscribers<Signals>();
  const vitals = describer(() => ({ condition: transport.isHidden() ? 'AWAY' : 'NO_FILM' }));
  const line = lifeline({
    ...options,
    vitals: vitals.now,
    changed: changes.tell,
    happened: news.tell,
    signalled: signals.tell,
    settled: (id, answer) => made.settled(id, answer),
  });
  const { copy, roomClock } = line;
  const made = wishes({
    prefix: prefixOf(options.chance),
    seen: copy.revision,
    submit: (command) => line.take({ type: 'command', command }),
  });
  const { stop, ...commands } = commandsOf(made.make, transport.after, nowMs);
  const end = (how: 'leave' | 'close'): void => {
    stop();
    line.end(how);
  };
  return {
    ...commands,
    current: () => copy.view(line.state()),
    subscribe: changes.add,
    onNews: news.add,
    signal: line.signal,
    onSignals: signals.add,
    comeBack: () => line.take({ type: 'comeBack' }),
    nowMs,
    clock: roomClock,
    roomTimeMs: () => (roomClock.isReady() ? roomClock.roomTimeAt(nowMs()) : undefined),
    positionMs: () => {
      const roomTimeMs = roomClock.roomTimeAt(nowMs());
      return Number.isNaN(roomTimeMs) ? undefined : copy.positionAt(roomTimeMs);
    },
    tellVitals: vitals.tell,
    leave: () => end('leave'),
    close: () => end('close'),
  };
};

type Commands = Pick<
  Room,
  | 'play'
  | 'pause'
  | 'seek'
  | 'setRate'
  | 'load'
  | 'queue'
  | 'say'
  | 'change'
  | 'rename'
  | 'setControl'
  | 'setStanding'
  | 'kick'
  | 'ban'
  | 'unban'
  | 'setMuted'
  | 'setLocked'
  | 'setSlowMode'
  | 'setWriters'
  | 'moveRoom'
  | 'setDoor'
  | 'giveRoom'
  | 'closeRoom'
  | 'answer'
  | 'withdraw'
  | 'setGate'
  | 'setExcused'
  | 'handOver'
  | 'report'
> & { readonly stop: () => void };

const commandsOf = (
  make: Wishes['make'],
  after: Transport['after'],
  nowMs: () => number,
): Commands => {
  const seek = throttled(after, nowMs, (positionMs: number) =>
    make({ type: 'seek', positionMs: Math.round(positionMs) }),
  );
  const setRate = throttled(after, nowMs, (rate: number) => make({ type: 'setRate', rate }));
  return {
    play: () => make({ type: 'play' }),
    pause: () => make({ type: 'pause' }),
    seek: seek.offer,
    setRate: setRate.offer,
    load: (media) => make({ type: 'load', media }),
    queue: make,
    say: (text, regards) => make({ type: 'say', text, ...regards }),
    change: make,
    rename: (name) => make({ type: 'rename', name }),
    setControl: (control) => make({ type: 'setControl', control }),
    setStanding: (member, standing) => make({ type: 'setStanding', member, standing }),
    kick: (member) => make({ type: 'kick', member }),
    ban: (member) => make({ type: 'ban', member }),
    unban: (member) => make({ type: 'unban', member }),
    setMuted: (member, muted) => make({ type: 'setMuted', member, muted }),
    setLocked: (locked) => make({ type: 'setLocked', locked }),
    setDoor: (door) => make({ type: 'setDoor', door }),
    giveRoom: (member) => make({ type: 'giveRoom', member }),
    closeRoom: () => make({ type: 'closeRoom' }),
    moveRoom: (region) => make({ type: 'moveRoom', region }),
    setSlowMode: (slowSeconds) =>
      make({ type: 'setSlowMode', ...(slowSeconds === undefined ? {} : { slowSeconds }) }),
    setWriters: (writers) => make({ type: 'setWriters', writers }),
    answer: ({ member, revision }, accepted) =>
      make({ type: 'answer', member, proposal: revision, accept: accepted }),
    withdraw: () => make({ type: 'withdraw' }),
    setGate: (gate) => make({ type: 'setGate', gate }),
    setExcused: (excused) => make({ type: 'setExcused', excused }),
    handOver: (member) => make({ type: 'handOver', member }),
    report: make,
    stop: () => {
      seek.close();
      setRate.close();
    },
  };
};

/** Who describes the player in heartbeats: the last one that said so and has not stopped, else `nobody`. */
const describer = (
  nobody: () => Vitals,
): { readonly now: () => Vitals; readonly tell: Room['tellVitals'] } => {
  let describers: readonly (() => Vitals)[] = [nobody];
  return {
    now: () => (describers.at(-1) ?? nobody)(),
    tell: (vitals) => {
      describers = [...describers, vitals];
      return () => {
        describers = describers.filter((each) => each !== vitals);
      };
    },
  };
};

/** So that two pages of the same member, one after the other, never use an id twice (ID1). */
const prefixOf = (chance: () => number): string =>
  [0, 0, 0].map(() => Math.floor(chance() * 2 ** 30).toString(36)).join('');
