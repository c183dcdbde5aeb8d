import type { signals as english } from './en';

/** The texts about what people show one another for a moment, in German. */
export const signals: typeof english = {
  signals: {
    typing: (name: string) => `${name} schreibt`,
    bothTyping: (one: string, other: string) => `${one} und ${other} schreiben`,
    severalTyping: 'Mehrere schreiben',
    cheer: 'Reagieren',
    cheers: 'Reaktionen, die alle sehen',
    send: (emoji: string) => `Mit ${emoji} reagieren`,
  },
};
