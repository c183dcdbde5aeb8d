import { counting } from '../plural';

const count = counting('en');

/** The texts about rooms that everybody may find, in English. */
export const openRooms = {
  title: 'Open rooms',
  lead: 'Whoever likes comes in here. Choose a room, give a name, and watch along.',
  search: 'Search for a room or a film',
  found: (n: number) => count(n, { one: '# open room', other: '# open rooms' }),
  full: 'Full',
  comeIn: {
    MEMBER: 'Come in',
    GUEST: 'You come in as a guest',
    WATCHER: 'You come in to watch',
  },
  noneTitle: 'No room is open now',
  none: 'Make one yourself, and let everybody in: in the room under Settings, The door.',
  openOne: 'Make a room',
  notFound: (search: string) => `Nothing is found for “${search}”`,
  notFoundText: 'Look for a word of the name or of the film, or look at all of them.',
  showAll: 'Show all open rooms',
  offTitle: 'This server lists no rooms',
  off: 'Rooms are found by their links alone here. Ask those whose room it is for its link, or make one yourself.',
  failed: 'The open rooms cannot be seen at the moment; they are looked for again and again.',
};

/** The same in one language. */
export type OpenRoomTexts = typeof openRooms;
