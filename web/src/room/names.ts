import type { Texts } from '../texts/en';
import type { RoomView } from './view';

/** The names of those the room waits for: one or two by name, more as a number of others. Empty if it waits for nobody. */
export const waitedForNames = (texts: Texts, view: RoomView): string => {
  const [first, second, ...others] = view.people.filter((person) => person.waitedFor);
  if (!first) return '';
  if (!second) return first.name;
  if (others.length === 0) return `${first.name}, ${second.name}`;
  return texts.room.andOthers(first.name, others.length + 1);
};
