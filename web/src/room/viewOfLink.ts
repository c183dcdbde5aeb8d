import type { ConnectionState } from '@matinee/link/connectionState';
import type { FollowState } from '@matinee/link/following';
import type { MediaRef } from '@matinee/link/media';
import type { Problem } from '@matinee/link/problem';
import type { Member } from '@matinee/link/roomState';
import type { RoomView as LinkView } from '@matinee/link/roomView';
import type { FoundLines as FoundInChat } from '../api/members';
import type { Tags } from '../people/tags';
import { controlOfAll, wholeControl } from './control';
import { arranged } from './queue';
import type {
  ChatLine,
  Condition,
  Contact,
  Door,
  Film,
  Found,
  FoundLines,
  InStep,
  Person,
  PlayerView,
  RoomView,
  Stage,
  UnplayableCause,
  Unsent,
} from './view';
import type { Wished } from './wished';

const contactOf = (connection: ConnectionState): Contact => {
  switch (connection.type) {
    case 'connecting':
    case 'live':
    case 'replaced':
      return connection;
    case 'lost': {
      const { retryAtMs } = connection;
      return { type: 'lost', ...(retryAtMs === undefined ? {} : { retryAtMs }) };
    }
    case 'left':
      return { type: 'refused' };
    case 'refused':
      break;
  }
  switch (connection.why) {
    case 'noSuchRoom':
      return { type: 'unknownRoom' };
    case 'roomFull':
      return { type: 'full' };
    case 'kicked':
    case 'banned':
    case 'locked':
    case 'memberGone':
    case 'otherCompanions':
    case 'closed':
    case 'notInvited':
    case 'passwordNeeded':
    case 'passwordWrong':
    case 'passwordTries':
    case 'signedOut':
    case 'outdated':
      return { type: connection.why };
    case 'notAllowed':
    case 'misbehaved':
      return { type: 'refused' };
  }
};

/** What of a member is needed to show it. */
type Seen = Pick<Member, 'id' | 'name' | 'standing' | 'host'> & {
  readonly muted?: boolean | undefined;
  readonly lostSinceMs?: number | undefined;
  readonly readiness?: Member['readiness'];
  readonly grace?: Member['grace'];
};

const conditionOf = (member: Seen, view: LinkView): Condition => {
  if (member.lostSinceMs !== undefined) return 'LOST';
  const told = view.presence.get(member.id)?.condition;
  if (told !== undefined) return told;
  if (view.crowd !== undefined) return 'HERE';
  return member.readiness === 'READY' ? 'READY' : 'BUFFERING';
};

const personOf = (member: Seen, view: LinkView, shown: Tags['shown']): Person => {
  const condition = conditionOf(member, view);
  const error = condition === 'WATCHING' ? view.presence.get(member.id)?.syncErrorMs : undefined;
  return {
    id: member.id,
    name: shown(member.id, member.name),
    ownName: member.name,
    role:
      view.roles.get(member.id) ??
      (member.host && member.standing !== 'OWNER' ? 'HOST' : member.standing),
    standing: member.standing,
    isHost: member.host,
    isMuted: member.muted === true,
    isSelf: member.id === view.me?.id,
    condition,
    waitedFor: view.wait?.members.some(({ id }) => id === member.id) === true,
    excused: member.grace?.excused === true,
    ...(error === undefined ? {} : { syncErrorMs: error }),
  };
};

/** Those who were found, as the page shows people. */
export const peopleFound = (
  found: { readonly members: readonly Seen[]; readonly total: number },
  view: LinkView,
  shown: Tags['shown'],
): Found => ({
  people: found.members.map((member) => personOf(member, view, shown)),
  total: found.total,
});

/** Lines that were found, as the page shows them. */
export const linesFoundOf = (
  { lines, next }: FoundInChat,
  nameOf: (id: string) => string,
): FoundLines => ({
  lines: lines.map(({ revision: key, by, atMs, text }) => ({
    key,
    by,
    name: nameOf(by),
    atMs,
    text,
  })),
  next,
});

/** The largest difference between two people who watch, and how well it is known: half the two longest round trips. */
export const inStepOf = (people: readonly Person[], view: LinkView): InStep | undefined => {
  const errors = people.flatMap(({ syncErrorMs }) => syncErrorMs ?? []);
  if (errors.length < 2) return undefined;
  const bounds = people
    .filter(({ syncErrorMs }) => syncErrorMs !== undefined)
    .map(({ id }) => (view.presence.get(id)?.roundTripMs ?? 0) / 2)
    .sort((a, b) => b - a);
  return {
    skewMs: Math.max(...errors) - Math.min(...errors),
    boundMs: (bounds[0] ?? 0) + (bounds[1] ?? 0),
  };
};

/** Of a giant a page is told how only those do who are shown: what it knows for sure is its own player. */
const ownStepOf = (syncErrorMs: number | undefined): InStep | undefined =>
  syncErrorMs === undefined ? undefined : { skewMs: Math.abs(syncErrorMs) };

const placeOf = (
  ref: MediaRef,
): Pick<Film, 'address' | 'embed' | 'ownCopy' | 'page' | 'upload'> => {
  switch (ref.type) {
    case 'upload':
      return { upload: ref.film };
    case 'address':
      return { address: ref.url };
    case 'embed':
      return { embed: ref };
    case 'site':
      return { page: ref.url };
    case 'ownCopy':
      return { ownCopy: ref };
  }
};

const stageOf = (view: LinkView): Stage => {
  const stage = view.state?.stage;
  if (stage?.type !== 'loaded') return { type: 'idle' };
  const { ref, title, lengthMs } = stage.media;
  const { availableMs, playback } = stage;
  return {
    type: 'loaded',
    film: {
      title,
      ...placeOf(ref),
      ...(lengthMs === undefined ? {} : { lengthMs }),
      ...(availableMs === undefined ? {} : { availableMs }),
    },
    playback:
      playback.type === 'waiting' && view.wait?.isForFilm
        ? { ...playback, isForFilm: true }
        : playback,
  };
};

const causeOf = (problem: Problem, view: LinkView, isSecure: boolean): UnplayableCause => {
  const stage = view.state?.stage;
  const ref = stage?.type === 'loaded' ? stage.media.ref : undefined;
  const isInsecure = isSecure && ref?.type === 'address' && ref.url.startsWith('http:');
  return isInsecure && problem.type === 'network' ? 'insecure' : problem.type;
};

const playerOf = (
  state: FollowState | undefined,
  view: LinkView,
  isSecure: boolean,
): PlayerView => {
  switch (state?.type) {
    case undefined:
      return { type: 'none' };
    case 'preparing':
    case 'loading':
      return state;
    case 'needsClick':
      return { type: 'blocked' };
    case 'unable':
      return { type: 'unplayable', cause: causeOf(state.problem, view, isSecure) };
    case 'standing':
    case 'starting':
    case 'playing':
    case 'buffering':
    case 'ended':
      return { type: 'following' };
  }
};

/** What of the page is not in the link's view: how the player does, and what was said. */
export type Around = {
  readonly following: FollowState | undefined;
  /** How far this page's player is from the room's line. */
  readonly syncErrorMs?: number | undefined;
  readonly chat: readonly ChatLine[];
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
  readonly unsent: readonly Unsent[];
  readonly wished: Wished;
  readonly shown: Tags['shown'];
  /** The page came by https. */
  readonly isSecure: boolean;
};

/** What snapshots leave out (AC1). */
const doorOfNewRooms: Door = { access: 'LINK', capacity: 20_000, newcomers: 'MEMBER' };

/** The room as the page shows it. */
export const viewOfLink = (view: LinkView, around: Around): RoomView => {
  const { shown } = around;
  const people = (view.state?.members ?? []).map((member) => personOf(member, view, shown));
  const { crowd, mayChatFromMs } = view;
  const inStep = crowd ? ownStepOf(around.syncErrorMs) : inStepOf(people, view);
  const slowSeconds = view.state?.slowSeconds;
  const movingTo = view.state?.movedTo;
  return {
    contact: contactOf(view.connection),
    stage: stageOf(view),
    control: view.state ? wholeControl(view.state.control) : controlOfAll('EVERYONE'),
    rights: view.rights,
    asks: view.asks,
    proposals: view.state?.proposals ?? [],
    queue: arranged(view.state?.queue ?? { autoAdvance: true, items: [] }, around.wished),
    gate: view.state?.gate ?? { type: 'everyone' },
    door: view.state?.door ?? doorOfNewRooms,
    isLocked: view.state?.locked === true,
    writers: view.state?.writers ?? 'EVERYBODY',
    mayWrite: view.mayWrite,
    people,
    banned: (view.state?.absent ?? [])
      .filter(({ banned }) => banned === true)
      .map(({ id, name }) => ({ id, name: shown(id, name) })),
    chat: around.chat,
    hasEarlier: around.hasEarlier,
    hasLater: around.hasLater,
    unsent: around.unsent,
    wished: around.wished,
    player: playerOf(around.following, view, around.isSecure),
    ...(inStep === undefined ? {} : { inStep }),
    ...(crowd === undefined ? {} : { crowd }),
    ...(slowSeconds === undefined ? {} : { slowSeconds }),
    ...(movingTo === undefined ? {} : { movingTo }),
    ...(mayChatFromMs === undefined ? {} : { mayChatFromMs }),
  };
};
