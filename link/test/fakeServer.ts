import {
  type ClientMessage,
  decodeClient,
  decodeServer,
  type Signal,
  type Signals,
} from '@matinee/browser';
import type { Playback } from '../src/roomState';
import type { Socket, SocketEvents, Transport } from '../src/transport';
import type { Command } from '../src/wish';
import { answerTo, append, EPOCH, type FakeRoom, fakeRoom, join } from './fakeRoom';
import type { VirtualTime } from './virtualTime';

/** Room time is so far ahead of the page's clock. */
export const ROOM_AHEAD_MS = 1_700_000_000_000;

type Connection = {
  readonly member: string;
  readonly isCompanion: boolean;
  readonly events: SocketEvents;
  isEntered: boolean;
  isCut: boolean;
};

/** A server with one room, over sockets with a delay. The ticket is the member's id, for its companion with `+companion` after it. */
export type FakeServer = {
  readonly openSocket: Transport['openSocket'];
  /** Everything that clients said, in order, heartbeats apart. */
  readonly said: ClientMessage[];
  readonly heartbeats: Extract<ClientMessage, { type: 'heartbeat' }>[];
  readonly commands: () => Command[];
  readonly playback: () => Playback | undefined;
  /** Appends an event that nobody commanded. */
  readonly happens: (fact: object) => void;
  /** Sends a frame to everyone, as it is. */
  readonly sendRaw: (frame: string) => void;
  readonly frames: () => readonly string[];
  /** Closes all connections with a code. */
  readonly close: (code: number, reason?: string) => void;
  /** While false, everything that is sent either way is lost, and no connection opens. */
  isReachable: boolean;
  /** Which commands are refused. */
  refuse: (command: Command, by: string) => boolean;
};

type Wires = {
  readonly time: VirtualTime;
  readonly delayMs: number;
  readonly connections: Set<Connection>;
  readonly room: FakeRoom;
  readonly server: FakeServer;
};

export const fakeServer = (time: VirtualTime, delayMs = 20): FakeServer => {
  const connections = new Set<Connection>();
  const spread = (text: string): void => {
    for (const each of [...connections].filter(({ isEntered }) => isEntered)) {
      deliver(wires, each, text);
    }
  };
  const room = fakeRoom(() => Math.round(time.nowMs() + ROOM_AHEAD_MS), spread);
  const server: FakeServer = {
    openSocket: (url, events) => open(wires, url, events),
    said: [],
    heartbeats: [],
    commands: () => server.said.filter((each): each is Command => 'id' in each),
    playback: () => (room.stage.type === 'loaded' ? room.stage.playback : undefined),
    happens: (fact) => append(room, fact),
    sendRaw: spread,
    frames: () => room.journal,
    close: (code, reason = '') => {
      for (const each of [...connections]) {
        end(wires, each, code, reason);
      }
    },
    isReachable: true,
    refuse: () => false,
  };
  const wires: Wires = { time, delayMs, connections, room, server };
  return server;
};

const deliver = (
  { time, delayMs, server }: Wires,
  to: Connection,
  message: object | string,
): void => {
  const text = typeof message === 'string' ? message : decodeServer(JSON.stringify(message));
  time.after(delayMs, () => {
    if (!to.isCut && server.isReachable) {
      to.events.received(text);
    }
  });
};

const open = (wires: Wires, url: string, events: SocketEvents): Socket => {
  const { time, delayMs, connections, server } = wires;
  const [member = '', device] = (new URL(url).searchParams.get('ticket') ?? '').split('+');
  const isCompanion = device === 'companion';
  const who: Connection = { member, isCompanion, events, isEntered: false, isCut: false };
  time.after(delayMs, () => {
    if (!server.isReachable) {
      end(wires, who, 1006, '');
    } else if (!who.isCut) {
      connections.add(who);
      events.opened();
    }
  });
  return {
    send: (text) => {
      time.after(delayMs, () => {
        if (server.isReachable && !who.isCut) {
          hear(wires, who, text);
        }
      });
    },
    close: () => {
      who.isCut = true;
      connections.delete(who);
    },
  };
};

const end = (
  { time, delayMs, connections }: Wires,
  who: Connection,
  code: number,
  reason: string,
): void => {
  who.isCut = true;
  connections.delete(who);
  time.after(delayMs, () => who.events.closed(code, reason));
};

const hear = (wires: Wires, who: Connection, text: string): void => {
  const { time, room, server } = wires;
  const message = JSON.parse(decodeClient(text)) as ClientMessage;
  if (message.type === 'heartbeat') {
    server.heartbeats.push(message);
    const t1 = time.nowMs() + ROOM_AHEAD_MS;
    deliver(wires, who, { type: 'heartbeat', t0: message.t0, t1, t2: t1 });
    return;
  }
  server.said.push(message);
  if (message.type === 'enter') {
    enter(wires, who, message.resume?.revision);
  } else if (message.type === 'signal') {
    deliver(wires, who, signalled(message, who.member));
  } else if (message.type !== 'leave') {
    const answer = answerTo(room, message, who.member, server.refuse);
    deliver(wires, who, { ...answer, id: message.id });
  }
};

/** What everyone is told of a signal. */
const signalled = (signal: Signal, by: string): Signals =>
  signal.kind === 'typing'
    ? { type: 'signals', typing: [{ member: by }], cheers: [] }
    : { type: 'signals', typing: [], cheers: [{ emoji: signal.emoji, count: 1, by }] };

const enter = (wires: Wires, who: Connection, from: number | undefined): void => {
  const { connections, room } = wires;
  const { member, isCompanion } = who;
  const isSame = (each: Connection) => each.member === member && each.isCompanion === isCompanion;
  for (const other of [...connections].filter((each) => isSame(each) && each !== who)) {
    end(wires, other, 4100, '');
  }
  if (!isCompanion) join(room, member);
  const { stage, members, journal } = room;
  const atMs = room.roomTimeMs();
  deliver(wires, who, {
    type: 'welcome',
    member,
    ...(isCompanion ? { companion: true } : {}),
    epoch: EPOCH,
    roomTimeMs: atMs,
  });
  const missed = from === undefined ? [snapshot()] : journal.slice(from);
  for (const each of missed) {
    deliver(wires, who, each);
  }
  who.isEntered = true;

  function snapshot(): object {
    const order = { epoch: EPOCH, revision: journal.length, atMs };
    return {
      type: 'snapshot',
      ...order,
      stage,
      control: {
        load: 'EVERYONE',
        playPause: 'EVERYONE',
        seek: 'EVERYONE',
        speed: 'EVERYONE',
      },
      gate: { type: 'everyone' },
      locked: false,
      members,
      absent: [],
      proposals: [],
    };
  }
};
