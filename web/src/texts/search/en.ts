import { counting } from '../plural';

const count = counting('en');

/** The texts about searching what was said, in English. */
export const search = {
  open: 'Search messages',
  placeholder: 'Words, or how they begin',
  close: 'Close the search',
  hint: 'Finds messages in which all these words stand.',
  tooMany: 'Ten words at most. Leave some out.',
  searching: 'Searching',
  nothing: 'Nobody has said that here.',
  nothingYet: 'Nothing among the newer messages.',
  found: (n: number) => count(n, { one: '# message found', other: '# messages found' }),
  list: 'Messages found',
  more: 'Search earlier messages',
  failed: 'The search did not get through.',
  lost: 'This message could not be loaded. Try once more.',
  again: 'Try again',
};

/** The same in one language. */
export type SearchTexts = typeof search;
