import type { Room } from '@matinee/link/room';
import type { RoomEvent } from '@matinee/link/roomEvent';
import { eventsOf } from '../api/events';
import type { chatBefore } from '../api/members';
import type { Tags } from '../people/tags';
import { linesOf, merged } from './conversation';
import type { ChatLine } from './view';

/** What was said and done in a room: what came while the page was open, and as much of what was before as was asked for. */
export type History = {
  readonly lines: (names: ReadonlyMap<string, string>) => readonly ChatLine[];
  readonly hasEarlier: () => boolean;
  readonly fetchEarlier: () => Promise<void>;
  readonly close: () => void;
};

const areSame = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean =>
  one.size === other.size && [...one].every(([id, name]) => other.get(id) === name);

type Told = {
  readonly events: readonly RoomEvent[];
  readonly names: ReadonlyMap<string, string>;
  /** Of the tags. */
  readonly version: number;
};

/** Gives the same lines again while neither events nor names nor tags have changed, so that nothing is drawn anew for nothing. */
const remembering = (tags: Tags) => {
  let last: Told | undefined;
  let lines: readonly ChatLine[] = [];
  return (events: readonly RoomEvent[], names: ReadonlyMap<string, string>) => {
    const version = tags.version();
    if (last?.events !== events || last.version !== version || !areSame(last.names, names)) {
      lines = linesOf(events, names, tags.shown);
      last = { events, names: new Map(names), version };
    }
    return lines;
  };
};

/** Fetches a page of what was before a revision; left out, of the newest. */
export type FetchChat = (before: number | undefined) => ReturnType<typeof chatBefore>;

/** Reads along with a room; `onChange` is called whenever there is more to show. */
export const openHistory = (
  fetchChat: FetchChat,
  room: Room,
  tags: Tags,
  onChange: () => void,
): History => {
  let events: readonly RoomEvent[] = [];
  let hasEarlier = false;
  let earliest: number | undefined;
  const linesNow = remembering(tags);
  const add = (more: readonly RoomEvent[]) => {
    events = merged(events, more);
    for (const event of more)
      if (event.type === 'joined' || event.type === 'renamed') tags.note(event.member, event.name);
    onChange();
  };
  const fetchBefore = async (before: number | undefined) => {
    const page = await fetchChat(before);
    if (page.type !== 'done') return;
    const earlier = eventsOf(page.value.events);
    const { first, more } = page.value;
    if (before === undefined || before === earliest) hasEarlier = more;
    if (first !== undefined) earliest = Math.min(first, earliest ?? first);
    add(earlier);
  };
  const stop = room.onNews((news) => {
    if (news.type === 'event') add([news.event]);
    else void fetchBefore(undefined);
  });
  return {
    lines: (names) => linesNow(events, names),
    hasEarlier: () => hasEarlier,
    fetchEarlier: () => fetchBefore(earliest),
    close: stop,
  };
};
