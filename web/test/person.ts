import type { Person } from '../src/room/view';

/** Somebody who watches; `id` is the name too. */
export const person = (id: string, rest: Partial<Person> = {}): Person => ({
  id,
  name: id,
  ownName: id,
  role: 'MEMBER',
  standing: 'MEMBER',
  isHost: false,
  isMuted: false,
  isSelf: false,
  condition: 'WATCHING',
  waitedFor: false,
  excused: false,
  ...rest,
});
