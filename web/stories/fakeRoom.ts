import { noPortraits } from '../src/people/portraits';
import { controlOfAll } from '../src/room/control';
import type { RoomPort } from '../src/room/port';
import type { Action, ChatLine, Person, RoomView } from '../src/room/view';
import { noOffers } from '../src/subtitles/offers';
import { person as anybody } from '../test/person';

const evening = new Date(2026, 10, 21, 20, 14).getTime();

const person = (id: string, name: string, rest: Partial<Person> = {}): Person =>
  anybody(id, { name, ownName: name, ...rest });

const ownersRights = new Set<Action>([
  'LOAD',
  'PLAY_PAUSE',
  'SEEK',
  'SPEED',
  'CHAT',
  'RENAME',
  'EXCUSE',
  'REPORT',
  'SET_CONTROL',
  'SET_GATE',
  'HAND_OVER',
  'SET_STANDING',
  'KICK',
  'BAN',
  'UNBAN',
  'MUTE',
  'LOCK',
  'SET_DOOR',
  'SET_PASSWORD',
  'GIVE_ROOM',
  'CLOSE_ROOM',
  'ANSWER',
  'WITHDRAW',
]);

const people: readonly Person[] = [
  person('anna', 'Anna', {
    role: 'OWNER',
    standing: 'OWNER',
    isHost: true,
    isSelf: true,
    syncErrorMs: 0.2,
  }),
  person('jonas', 'Jonas', { syncErrorMs: 2 }),
  person('maria-m', 'Мария', { syncErrorMs: -1.4 }),
  person('theo', 'Theo', { condition: 'AWAY', excused: true }),
];

const said = (key: number, by: string, name: string, text: string): ChatLine => ({
  type: 'said',
  key,
  atMs: evening + key * 45_000,
  by,
  name,
  text,
  isEdited: false,
  reactions: [],
});

const chat: readonly ChatLine[] = [
  { type: 'happened', key: 1, atMs: evening, what: { type: 'joined', name: 'Мария' } },
  said(2, 'jonas', 'Jonas', 'the music right here. every time'),
  said(3, 'anna', 'Anna', 'wait for it'),
  said(5, 'maria-m', 'Мария', 'не верю, что мы смотрим это вместе'),
  {
    type: 'happened',
    key: 6,
    atMs: evening,
    what: { type: 'wentBack', name: 'Anna', positionMs: 2_480_000 },
  },
  said(7, 'theo', 'Theo', 'that shot 42:07 looks painted'),
  said(8, 'theo', 'Theo', 'more of it: https://example.org/how-it-was-made.'),
];

const base: RoomView = {
  contact: { type: 'live' },
  stage: {
    type: 'loaded',
    film: {
      title: 'The Long Way to the Sea',
      address: 'https://films.example.org/sea.mp4',
      lengthMs: 5_900_000,
    },
    playback: { type: 'playing', rate: 1 },
  },
  control: controlOfAll('EVERYONE'),
  rights: ownersRights,
  writers: 'EVERYBODY',
  mayWrite: true,
  asks: new Set(),
  proposals: [],
  queue: { autoAdvance: true, items: [] },
  gate: { type: 'everyone' },
  door: { access: 'LINK', capacity: 20_000, newcomers: 'MEMBER', title: 'Film night' },
  isLocked: false,
  people,
  banned: [],
  chat,
  unsent: [],
  wished: {},
  hasEarlier: false,
  hasLater: false,
  player: { type: 'following' },
  inStep: { skewMs: 2.1, boundMs: 1 },
};

const startMs = performance.now();
const roomTimeMs = () => performance.now() - startMs;

const waiting: RoomView = {
  ...base,
  stage: {
    type: 'loaded',
    film: {
      title: 'The Long Way to the Sea',
      address: 'https://films.example.org/sea.mp4',
      lengthMs: 5_900_000,
    },
    playback: { type: 'waiting', rate: 1, sinceMs: -1500, untilMs: 8500 },
  },
  people: people.map((one) =>
    one.id === 'maria-m'
      ? { ...person(one.id, one.name), condition: 'BUFFERING', waitedFor: true }
      : { ...one, condition: one.condition === 'WATCHING' ? 'READY' : one.condition },
  ),
};

const awaiting: RoomView = {
  ...base,
  stage: {
    type: 'loaded',
    film: {
      title: 'The Long Way to the Sea',
      upload: 'sea',
      lengthMs: 5_900_000,
      availableMs: 2_754_000,
    },
    playback: { type: 'waiting', rate: 1, sinceMs: -1500, untilMs: -1500, isForFilm: true },
  },
};

/** The states of a room that are worth looking at, by name. */
export const stories: Readonly<Record<string, RoomView>> = {
  playing: base,
  waiting,
  awaiting,
  lost: { ...base, contact: { type: 'lost', retryAtMs: startMs + 9000 } },
  empty: {
    ...base,
    stage: { type: 'idle' },
    chat: [],
    people: people.slice(0, 1),
    player: { type: 'none' },
  },
  asked: {
    ...base,
    proposals: [{ member: 'jonas', wish: { type: 'pause' }, revision: 9, untilMs: 30_000 }],
  },
  asking: {
    ...base,
    rights: new Set(['CHAT']),
    asks: new Set(['PLAY_PAUSE', 'SEEK']),
    people: people.map((one) => ({ ...one, isSelf: one.id === 'jonas' })),
    proposals: [
      {
        member: 'jonas',
        wish: { type: 'seek', positionMs: 2_480_000 },
        revision: 9,
        untilMs: 30_000,
      },
    ],
  },
  blocked: { ...base, player: { type: 'blocked' } },
  unplayable: { ...base, player: { type: 'unplayable', cause: 'cors' } },
  guest: {
    ...base,
    control: controlOfAll('HOST_ONLY'),
    rights: new Set(['CHAT', 'RENAME', 'EXCUSE', 'REPORT']),
    people: people.map((one) => ({ ...one, isSelf: one.id === 'jonas' })),
  },
  long: {
    ...base,
    stage: {
      type: 'loaded',
      film: {
        title:
          'A title that is far longer than any title of a film has a right to be, and goes on, '.repeat(
            2,
          ),
        lengthMs: 300_000,
      },
      playback: { type: 'paused', rate: 1.25 },
    },
    people: [
      ...people,
      person('x', 'Bartholomäus Maximilian von Hohenlohe-Sch', { condition: 'LOST' }),
      ...Array.from({ length: 12 }, (_, n) =>
        person(`p${n}`, `Guest ${n}`, { syncErrorMs: n * 7 - 30 }),
      ),
    ],
    chat: [
      ...Array.from({ length: 60 }, (_, n) =>
        said(n - 100, `p${n % 5}`, `Guest ${n % 5}`, 'word '.repeat((n % 9) * 6 + 1)),
      ),
      said(9, 'x', 'Bartholomäus Maximilian von Hohenlohe-Sch', 'W'.repeat(180)),
    ],
  },
};

/** A room that does what it is told at once, for looking at the page without a server. */
export const fakeRoom = (name: string): RoomPort => {
  let view = stories[name] ?? base;
  const listeners = new Set<() => void>();
  const show = (next: RoomView) => {
    view = next;
    for (const listener of listeners) listener();
  };
  return {
    server: { roomId: 'k3m9-tq2x', link: 'http://192.168.1.20:8080/r/k3m9-tq2x' },
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onRejected: () => () => undefined,
    nowMs: () => performance.now(),
    roomTimeMs,
    positionMs: () => 2_527_000,
    aimMs: () => 2_527_000,
    sayAgain: () => undefined,
    signal: () => undefined,
    onSignals: () => () => undefined,
    send: (wish) => {
      if (wish.type === 'say') {
        const key = (view.chat.at(-1)?.key ?? 0) + 1;
        show({
          ...view,
          chat: [...view.chat, { ...said(key, 'anna', 'Anna', wish.text), atMs: Date.now() }],
        });
      }
      if (view.stage.type === 'loaded' && (wish.type === 'play' || wish.type === 'pause')) {
        const type = wish.type === 'play' ? 'playing' : 'paused';
        show({
          ...view,
          stage: { ...view.stage, playback: { type, rate: view.stage.playback.rate } },
        });
      }
    },
    follow: (element) => {
      if (view.stage.type === 'idle') return () => undefined;
      element.src = '/stories/film.webm';
      element.muted = true;
      element.currentTime = 4;
      return () => element.removeAttribute('src');
    },
    allowSound: () => show({ ...view, player: { type: 'following' } }),
    setSoundDelayMs: () => undefined,
    portraits: noPortraits,
    address: () => '',
    sounds: () => undefined,
    pictures: () => Promise.resolve(undefined),
    posters: () => Promise.resolve(undefined),
    subtitles: () => Promise.resolve(),
    offers: noOffers,
    regions: () => Promise.resolve([]),
    reloadFilm: () => undefined,
    connectNow: () => show({ ...view, contact: { type: 'live' } }),
    fetchEarlier: () => Promise.resolve(),
    fetchLater: () => Promise.resolve(),
    showLine: () => Promise.resolve(true),
    showNewest: () => undefined,
    findLines: () => Promise.resolve(undefined),
    findPeople: () => Promise.resolve(undefined),
    fetchBanned: () => Promise.resolve(undefined),
    close: () => undefined,
  };
};
