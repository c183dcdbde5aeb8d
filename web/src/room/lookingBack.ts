import type { RoomEvent } from '@matinee/link/roomEvent';
import { eventsOf } from '../api/events';
import { merged } from './conversation';
import type { FetchChat } from './history';

/** A stretch of the conversation that hangs together, from the revision `first` to `last`. */
type Stretch = {
  readonly events: readonly RoomEvent[];
  readonly first: number;
  readonly last: number;
  readonly hasEarlier: boolean;
};

/** No more events than a page has stand in as many revisions. */
const page = 50;

/** Where in between there is much that belongs in no chat, a page may be empty. */
const mostEmptyPages = 20;

/** Looks back at a line that was said long before what is known, and at what stands around it. */
export const openLookingBack = (fetchChat: FetchChat) => {
  let stretch: Stretch | undefined;
  const begin = async (key: number): Promise<boolean> => {
    if (stretch && key >= stretch.first && key <= stretch.last) return true;
    const last = key + page / 2;
    const fetched = await fetchChat(last + 1);
    if (fetched.type !== 'done') return false;
    const { events, first = key, more } = fetched.value;
    stretch = { events: eventsOf(events), first, last, hasEarlier: more };
    return true;
  };
  const fetchEarlier = async (): Promise<void> => {
    const from = stretch;
    const fetched = from && (await fetchChat(from.first));
    if (fetched?.type !== 'done' || !stretch || stretch.first !== from?.first) return;
    const { events, first = stretch.first, more } = fetched.value;
    stretch = {
      ...stretch,
      events: merged(stretch.events, eventsOf(events)),
      first,
      hasEarlier: more,
    };
  };
  const fetchLater = async (until: number | undefined): Promise<void> => {
    for (let pages = 0; pages < mostEmptyPages; pages += 1) {
      const from = stretch;
      if (!from || from.last >= (until ?? 0) - 1) return;
      const last = from.last + page;
      const fetched = await fetchChat(last + 1);
      if (fetched.type !== 'done' || stretch !== from) return;
      const later = eventsOf(fetched.value.events);
      stretch = { ...from, events: merged(from.events, later), last };
      if (later.some(({ revision }) => revision > from.last && revision <= last)) return;
    }
  };
  return {
    now: () => stretch,
    begin,
    fetchEarlier,
    fetchLater,
    /** Takes what happens to its lines meanwhile. */
    hear: (events: readonly RoomEvent[]) => {
      const about = events.filter((event) => 'line' in event && event.line <= (stretch?.last ?? 0));
      if (stretch && about.length > 0)
        stretch = { ...stretch, events: merged(stretch.events, about) };
    },
    end: () => {
      stretch = undefined;
    },
  };
};
