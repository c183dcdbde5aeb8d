import type { WatchedTexts } from './en';

/** The texts about what somebody has watched, in German. */
export const watched: WatchedTexts = {
  title: 'Was du gesehen hast',
  shelf: 'Weiterschauen',
  all: 'Alles, was du gesehen hast',
  with: (names: string) => `Mit ${names}`,
  stopped: (position: string) => `Aufgehört bei ${position}`,
  stoppedOf: (position: string, length: string) => `Aufgehört bei ${position} von ${length}`,
  seen: 'Zu Ende gesehen',
  goOn: 'Weiter',
  goOnWith: (title: string) => `${title} weiterschauen`,
  again: 'Noch einmal',
  againWith: (title: string) => `${title} noch einmal schauen`,
  noRoom:
    'Dafür ließ sich kein Raum aufmachen. Vielleicht gibt es den Film nicht mehr; versuche es später noch einmal.',
  forget: 'Vergessen',
  forgetOne: (title: string) => `Vergessen, dass du ${title} gesehen hast`,
  forgotten: (title: string) => `${title} ist vergessen.`,
  forgetAll: 'Alles vergessen',
  forgetAllTitle: 'Alles vergessen, was du gesehen hast?',
  forgetAllText: 'Niemand kann es zurückholen. Räume und Gespräche bleiben, wie sie sind.',
  keep: 'Merken, was ich schaue',
  keepText: 'Filme, wo du aufgehört hast und mit wem du da warst. Nur du siehst das alles.',
  show: 'Freunde sehen lassen, was ich schaue',
  showText:
    'Von jetzt an: Filme, die sie in einer Bibliothek finden, zwei Wochen lang. Nicht wo du warst und mit wem.',
  noneTitle: 'Hier ist noch nichts',
  none: 'Was du schaust, während du angemeldet bist, findest du danach hier, mit der Stelle, an der du aufgehört hast.',
  begin: 'Etwas schauen',
};
