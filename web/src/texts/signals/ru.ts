import type { signals as english } from './en';

/** The texts about what people show one another for a moment, in Russian. */
export const signals: typeof english = {
  signals: {
    typing: (name: string) => `${name} пишет`,
    bothTyping: (one: string, other: string) => `${one} и ${other} пишут`,
    severalTyping: 'Пишут несколько человек',
    cheer: 'Отреагировать',
    cheers: 'Реакции, которые видят все',
    send: (emoji: string) => `Реакция ${emoji}`,
  },
};
