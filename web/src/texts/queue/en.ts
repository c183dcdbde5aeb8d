import { counting } from '../plural';

const count = counting('en');

/** The texts about the queue, in English. */
export const queue = {
  queue: {
    title: 'Up next',
    count: (n: number) => count(n, { one: 'Up next · #', other: 'Up next · #' }),
    emptyTitle: 'Nothing is up next',
    emptyText: 'Add what you want to see after this, by its address or from this device.',
    emptyGuest: 'What the others want to see after this appears here.',
    mayNot: 'Only the host adds and arranges here. Votes count all the same.',
    mustAsk: 'What you add or arrange here is asked of the host.',
    mayOnlySee: 'You see here what comes next; the host lets you take part.',
    add: 'Add',
    inOrder: 'Episodes in their order',
    upload: 'Add a file',
    addedBy: (name: string) => `from ${name}`,
    you: 'you',
    play: (title: string) => `Play ${title} now`,
    remove: (title: string) => `Take ${title} out`,
    vote: (title: string, n: number) =>
      `Vote for ${title}, ${count(n, { one: '# vote', other: '# votes' })}`,
    move: (title: string) => `Move ${title}: Alt and the arrow keys, or drag`,
    up: (title: string) => `Move ${title} up`,
    down: (title: string) => `Move ${title} down`,
    moved: (title: string, place: number) => `${title} is number ${place} now`,
    autoAdvance: 'Go on by itself',
    autoAdvanceText: 'Ten seconds after a film has ended',
    nextIn: (n: number) => count(n, { one: 'Next in # s', other: 'Next in # s' }),
    nextNow: 'Next now',
    playNow: 'Play now',
    stay: 'Stay here',
    queued: (name: string, title: string) => `${name} put ${title} up next`,
    dequeued: (name: string, title: string) => `${name} took ${title} out of what is next`,
    someFilm: 'a film',
    switchedOn: (name: string) => `${name} lets the room go on by itself`,
    switchedOff: (name: string) => `${name} does not let the room go on by itself`,
    stayed: (name: string) => `${name} would rather stay here`,
    asking: {
      enqueue: (titles: string) => `put ${titles} up next`,
      dequeue: 'take a film out of what is next',
      moveQueued: 'change the order of what is next',
      playQueued: 'play what is next',
      setAutoAdvance: 'change whether the room goes on by itself',
      stay: 'stay at the end of the film',
    },
  },
};

/** The same in one language. */
export type QueueTexts = typeof queue;
