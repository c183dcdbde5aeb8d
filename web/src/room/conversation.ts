import type { RoomEvent } from '@matinee/link/roomEvent';
import type { Playback } from '@matinee/link/roomState';
import type { Tags } from '../people/tags';
import { wholeControl } from './control';
import { type Fate, fatesOf } from './lines';
import type { ChatLine, Happening, Quote } from './view';

/** Where a playback is at a room time, in ms; before a scheduled start it stands on the anchor (PB3). */
export const positionAt = (playback: Playback, roomTimeMs: number): number =>
  playback.type === 'playing'
    ? playback.positionMs + Math.max(0, roomTimeMs - playback.anchorMs) * playback.rate
    : playback.positionMs;

type Told = {
  readonly names: Map<string, string>;
  readonly shown: Tags['shown'];
  readonly playback: Playback | undefined;
  /** What stood in the queue, by the revisions of the events that put it there. */
  readonly titles: Map<number, string>;
  /** What the loaded film is called; empty while nobody knows. */
  readonly title: string;
  /** What was said, by the revisions of its events. */
  readonly said: Map<number, Said>;
  readonly fates: ReadonlyMap<number, Fate>;
  /** The revision of the newest loading that is known; 0 without one. */
  readonly loadedAt: number;
};

type LineFact = 'lineEdited' | 'lineRemoved' | 'reacted' | 'said';

type Said = Extract<RoomEvent, { type: 'said' }>;

type PlaybackChanged = Extract<RoomEvent, { type: 'playbackChanged' }>;

const wentTo = (
  event: PlaybackChanged,
  before: Playback | undefined,
): 'went' | 'wentBack' | 'wentOn' => {
  if (!before) return 'went';
  return event.playback.positionMs < positionAt(before, event.atMs) ? 'wentBack' : 'wentOn';
};

/** Did it come of what was planned, and of nobody's wish (ID7)? */
const isPlanned = ({ command = '' }: RoomEvent): boolean => command.startsWith('planned-');

const isOnTheWay = ({ command = '' }: RoomEvent): boolean => command.startsWith('planned-step-');

const playbackHappening = (
  event: PlaybackChanged,
  told: Told,
  name: string,
): Happening | undefined => {
  const { positionMs, rate } = event.playback;
  if (isPlanned(event)) return isOnTheWay(event) ? undefined : { type: 'begun', title: told.title };
  switch (event.cause) {
    case 'PLAYED':
      return { type: 'played', name, positionMs };
    case 'PAUSED':
      return { type: 'paused', name, positionMs };
    case 'SEEKED':
      return { type: wentTo(event, told.playback), name, positionMs };
    case 'RATE_CHANGED':
      return { type: 'rate', name, rate };
    case 'ADVANCED':
    case 'WAIT_STARTED':
    case 'WAIT_ENDED':
    case 'WAIT_EXPIRED':
    case 'FILM_AWAITED':
    case 'FILM_CAME':
    case 'ENDED':
    case 'ABANDONED':
      return undefined;
  }
};

const ofFilm = (
  event: Extract<RoomEvent, { type: 'mediaLoaded' | 'filmVanished' | 'playbackChanged' }>,
  told: Told,
  name: string,
): Happening | undefined => {
  switch (event.type) {
    case 'mediaLoaded':
      return { type: 'loaded', name: isPlanned(event) ? '' : name, title: event.media.title };
    case 'filmVanished':
      return { type: 'filmVanished', title: told.title };
    case 'playbackChanged':
      return playbackHappening(event, told, name);
  }
};

const proposalEnded = (
  { member, by, end }: Extract<RoomEvent, { type: 'proposalEnded' }>,
  nameOf: (id: string | undefined) => string,
): Happening => ({ type: 'proposalEnded', name: nameOf(member), by: nameOf(by), end });

const muted = (
  event: Extract<RoomEvent, { type: 'mutedChanged' }>,
  nameOf: (id: string | undefined) => string,
): Happening => ({
  type: event.muted ? 'muted' : 'unmuted',
  name: nameOf(event.member),
  by: nameOf(event.by),
});

const slowMode = (seconds: number | undefined): Happening => ({
  type: 'slowModeChanged',
  ...(seconds === undefined ? {} : { seconds }),
});

/** What happens to the room as a whole. */
const ofTheWhole = (
  event: Extract<
    RoomEvent,
    {
      type:
        | 'lockChanged'
        | 'doorChanged'
        | 'ownerChanged'
        | 'movedAway'
        | 'slowModeChanged'
        | 'writersChanged';
    }
  >,
  nameOf: (id: string | undefined) => string,
): Happening => {
  switch (event.type) {
    case 'lockChanged':
      return { type: event.locked ? 'locked' : 'unlocked', name: nameOf(event.by) };
    case 'doorChanged':
      return { type: 'doorChanged', name: nameOf(event.by) };
    case 'ownerChanged':
      return { type: 'ownerChanged', name: nameOf(event.owner) };
    case 'movedAway':
      return { type: 'movedAway', name: nameOf(event.by), region: event.region };
    case 'slowModeChanged':
      return slowMode(event.slowSeconds);
    case 'writersChanged':
      return { type: 'writersChanged', writers: event.writers };
  }
};

const renamed = (
  event: Extract<RoomEvent, { type: 'renamed' }>,
  before: string,
  { shown }: Told,
): Happening => ({ type: 'renamed', before, name: shown(event.member, event.name) });

const happeningOf = (
  event: Exclude<RoomEvent, { type: LineFact }>,
  told: Told,
): Happening | undefined => {
  const nameOf = (id: string | undefined) => told.names.get(id ?? '') ?? '';
  switch (event.type) {
    case 'joined':
      return { type: 'joined', name: told.shown(event.member, event.name) };
    case 'renamed':
      return renamed(event, nameOf(event.member), told);
    case 'lost':
    case 'returned':
    case 'left':
      return { type: event.type, name: nameOf(event.member) };
    case 'hostChanged':
      return { type: 'hostChanged', name: nameOf(event.host) };
    case 'controlChanged':
      return { type: 'controlChanged', control: wholeControl(event.control) };
    case 'proposed':
      return { type: 'proposed', name: nameOf(event.member), wish: event.wish };
    case 'proposalEnded':
      return proposalEnded(event, nameOf);
    case 'kicked':
    case 'banned':
    case 'unbanned':
      return { type: event.type, name: nameOf(event.member), by: nameOf(event.by) };
    case 'mutedChanged':
      return muted(event, nameOf);
    case 'lockChanged':
    case 'doorChanged':
    case 'ownerChanged':
    case 'movedAway':
    case 'slowModeChanged':
    case 'writersChanged':
      return ofTheWhole(event, nameOf);
    case 'standingChanged':
      return { type: 'standingChanged', name: nameOf(event.member), standing: event.standing };
    case 'gateChanged':
      return { type: 'gateChanged', gate: event.gate };
    case 'excusedChanged':
      return { type: 'excusedChanged', name: nameOf(event.member), excused: event.excused };
    case 'queued':
      return { type: 'queued', name: nameOf(event.member), title: event.media.title };
    case 'dequeued':
      return { type: 'dequeued', name: nameOf(event.by), title: told.titles.get(event.item) ?? '' };
    case 'autoAdvanceChanged':
      return { type: 'autoAdvance', name: nameOf(event.by), on: event.on };
    case 'advanceCancelled':
      return event.by === undefined ? undefined : { type: 'stayed', name: nameOf(event.by) };
    case 'mediaLoaded':
    case 'filmVanished':
    case 'playbackChanged':
      return ofFilm(event, told, nameOf(event.by));
    case 'queueMoved':
    case 'voteChanged':
    case 'advanceScheduled':
    case 'closed':
    case 'movedHere':
    case 'giantChanged':
    case 'lengthLearnt':
    case 'filmGrew':
    case 'readinessChanged':
    case 'refused':
      return undefined;
  }
};

const isOfLine = (
  event: RoomEvent,
): event is Extract<RoomEvent, { type: Exclude<LineFact, 'said'> }> => 'line' in event;

const quoteOf = (key: number, { said, fates, names }: Told): Quote => {
  const event = said.get(key);
  const fate = fates.get(key);
  if (!event || fate?.removal) return { key, name: '' };
  return { key, name: names.get(event.by ?? '') ?? '', text: fate?.edited?.text ?? event.text };
};

const saidLine = (event: Said, told: Told): ChatLine => {
  const { revision: key, atMs, by = '' } = event;
  const fate = told.fates.get(key);
  const { text, mentions } = fate?.edited ?? event;
  return {
    type: 'said',
    key,
    atMs,
    by,
    name: told.names.get(by) ?? '',
    text,
    isEdited: fate?.edited !== undefined,
    reactions: fate?.reactions ?? [],
    ...(event.to === undefined ? {} : { answers: quoteOf(event.to, told) }),
    ...(mentions
      ? { mentions: mentions.map((id) => ({ id, name: told.names.get(id) ?? '' })) }
      : {}),
    ...(event.positionMs === undefined
      ? {}
      : { position: { positionMs: event.positionMs, isOfLoaded: told.loadedAt < key } }),
  };
};

/** What was removed leaves its place. Of when it was said only its place tells. */
const removedLine = (
  { line, atMs, member, by }: NonNullable<Fate['removal']>,
  names: ReadonlyMap<string, string>,
): ChatLine => ({
  type: 'removed',
  key: line,
  atMs,
  name: names.get(member) ?? '',
  ...(by === member ? {} : { remover: names.get(by ?? '') ?? '' }),
});

const lineOf = (event: RoomEvent, told: Told): ChatLine | undefined => {
  const { revision: key, atMs } = event;
  if (event.type === 'said') {
    return told.fates.get(key)?.removal ? undefined : saidLine(event, told);
  }
  if (isOfLine(event)) return undefined;
  const what = happeningOf(event, told);
  return what && { type: 'happened', key, atMs, what };
};

const isMove = (line: ChatLine | undefined, event: RoomEvent): boolean =>
  line?.type === 'happened' &&
  (line.what.type === 'went' || line.what.type === 'wentBack' || line.what.type === 'wentOn') &&
  event.type === 'playbackChanged' &&
  event.cause === 'SEEKED' &&
  event.atMs - line.atMs < 5000;

/** Was it taken out of the queue to be loaded by this event? */
const isTaken = (line: ChatLine | undefined, event: RoomEvent): boolean =>
  line?.type === 'happened' && line.what.type === 'dequeued' && line.key === event.revision - 1;

/** Is this the last one's proposal, changed while it was being made? */
const isSameProposal = (line: ChatLine | undefined, event: RoomEvent, name: string): boolean =>
  line?.type === 'happened' &&
  line.what.type === 'proposed' &&
  line.what.name === name &&
  event.type === 'proposed' &&
  event.atMs - line.atMs < 5000;

/**
 * The conversation that events tell, in their order. Whoever goes through the film in many steps is told of once, by the last. `names`
 * are those known now; events tell of earlier ones, and `shown` how each is shown. A name that nobody knows any more is empty.
 */
export const linesOf = (
  events: readonly RoomEvent[],
  names: ReadonlyMap<string, string>,
  shown: Tags['shown'],
): readonly ChatLine[] => {
  const lines: ChatLine[] = [];
  const fates = fatesOf(events);
  let told: Told = {
    names: new Map([...names].map(([id, name]) => [id, shown(id, name)])),
    shown,
    playback: undefined,
    titles: new Map(),
    title: '',
    said: new Map(),
    fates,
    loadedAt: events.findLast(({ type }) => type === 'mediaLoaded')?.revision ?? 0,
  };
  for (const event of events) {
    const line = lineOf(event, told);
    if (event.type === 'mediaLoaded' && isTaken(lines.at(-1), event)) lines.pop();
    if (line && isMove(lines.at(-1), event)) lines.pop();
    if (isSameProposal(lines.at(-1), event, told.names.get(event.by ?? '') ?? '')) lines.pop();
    if (line) lines.push(line);
    if (event.type === 'said') told.said.set(event.revision, event);
    if (event.type === 'queued') told.titles.set(event.revision, event.media.title);
    if (event.type === 'joined' || event.type === 'renamed')
      told.names.set(event.member, shown(event.member, event.name));
    if (event.type === 'mediaLoaded')
      told = { ...told, playback: undefined, title: event.media.title };
    if (event.type === 'playbackChanged') told = { ...told, playback: event.playback };
  }
  const { names: known } = told;
  const removed = [...fates.values()].flatMap(({ removal }) =>
    removal ? [removedLine(removal, known)] : [],
  );
  return removed.length === 0 ? lines : [...lines, ...removed].sort((a, b) => a.key - b.key);
};

/** Puts events into those already there, in the order of their revisions, each once. */
export const merged = (
  known: readonly RoomEvent[],
  more: readonly RoomEvent[],
): readonly RoomEvent[] =>
  [...new Map([...known, ...more].map((event) => [event.revision, event])).values()].sort(
    (a, b) => a.revision - b.revision,
  );
