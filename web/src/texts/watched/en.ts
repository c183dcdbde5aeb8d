/** The texts about what somebody has watched, in English. */
export const watched = {
  title: 'What you have watched',
  shelf: 'Go on watching',
  all: 'All you have watched',
  with: (names: string) => `With ${names}`,
  stopped: (position: string) => `Stopped at ${position}`,
  stoppedOf: (position: string, length: string) => `Stopped at ${position} of ${length}`,
  seen: 'Seen to the end',
  goOn: 'Go on',
  goOnWith: (title: string) => `Go on watching ${title}`,
  again: 'Watch again',
  againWith: (title: string) => `Watch ${title} again`,
  noRoom: 'No room could be made for it. The film may be gone; try again later.',
  forget: 'Forget',
  forgetOne: (title: string) => `Forget that you watched ${title}`,
  forgotten: (title: string) => `${title} is forgotten.`,
  forgetAll: 'Forget all',
  forgetAllTitle: 'Forget all that you have watched?',
  forgetAllText: 'Nobody can bring it back. Rooms and conversations stay as they are.',
  keep: 'Remember what I watch',
  keepText: 'Films, where you stopped, and with whom you were. Only you see all of it.',
  show: 'Let friends see what I watch',
  showText:
    'From now on: films that they can find in a library, for two weeks. Not where you were, nor with whom.',
  noneTitle: 'Nothing here yet',
  none: 'What you watch while you are signed in is found here afterwards, with where you stopped.',
  begin: 'Watch something',
};

/** The same in one language. */
export type WatchedTexts = typeof watched;
