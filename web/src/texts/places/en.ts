/** The texts about places in rooms that belong to accounts, in English. */
export const places = {
  places: {
    signedOutTitle: 'You are signed out',
    signedOutText:
      'Your place in this room belongs to your account, and is kept. Sign in to have it back, or come in as somebody else.',
    comeInAs: (name: string) => `Come in as ${name}`,
    somebodyElse: 'Come in as somebody else',
    keep: 'Keep this place with an account',
    yours: (name: string) => `Your place, ${name}, on every device`,
    rooms: 'Your rooms',
    leave: (title: string) => `Give up your place in ${title}`,
    leaveTitle: 'Give up your place?',
    leaveText: (title: string) =>
      `Nobody will have your place in ${title} any more. If you come back, you are somebody new there.`,
    leaveForGood: 'Give it up',
    openRooms: 'Open rooms',
    more: 'Show more',
    showHere: 'Friends see that I am here',
    showHereText: 'They can come along, as far as the door lets them.',
  },
};

export type PlaceTexts = typeof places;
