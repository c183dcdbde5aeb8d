import type { Answer } from '@matinee/link/answer';
import { wishOfFilm } from '@matinee/link/filmWish';
import type { Following } from '@matinee/link/following';
import type { Media } from '@matinee/link/media';
import type { Sounds } from '@matinee/link/player';
import type { Room } from '@matinee/link/room';
import type { RoomState } from '@matinee/link/roomState';
import { subscribers } from '@matinee/link/subscribers';
import type { bannedFrom, linesFound, membersFound } from '../api/members';
import { mediaOf } from '../api/rooms';
import { type LookAt, openPortraits } from '../people/portraits';
import { openTags, type Tags } from '../people/tags';
import { noOffers, type Offers } from '../subtitles/offers';
import type { RoomNow } from '../subtitles/offersIn';
import { positionAt } from './conversation';
import { disappointment } from './disappointment';
import { type FetchChat, openHistory } from './history';
import { openOutbox } from './outbox';
import type { FilmChoice, RoomPort, RoomServer, Wish } from './port';
import type { RejectedFor, RoomView } from './view';
import { linesFoundOf, peopleFound, viewOfLink } from './viewOfLink';
import { openWished } from './wished';

/**
 * Starts a player for a media on an element, which follows the room. `refused` hears of what the person did to the element itself (media keys,
 * picture in picture) and the room did not take.
 */
export type Follow = (
  element: HTMLVideoElement,
  media: Media,
  loadedRevision: number,
  refused: (answer: Answer) => void,
) => Following & { readonly sounds: () => Sounds | undefined };

type OfChat = Extract<
  Wish,
  { type: 'setSlowMode' | 'setWriters' | 'edit' | 'removeLine' | 'react' }
>;

const askOfChat = (room: Room, wish: OfChat): Promise<Answer> => {
  switch (wish.type) {
    case 'setSlowMode':
      return room.setSlowMode(wish.slowSeconds);
    case 'setWriters':
      return room.setWriters(wish.writers);
    case 'edit':
    case 'removeLine':
    case 'react':
      return room.change(wish);
  }
};

/** Loads a film, and takes it to where it is to begin. */
const load = async (room: Room, film: FilmChoice): Promise<Answer> => {
  const answer = await room.load(mediaOf(film));
  const startMs = film.type === 'embed' ? film.startMs : undefined;
  if (answer.type === 'accepted' && startMs !== undefined) await room.seek(startMs);
  return answer;
};

const ask = (room: Room, wish: Exclude<Wish, { type: 'say' }>): Promise<Answer> => {
  switch (wish.type) {
    case 'play':
    case 'pause':
    case 'seek':
    case 'setRate':
      return wishOfFilm(room, wish);
    case 'setControl':
      return room.setControl(wish.control);
    case 'setStanding':
      return room.setStanding(wish.member, wish.standing);
    case 'kick':
      return room.kick(wish.member);
    case 'ban':
      return room.ban(wish.member);
    case 'unban':
      return room.unban(wish.member);
    case 'setMuted':
      return room.setMuted(wish.member, wish.muted);
    case 'setLocked':
      return room.setLocked(wish.locked);
    case 'setDoor':
      return room.setDoor(wish.door);
    case 'giveRoom':
      return room.giveRoom(wish.member);
    case 'closeRoom':
      return room.closeRoom();
    case 'moveRoom':
      return room.moveRoom(wish.region);
    case 'answer':
      return room.answer(wish.proposal, wish.accepted);
    case 'withdraw':
      return room.withdraw();
    case 'setGate':
      return room.setGate(wish.gate);
    case 'setExcused':
      return room.setExcused(wish.excused);
    case 'handOver':
      return room.handOver(wish.member);
    case 'setSlowMode':
    case 'setWriters':
    case 'edit':
    case 'removeLine':
    case 'react':
      return askOfChat(room, wish);
    case 'rename':
      return room.rename(wish.name);
    case 'load':
      return load(room, wish.film);
    case 'enqueue':
      return room.queue({ type: 'enqueue', media: [mediaOf(wish.film)] });
    case 'dequeue':
    case 'moveQueued':
    case 'playQueued':
    case 'setAutoAdvance':
    case 'stay':
    case 'vote':
      return room.queue(wish);
  }
};

/** Keeps one player on one element for whatever the room has loaded; a new loading gets a new player. */
const openPlayer = (
  room: Room,
  follow: Follow | undefined,
  onChange: () => void,
  onAnswer: (answer: Answer) => void,
) => {
  let element: HTMLVideoElement | undefined;
  let following: ReturnType<Follow> | undefined;
  let loaded: number | undefined;
  let soundLateMs = 0;
  const stop = () => {
    following?.close();
    following = undefined;
    loaded = undefined;
  };
  const adapt = () => {
    const stage = room.current().state?.stage;
    const wanted = follow && element && stage?.type === 'loaded' ? stage.loadedRevision : undefined;
    if (wanted === loaded) return;
    stop();
    if (!follow || !element || stage?.type !== 'loaded') return;
    loaded = stage.loadedRevision;
    following = follow(element, stage.media, stage.loadedRevision, onAnswer);
    following.setSoundLateMs(soundLateMs);
    following.subscribe(onChange);
  };
  return {
    adapt,
    current: () => ({ following: following?.current(), syncErrorMs: following?.syncErrorMs() }),
    join: () => following?.join(),
    sounds: () => following?.sounds(),
    attach: (next: HTMLVideoElement | undefined) => {
      stop();
      element = next;
      adapt();
      onChange();
    },
    reload: () => {
      stop();
      adapt();
      onChange();
    },
    setSoundLateMs: (lateMs: number) => {
      soundLateMs = lateMs;
      following?.setSoundLateMs(lateMs);
    },
  };
};

const positionIn = (room: Room): number => {
  const { state } = room.current();
  if (state?.stage.type !== 'loaded') return 0;
  const { media, availableMs, playback } = state.stage;
  const positionMs = positionAt(playback, room.roomTimeMs() ?? state.atMs);
  const ends = [media.lengthMs, availableMs].filter((ms) => ms !== undefined);
  return Math.min(positionMs, ...ends);
};

/** What the page has from the link as it is. */
const handedOn = (
  room: Room,
): Pick<RoomPort, 'nowMs' | 'roomTimeMs' | 'positionMs' | 'signal' | 'onSignals'> => ({
  signal: room.signal,
  onSignals: room.onSignals,
  nowMs: room.nowMs,
  roomTimeMs: () => room.roomTimeMs() ?? room.current().state?.atMs ?? 0,
  positionMs: () => positionIn(room),
});

/** Asks for lines in which words stand, of those before one. */
export type SearchChat = (
  words: string,
  before: number | undefined,
) => ReturnType<typeof linesFound>;

/** Asks for some of those whose name holds a text. */
export type FindMembers = (search: string, from: number) => ReturnType<typeof membersFound>;

/** What of a page is this device's, and its server's. Without `follow` it has no player; `renamed` hears of each name that the person chose. */
export type Ties = {
  readonly server?: RoomServer;
  readonly follow?: Follow;
  readonly fetchChat: FetchChat;
  readonly searchChat: SearchChat;
  readonly findMembers: FindMembers;
  readonly fetchBanned: () => ReturnType<typeof bannedFrom>;
  readonly lookAt: LookAt;
  readonly renamed?: (name: string) => void;
  readonly address?: () => string;
  readonly regions?: RoomPort['regions'];
  readonly pictures?: RoomPort['pictures'];
  readonly posters?: RoomPort['posters'];
  readonly subtitles?: RoomPort['subtitles'];
  readonly offers?: (now: RoomNow) => Offers;
};

/** Keeps the names of everyone who was ever shown: a giant shows only those who were heard last. */
const keepNames = (names: Map<string, string>, tags: Tags, state: RoomState | undefined): void => {
  for (const { id, name } of [...(state?.absent ?? []), ...(state?.members ?? [])]) {
    names.set(id, name);
    tags.note(id, name);
  }
};

/** So often a long chat is asked for until the server has indexed it; each time brings that forward. */
const mostTries = 100;

const isNotReady = (found: Awaited<ReturnType<SearchChat>>): boolean =>
  found.type === 'failed' && found.kind === 'search-not-ready';

const offersOf = (room: Room, tags: Tags, offers: Ties['offers']): Offers =>
  offers?.({
    loaded: () => {
      const stage = room.current().state?.stage;
      return stage?.type === 'loaded' ? stage.media.ref : undefined;
    },
    self: () => room.current().me?.id,
    nameOf: (id, name) => {
      tags.note(id, name);
      return tags.shown(id, name);
    },
  }) ?? noOffers;

/** What a page asks for that the room does not tell, such as those of a giant whom it is not shown (EN6). */
const lookingUp = (
  room: Room,
  tags: Tags,
  names: ReadonlyMap<string, string>,
  {
    findMembers,
    searchChat,
    fetchBanned,
    address,
    server,
    regions,
    pictures,
    posters,
    subtitles,
    offers,
  }: Ties,
): Pick<
  RoomPort,
  | 'server'
  | 'findPeople'
  | 'findLines'
  | 'fetchBanned'
  | 'address'
  | 'regions'
  | 'pictures'
  | 'posters'
  | 'subtitles'
  | 'offers'
> => ({
  server,
  pictures: pictures ?? (() => Promise.resolve(undefined)),
  posters: posters ?? (() => Promise.resolve(undefined)),
  subtitles: subtitles ?? (() => Promise.resolve()),
  offers: offersOf(room, tags, offers),
  address: address ?? (() => ''),
  regions: regions ?? (() => Promise.resolve([])),
  findPeople: async (search, from) => {
    const found = await findMembers(search, from);
    if (found.type !== 'done') return undefined;
    for (const { id, name } of found.value.members) tags.note(id, name);
    return peopleFound(found.value, room.current(), tags.shown);
  },
  findLines: async (words, before) => {
    let found = await searchChat(words, before);
    for (let tries = 1; isNotReady(found) && tries < mostTries; tries += 1)
      found = await searchChat(words, before);
    if (found.type !== 'done') return undefined;
    return linesFoundOf(found.value, (id) => tags.shown(id, names.get(id) ?? ''));
  },
  fetchBanned: async () => {
    const fetched = await fetchBanned();
    if (fetched.type !== 'done') return undefined;
    return fetched.value.banned.map(({ id, name }) => ({ id, name: tags.shown(id, name) }));
  },
});

/** How many are in the room, whether they are shown or not. */
const headcountOf = ({ crowd, people }: RoomView): number => crowd?.members ?? people.length;

/** Ties the page to a room of the link: one view of room, player and conversation, one way for wishes. */
export const liveRoom = (room: Room, ties: Ties): RoomPort => {
  const changes = subscribers<void>();
  const names = new Map<string, string>();
  const tags = openTags();
  const rejections = subscribers<RejectedFor>();
  const build = () => {
    const view = room.current();
    keepNames(names, tags, view.state);
    return viewOfLink(view, {
      ...player.current(),
      shown: tags.shown,
      chat: history.lines(names),
      ...history.more(),
      unsent: outbox.unsent(),
      wished: wished.now(),
      isSecure: location.protocol === 'https:',
    });
  };
  const change = () => {
    shown = build();
    changes.tell();
  };
  const answered = (answer: Answer) => {
    const why = disappointment(answer);
    if (why !== undefined) rejections.tell(why);
  };
  const player = openPlayer(room, ties.follow, change, answered);
  const history = openHistory(ties.fetchChat, room, tags, change);
  const outbox = openOutbox(room, change);
  const wished = openWished(room, change);
  const stop = room.subscribe(() => {
    player.adapt();
    change();
  });
  let shown = build();
  const portraits = openPortraits(ties.lookAt, () => headcountOf(shown));
  return {
    view: () => shown,
    subscribe: changes.add,
    onRejected: rejections.add,
    ...handedOn(room),
    aimMs: () => wished.aimMs() ?? positionIn(room),
    send: (wish) => {
      if (wish.type === 'say') return outbox.say(wish);
      if (wish.type === 'rename') ties.renamed?.(wish.name);
      const answer = ask(room, wish);
      wished.take(wish, answer);
      void answer.then(answered);
    },
    sayAgain: outbox.sayAgain,
    follow: (element) => {
      player.attach(element);
      return () => player.attach(undefined);
    },
    allowSound: player.join,
    sounds: player.sounds,
    setSoundDelayMs: player.setSoundLateMs,
    reloadFilm: player.reload,
    connectNow: room.comeBack,
    ...history.ways,
    ...lookingUp(room, tags, names, ties),
    portraits,
    close: () => {
      stop();
      history.close();
      portraits.close();
      player.attach(undefined);
      room.close();
    },
  };
};
