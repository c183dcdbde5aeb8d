import { chatOrder } from '../chatOrder/en';
import { door } from '../door/en';
import { counting } from '../plural';
import { search } from '../search/en';
import { writing } from '../writing/en';

const count = counting('en');

/** The texts about asking, about who comes in, and about order in the chat, in English. */
export const order = {
  asking: {
    title: 'What people ask for',
    play: 'play',
    pause: 'pause',
    seek: (position: string) => `go to ${position}`,
    seekLive: 'move in the live stream',
    setRate: (rate: string) => `watch at ${rate}×`,
    load: (title: string) => `watch ${title}`,
    asks: (name: string, wish: string) => `${name} asks to ${wish}`,
    asked: (wish: string) => `You asked to ${wish}`,
    waitingFor: (name: string) => `Waiting for ${name}`,
    accept: 'Accept',
    decline: 'Decline',
    withdraw: 'Take it back',
  },
  entrance: door,
  moderation: 'What was done',
  door: {
    title: 'Who comes in',
    lock: 'Lock the room',
    lockText: 'Nobody new comes in; those who are here can come back',
    locked: 'locked',
    unban: (name: string) => `Let ${name} come back`,
  },
  lines: {
    more: 'What to do with this message',
    react: (emoji: string) => `React with ${emoji}`,
    reacted: (emoji: string, n: number) =>
      `${emoji}, ${count(n, { one: '# person', other: '# people' })}`,
    answer: 'Reply',
    edit: 'Edit',
    remove: 'Delete',
    edited: 'edited',
    editing: 'Editing your message',
    answering: (name: string) => `Replying to ${name}`,
    cancel: 'Cancel',
    save: 'Save',
    goTo: (name: string) => `Go to the message of ${name}`,
    earlier: 'An earlier message',
    removedOwn: (name: string) => `${name} deleted a message`,
    removed: (by: string, name: string) => `${by} deleted a message of ${name}`,
  },
  search,
  writing,
  ...chatOrder,
  outside: {
    closed: door.closed,
    notInvited: door.notInvited,
    passwordNeeded: door.passwordNeeded,
    passwordWrong: door.passwordNeeded,
    passwordTries: door.passwordNeeded,
    full: {
      title: 'This room is full',
      text: 'Somebody has to leave before you can enter.',
    },
    kicked: {
      title: 'You were put out of this room',
      text: 'The host or the owner did that. You may come back.',
    },
    banned: {
      title: 'You may not enter this room',
      text: 'You were banned. The host or the owner can let you back; then try again.',
    },
    locked: {
      title: 'This room is locked',
      text: 'Nobody new comes in now. Ask the host to open it, then try again.',
    },
    memberGone: {
      title: 'Your first screen has left the room',
      text: 'A second screen stays as long as the first one is there. Open the room there, then try again here.',
    },
    otherCompanions: {
      title: 'Newer second screens took over',
      text: 'Three are the most. Try again to take the place of the one that has been open the longest.',
    },
    refused: {
      title: 'The connection has ended',
      text: 'The server let this page go. Load it again to come back.',
    },
  },
};

/** The same in one language. */
export type OrderTexts = typeof order;
