import type { CopiesTexts } from './en';

/** The texts about own copies, in German. */
export const copies: CopiesTexts = {
  heading: 'Jeder spielt die eigene Kopie',
  lead: 'Wähle deine Datei, oder zieh sie hierher. Nichts davon wird hochgeladen: die anderen wählen ihre, und Matinee sagt, ob es dieselbe ist.',
  choose: 'Meine Datei wählen',
  chooseAnother: 'Eine andere wählen',
  looking: (name) => `${name} wird angesehen`,
  progress: 'Wie viel angesehen ist',
  title: 'Was die anderen lesen',
  titleText: 'Der Name deiner Datei bleibt hier, solange du ihn nicht übernimmst.',
  useName: 'Namen der Datei übernehmen',
  missingTitle: 'Wähle deine Kopie',
  missingText:
    'Alle hier spielen diesen Film von der eigenen Festplatte. Wähle deine Datei, oder zieh sie hierher; nichts davon wird hochgeladen. Niemand wartet solange auf dich.',
  reopen: (name) => `${name} wieder öffnen`,
  another: 'Das ist eine andere Datei.',
  longer: (by) => `Deine ist ${by} länger.`,
  shorter: (by) => `Deine ist ${by} kürzer.`,
  seconds: (n) => `${n} s`,
  differs: {
    otherEncoding:
      'Sie ist so lang wie die der anderen, aber nicht dieselbe: vielleicht derselbe Film, anders kodiert.',
    otherContent:
      'Sie ist so lang und so groß wie die der anderen, aber etwas darin ist anders: sie kann beschädigt sein oder andere Untertitel oder Namen enthalten.',
    unknown: 'Wie lang sie im Vergleich mit der der anderen ist, lässt sich nicht sagen.',
  },
  shift: 'Alles kommt in meiner später, in Sekunden',
  shiftText:
    'Für einen längeren Vorspann. Unter 0, wenn es früher kommt. Lässt sich auch beim Zusehen ändern.',
  playAnyway: 'Trotzdem abspielen',
  mine: 'Meine Kopie',
  same: 'Dieselbe Datei wie bei den anderen',
  notSame: 'Eine andere Datei als bei den anderen',
  faults: {
    empty: 'Diese Datei ist leer. Wähle eine andere.',
    unplayable:
      'Dieser Browser kann die Datei nicht abspielen: sie ist kein Film, oder von einer Art, die er nicht kennt. Wähle eine andere, etwa ein mp4 mit H.264.',
    unreadable:
      'Diese Datei lässt sich nicht lesen. Sieh nach, ob sie noch da ist, und wähle sie noch einmal.',
    gone: 'Die Datei wurde verschoben oder verändert, während sie lief. Wähle sie noch einmal.',
  },
};
