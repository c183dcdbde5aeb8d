import { counting } from '../plural';

const count = counting('en');

/** The texts about invitations to rooms, in English. */
export const invitations = {
  title: 'Invitations',
  lead: 'A link of its own for somebody: it lets in whatever the door says, until it is used up, over, or taken back.',
  make: 'Make an invitation',
  label: 'What is it for?',
  labelHint: 'Only who runs the room sees this.',
  standing: 'Whoever comes is',
  standings: { MEMBER: 'Member', GUEST: 'Guest', WATCHER: 'Watcher' },
  uses: 'For how many',
  anyNumber: 'Any number',
  people: (n: number) => count(n, { one: '# person', other: '# people' }),
  lasts: 'Good for',
  lasting: {
    hour: 'An hour',
    day: 'A day',
    week: 'A week',
    month: '30 days',
    ever: 'As long as the room is there',
  },
  create: 'Make the link',
  back: 'To the list',
  madeTitle: 'The invitation is made',
  madeText: 'Copy or share the link now: it is shown this once.',
  link: 'Link of the invitation',
  list: 'Invitations so far',
  empty: 'Nobody is invited yet',
  emptyText: 'Make an invitation, and send its link to whom you want to see here.',
  unnamed: 'Without a name',
  used: (used: number, uses: number) => `${used} of ${uses} used`,
  usedAny: (used: number) => count(used, { one: 'used once', other: 'used # times' }),
  until: (date: string) => `until ${date}`,
  states: {
    OPEN: 'open',
    USED_UP: 'used up',
    DECLINED: 'declined',
    EXPIRED: 'over',
    REVOKED: 'taken back',
  },
  revoke: 'Take back',
  revokeOf: (label: string) => `Take back: ${label}`,
  revokeText: 'Nobody new comes in by it any more. Who has come stays.',
  more: 'Show more',
  loading: 'Loading the invitations',
  notLoaded: 'The invitations could not be loaded.',
  notDone: 'That was not done. Try again.',
  notHost: 'Only host and owner invite people. Ask one of them.',
  tooMany: 'A hundred invitations are open. Take back some that nobody needs.',
  invited: {
    MEMBER: 'You are invited.',
    GUEST: 'You are invited as a guest: you can chat, play, pause and seek.',
    WATCHER: 'You are invited to watch.',
  },
  invitedTo: (room: string) => `To “${room}”`,
  looking: 'Looking at the invitation',
  over: {
    'invitation-unknown': {
      title: 'This is no invitation to this room',
      text: 'The link may be cut short. Open it again as it was sent to you, or ask for a new one.',
    },
    'invitation-used-up': {
      title: 'This invitation is used up',
      text: 'As many have come by it as it is for. Ask whoever sent it for another one.',
    },
    'invitation-declined': {
      title: 'This invitation was declined',
      text: 'If you would like to come after all, ask whoever sent it for another one.',
    },
    'invitation-expired': {
      title: 'This invitation is over',
      text: 'It was good for a while only. Ask whoever sent it for a new one.',
    },
    'invitation-revoked': {
      title: 'This invitation was taken back',
      text: 'Ask whoever sent it for another one.',
    },
  },
  without: 'Try without it',
};

/** The same in one language. */
export type InvitationTexts = typeof invitations;
