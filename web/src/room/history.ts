import type { Room } from '@matinee/link/room';
import type { RoomEvent } from '@matinee/link/roomEvent';
import { eventsOf } from '../api/events';
import type { chatBefore } from '../api/members';
import type { Tags } from '../people/tags';
import { linesOf, merged } from './conversation';
import { openLookingBack } from './lookingBack';
import type { RoomPort } from './port';
import type { ChatLine, RoomView } from './view';

/** What was said and done in a room: what came while the page was open, and as much of what was before as was asked for. */
export type History = {
  readonly lines: (names: ReadonlyMap<string, string>) => readonly ChatLine[];
  readonly more: () => Pick<RoomView, 'hasEarlier' | 'hasLater'>;
  readonly ways: Pick<RoomPort, 'fetchEarlier' | 'fetchLater' | 'showLine' | 'showNewest'>;
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
  const back = openLookingBack(fetchChat);
  const noteNames = (known: readonly RoomEvent[]) => {
    for (const event of known)
      if (event.type === 'joined' || event.type === 'renamed') tags.note(event.member, event.name);
  };
  const add = (more: readonly RoomEvent[]) => {
    events = merged(events, more);
    back.hear(more);
    noteNames(more);
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
  /** What is looked back at may have come to what is known. */
  const join = () => {
    const found = back.now();
    noteNames(found?.events ?? []);
    if (found && earliest !== undefined && found.last >= earliest - 1) {
      ({ hasEarlier } = found);
      earliest = Math.min(earliest, found.first);
      events = merged(events, found.events);
      back.end();
    }
    onChange();
  };
  const showNewest = () => {
    back.end();
    onChange();
  };
  const stop = room.onNews((news) => {
    if (news.type === 'event') add([news.event]);
    else void fetchBefore(undefined);
  });
  return {
    lines: (names) => linesNow(back.now()?.events ?? events, names),
    more: () => ({
      hasEarlier: back.now()?.hasEarlier ?? hasEarlier,
      hasLater: back.now() !== undefined,
    }),
    ways: {
      fetchEarlier: () => (back.now() ? back.fetchEarlier().then(join) : fetchBefore(earliest)),
      fetchLater: () => back.fetchLater(earliest).then(join),
      showLine: async (key) => {
        if (earliest !== undefined && key >= earliest) {
          showNewest();
          return true;
        }
        const isThere = await back.begin(key);
        join();
        return isThere;
      },
      showNewest,
    },
    close: stop,
  };
};
