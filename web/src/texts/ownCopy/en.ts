/** What is said of own copies where a film is chosen and shown, in English. */
export const ownCopy = {
  ownCopy: {
    choose: 'Each plays an own copy',
    text: 'The same file on everybody’s disk: nothing is uploaded',
    facts: 'own copies',
    mine: 'My copy',
    missing: 'has no file that plays yet',
  },
};

/** The same in one language. */
export type OwnCopyTexts = typeof ownCopy;
