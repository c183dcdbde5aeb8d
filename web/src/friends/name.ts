import type { Talk } from '../api/conversations';
import type { Friend } from '../api/people';

/** What the person calls a friend. */
export const nameOfFriend = ({ name, note }: Pick<Friend, 'name' | 'note'>): string =>
  note === '' ? name : note;

/** What the person calls whom a conversation is with; `deleted` is who has no account any more. */
export const nameOfTalk = (
  { name, note }: Pick<Talk, 'note'> & { readonly name?: string | undefined },
  deleted: string,
): string => (name === undefined ? deleted : nameOfFriend({ name, note }));
