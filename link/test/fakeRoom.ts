import { decodeServer } from '@matinee/browser';
import type { Answer } from '../src/answer';
import type { Member, Playback, Readiness, Stage } from '../src/roomState';
import type { Command } from '../src/wish';

export const EPOCH = 'e1';
const LEAD_MS = 300;

/** A room in memory. It keeps order, answers and the line; it knows few of the other rules and waits for nobody. */
export type FakeRoom = {
  readonly roomTimeMs: () => number;
  /** Called with the text of each new event. */
  readonly spread: (text: string) => void;
  readonly journal: string[];
  readonly answers: Map<string, Answer>;
  members: readonly Member[];
  stage: Stage;
};

export const fakeRoom = (roomTimeMs: () => number, spread: (text: string) => void): FakeRoom => ({
  roomTimeMs,
  spread,
  journal: [],
  answers: new Map(),
  members: [],
  stage: { type: 'idle' },
});

/** Writes an event and spreads it. Without a command, a rule of the room is the author. */
export const append = (room: FakeRoom, fact: object, command?: Command, by?: string): void => {
  const author = command === undefined ? {} : { by, command: command.id };
  const order = { revision: room.journal.length + 1, atMs: room.roomTimeMs() };
  const text = decodeServer(JSON.stringify({ ...fact, ...order, ...author }));
  room.journal.push(text);
  room.spread(text);
};

/** Gives a member its place, if it has none. */
export const join = (room: FakeRoom, member: string): void => {
  if (room.members.some(({ id }) => id === member)) {
    return;
  }
  append(room, { type: 'joined', member, name: member });
  const isFirst = room.members.length === 0;
  const joinedAtMs = room.roomTimeMs();
  room.members = [
    ...room.members,
    {
      id: member,
      name: member,
      joinedAtMs,
      standing: isFirst ? 'OWNER' : 'MEMBER',
      host: isFirst,
      readiness: 'BUFFERING',
    },
  ];
};

/** The answer to a command; the same to the same one. */
export const answerTo = (
  room: FakeRoom,
  command: Command,
  by: string,
  refuse: (command: Command, by: string) => boolean,
): Answer => {
  const key = `${by}/${command.id}`;
  const known = room.answers.get(key);
  if (known !== undefined) {
    return known;
  }
  if (refuse(command, by)) {
    return { type: 'rejected', reason: 'NOT_ALLOWED' };
  }
  const revision = room.journal.length + 1;
  if (!happens(room, command, by)) {
    return { type: 'rejected', reason: 'NO_CHANGE' };
  }
  const answer: Answer = { type: 'accepted', revision };
  room.answers.set(key, answer);
  return answer;
};

const happens = (room: FakeRoom, command: Command, by: string): boolean => {
  switch (command.type) {
    case 'load':
      return load(room, command, by);
    case 'say':
      append(room, { type: 'said', text: command.text }, command, by);
      return true;
    case 'rename':
      append(room, { type: 'renamed', member: by, name: command.name }, command, by);
      return true;
    case 'edit':
    case 'removeLine':
    case 'react':
    case 'enqueue':
    case 'dequeue':
    case 'moveQueued':
    case 'playQueued':
    case 'setAutoAdvance':
    case 'stay':
    case 'vote':
    case 'setControl':
    case 'setStanding':
    case 'kick':
    case 'ban':
    case 'unban':
    case 'setMuted':
    case 'setLocked':
    case 'setSlowMode':
    case 'setWriters':
    case 'moveRoom':
    case 'setDoor':
    case 'giveRoom':
    case 'closeRoom':
    case 'answer':
    case 'withdraw':
    case 'setGate':
    case 'setExcused':
    case 'handOver':
      return false;
    case 'reportReady':
      return [learn(room, command, by), report(room, command, by, 'READY')].includes(true);
    case 'reportBuffering':
      return report(room, command, by, 'BUFFERING');
    case 'reportUnable':
      return report(room, command, by, 'CATCHING_UP');
    case 'play':
    case 'pause':
    case 'seek':
    case 'setRate':
      return move(room, command, by);
  }
};

const load = (room: FakeRoom, command: Extract<Command, { type: 'load' }>, by: string): boolean => {
  const { media } = command;
  append(room, { type: 'mediaLoaded', media }, command, by);
  const playback = { type: 'paused', positionMs: 0, rate: 1 } as const;
  room.stage = { type: 'loaded', media, loadedRevision: room.journal.length, playback };
  room.members = room.members.map((each) => ({ ...each, readiness: 'BUFFERING' }));
  return true;
};

const learn = (
  room: FakeRoom,
  command: Extract<Command, { type: 'reportReady' }>,
  by: string,
): boolean => {
  const { stage } = room;
  const { lengthMs } = command;
  if (stage.type !== 'loaded' || stage.media.lengthMs !== undefined || lengthMs === undefined) {
    return false;
  }
  room.stage = { ...stage, media: { ...stage.media, lengthMs } };
  append(room, { type: 'lengthLearnt', lengthMs }, command, by);
  return true;
};

const report = (room: FakeRoom, command: Command, by: string, readiness: Readiness): boolean => {
  if (room.members.find(({ id }) => id === by)?.readiness === readiness) {
    return false;
  }
  room.members = room.members.map((each) => (each.id === by ? { ...each, readiness } : each));
  append(room, { type: 'readinessChanged', member: by, readiness }, command, by);
  return true;
};

type Motion = Extract<Command, { type: 'play' | 'pause' | 'seek' | 'setRate' }>;

const move = (room: FakeRoom, command: Motion, by: string): boolean => {
  if (room.stage.type !== 'loaded') {
    return false;
  }
  const moved = motion(room, command, room.stage.playback);
  if (moved === undefined) {
    return false;
  }
  const [cause, playback] = moved;
  room.stage = { ...room.stage, playback };
  append(room, { type: 'playbackChanged', cause, playback }, command, by);
  return true;
};

const motion = (
  room: FakeRoom,
  command: Motion,
  now: Playback,
): readonly [string, Playback] | undefined => {
  const { rate } = now;
  const startAt = (positionMs: number, speed: number): Playback => ({
    type: 'playing',
    anchorMs: room.roomTimeMs() + LEAD_MS,
    positionMs,
    rate: speed,
  });
  const isMoving = now.type === 'playing';
  switch (command.type) {
    case 'play':
      return isMoving ? undefined : ['PLAYED', startAt(now.positionMs, rate)];
    case 'pause':
      return isMoving
        ? ['PAUSED', { type: 'paused', positionMs: positionOf(room, now), rate }]
        : undefined;
    case 'seek':
      return isMoving
        ? ['SEEKED', startAt(command.positionMs, rate)]
        : ['SEEKED', { type: 'paused', positionMs: command.positionMs, rate }];
    case 'setRate':
      return isMoving
        ? ['RATE_CHANGED', startAt(positionOf(room, now) + LEAD_MS * rate, command.rate)]
        : ['RATE_CHANGED', { type: 'paused', positionMs: now.positionMs, rate: command.rate }];
  }
};

const positionOf = (room: FakeRoom, now: Playback): number =>
  now.type === 'playing'
    ? Math.round(now.positionMs + Math.max(0, room.roomTimeMs() - now.anchorMs) * now.rate)
    : now.positionMs;
