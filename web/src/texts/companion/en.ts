/** The texts about second screens, in English. */
export const companion = {
  companion: {
    use: 'Use your phone for chat',
    title: 'Your phone beside the film',
    text: 'Scan this code with your phone. People, chat and where the film is appear there, and nobody waits for it.',
    link: 'Link for your second screen',
    note: 'Works once, for ten minutes. Whoever opens it chats in your name.',
    localOnly:
      'This code works on this computer only. To use your phone, open the page under the network address that Matinee prints when it starts.',
    runOut: 'This code has run out.',
    another: 'Make a new code',
    failed: 'No code could be made. Check your connection, then try again.',
    asking: 'Making a code',
    of: (name: string) => `Second screen of ${name}`,
    second: 'Second screen',
    left: (seconds: number) => `${seconds} s`,
    playing: 'Playing',
    paused: 'Paused',
    nothing: 'Nothing to watch yet',
    noneTitle: 'This is not a second screen yet',
    overTitle: 'This link no longer works',
    how: 'A link works once, for ten minutes. On the screen where you watch, open the settings, choose “Use your phone for chat”, and scan the new code.',
    unreachableTitle: 'The room cannot be reached',
    unreachableText: 'Check your connection, then try again. The link is still good.',
    replacedTitle: 'This second screen is open elsewhere',
    replacedText: 'It shows the room in one tab at a time.',
    useHere: 'Use it here',
  },
};

/** The same in one language. */
export type CompanionTexts = typeof companion;
