import type { RoomEvent } from '@matinee/link/roomEvent';
import type { Reaction } from './view';

type Edited = Extract<RoomEvent, { type: 'lineEdited' }>;

type Removal = Extract<RoomEvent, { type: 'lineRemoved' }>;

/** What has happened to a line since it was said. */
export type Fate = {
  /** How it reads now, and whom it mentions. */
  readonly edited?: Pick<Edited, 'text' | 'mentions'>;
  readonly removal?: Removal;
  readonly reactions: readonly Reaction[];
};

const none: Fate = { reactions: [] };

const withReaction = (
  reactions: readonly Reaction[],
  emoji: string,
  by: string,
  on: boolean,
): readonly Reaction[] => {
  const known = reactions.find((each) => each.emoji === emoji);
  const others = (known?.by ?? []).filter((id) => id !== by);
  const next = { emoji, by: on ? [...others, by] : others };
  const all = known
    ? reactions.map((each) => (each === known ? next : each))
    : [...reactions, next];
  return all.filter((each) => each.by.length > 0);
};

const after = (fate: Fate, event: RoomEvent): Fate => {
  switch (event.type) {
    case 'lineEdited':
      return { ...fate, edited: event };
    case 'lineRemoved':
      return { ...fate, removal: event };
    case 'reacted': {
      const { emoji, by = '', on } = event;
      return { ...fate, reactions: withReaction(fate.reactions, emoji, by, on) };
    }
    default:
      return fate;
  }
};

/** What `events`, in their order, tell of the lines that something has happened to, by the revisions of these (CH3). */
export const fatesOf = (events: readonly RoomEvent[]): ReadonlyMap<number, Fate> => {
  const fates = new Map<number, Fate>();
  for (const event of events)
    if ('line' in event) fates.set(event.line, after(fates.get(event.line) ?? none, event));
  return fates;
};
