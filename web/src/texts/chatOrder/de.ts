import type { ChatOrderTexts } from './en';

/** The texts about who writes in the chat, and how often, in German. */
export const chatOrder: ChatOrderTexts = {
  slowMode: {
    title: 'Langsamer Chat',
    text: 'Wie lange jeder zwischen zwei Nachrichten wartet',
    usual: 'Wie üblich: aus, ab 300 Personen 10 s',
    off: 'Aus',
    seconds: (n: number) => `${n} s`,
    wait: (n: number) => `Langsamer Chat: in ${n} s kannst du wieder schreiben`,
    changed: (seconds: number | undefined) =>
      seconds === undefined
        ? 'Der langsame Chat ist wie üblich'
        : seconds === 0
          ? 'Der langsame Chat ist aus'
          : `Langsamer Chat: eine Nachricht alle ${seconds} s`,
  },
  writers: {
    title: 'Wer im Chat schreibt',
    text: 'Die anderen lesen mit',
    choice: {
      EVERYBODY: 'Alle',
      MEMBERS: 'Mitglieder; Gäste lesen',
      HOSTS: 'Gastgeber und Inhaber, für Ansagen',
    },
    changed: {
      EVERYBODY: 'Im Chat dürfen wieder alle schreiben',
      MEMBERS: 'Im Chat schreiben jetzt Mitglieder, Gäste lesen mit',
      HOSTS: 'Im Chat schreiben jetzt nur Gastgeber und Inhaber',
    },
    closed: {
      MEMBERS:
        'Hier schreiben Mitglieder, Gäste lesen mit. Der Gastgeber kann dich zum Mitglied machen.',
      HOSTS: 'Hier schreiben nur Gastgeber und Inhaber.',
    },
  },
};
