import type { Friend } from '../api/people';

/** What the person calls a friend. */
export const nameOfFriend = ({ name, note }: Pick<Friend, 'name' | 'note'>): string =>
  note === '' ? name : note;
