/** The texts about what people show one another for a moment, in English. */
export const signals = {
  signals: {
    typing: (name: string) => `${name} is typing`,
    bothTyping: (one: string, other: string) => `${one} and ${other} are typing`,
    severalTyping: 'Several people are typing',
    cheer: 'React',
    cheers: 'Reactions for all to see',
    send: (emoji: string) => `React with ${emoji}`,
  },
};
