/** The texts about who comes in, what the room is called, and its end, in English. */
export const door = {
  title: 'The door',
  name: 'Name of the room',
  noName: 'None',
  access: 'Who comes in',
  accesses: {
    PUBLIC: 'Everybody',
    LINK: 'Whoever has the link',
    PASSWORD: 'Whoever has the link and the password',
    INVITED: 'Only who is invited',
  },
  listed:
    'The room is listed among the open rooms: all can see its name, the film, and how many are there.',
  password: 'Password of the room',
  newPassword: 'New password',
  passwordText: '8 characters at least; whoever comes in anew has to know it',
  passwordFailed: 'The password was not set. Try again.',
  ownerOnly: 'The owner sets the password.',
  capacity: 'How many at most',
  newcomers: 'Newcomers are',
  standings: { MEMBER: 'Members', GUEST: 'Guests', WATCHER: 'Watchers' },
  invitations: 'Invitations',
  linkForInvited:
    'Only who is invited, or was here before, comes in by this link. Ask host or owner for invitations.',
  close: 'Close the room …',
  closeTitle: 'Close this room for good?',
  closeText: 'Everybody is put out, and nobody can come back, you neither.',
  closeYes: 'Close it for good',
  closeNo: 'Keep it',
  give: 'Give the room to …',
  giveText: 'The room is theirs then, and you are a member',
  changed: (name: string) => `${name} changed the door`,
  owned: (name: string) => `The room belongs to ${name} now`,
  wrong: 'That is not the password. Try again.',
  needed: 'Whoever invited you knows it.',
  tooMany: 'Too many wrong passwords were tried. Try again in a while.',
  closed: {
    title: 'This room is closed',
    text: 'Its owner closed it for good. Open a new one on the home page.',
  },
  notInvited: {
    title: 'You are not invited to this room',
    text: 'Only invited people come in here. Ask whoever sent you the link, then try again.',
  },
  passwordNeeded: {
    title: 'This room has a password',
    text: 'Try again, and enter the password.',
  },
};

/** The same in one language. */
export type DoorTexts = typeof door;
