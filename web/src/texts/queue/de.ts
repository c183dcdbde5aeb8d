import { counting } from '../plural';
import type { QueueTexts } from './en';

const count = counting('de');

/** The texts about the queue, in German. */
export const queue: QueueTexts = {
  queue: {
    title: 'Als Nächstes',
    count: (n) => count(n, { one: 'Als Nächstes · #', other: 'Als Nächstes · #' }),
    emptyTitle: 'Nichts als Nächstes',
    emptyText: 'Füge hinzu, was du danach sehen willst: mit seiner Adresse oder von diesem Gerät.',
    emptyGuest: 'Was die anderen danach sehen wollen, erscheint hier.',
    mayNot: 'Nur wer leitet, fügt hier hinzu und ordnet. Stimmen zählen trotzdem.',
    mustAsk: 'Was du hier hinzufügst oder ordnest, wird erfragt.',
    mayOnlySee: 'Du siehst hier, was kommt; wer leitet, kann dich mitmachen lassen.',
    add: 'Hinzufügen',
    inOrder: 'Folgen in ihre Reihenfolge',
    upload: 'Datei hinzufügen',
    addedBy: (name) => `von ${name}`,
    you: 'dir',
    play: (title) => `${title} jetzt spielen`,
    remove: (title) => `${title} herausnehmen`,
    vote: (title, n) =>
      `Für ${title} stimmen, ${count(n, { one: '# Stimme', other: '# Stimmen' })}`,
    move: (title) => `${title} verschieben: Alt und Pfeiltasten, oder ziehen`,
    up: (title) => `${title} nach oben`,
    down: (title) => `${title} nach unten`,
    moved: (title, place) => `${title} steht jetzt an Stelle ${place}`,
    autoAdvance: 'Von selbst weiter',
    autoAdvanceText: 'Zehn Sekunden nach dem Ende eines Films',
    nextIn: (n) => count(n, { one: 'Weiter in # s', other: 'Weiter in # s' }),
    nextNow: 'Es geht weiter',
    playNow: 'Jetzt spielen',
    stay: 'Hier bleiben',
    queued: (name, title) => `${name} will als Nächstes ${title}`,
    dequeued: (name, title) => `${name} hat ${title} aus der Folge genommen`,
    someFilm: 'einen Film',
    switchedOn: (name) => `${name} lässt den Raum von selbst weitergehen`,
    switchedOff: (name) => `${name} lässt den Raum nicht von selbst weitergehen`,
    stayed: (name) => `${name} möchte hier bleiben`,
    asking: {
      enqueue: (titles) => `danach um ${titles}`,
      dequeue: 'einen Film aus der Folge zu nehmen',
      moveQueued: 'die Folge zu ordnen',
      playQueued: 'den nächsten Film zu spielen',
      setAutoAdvance: 'zu ändern, ob es von selbst weitergeht',
      stay: 'am Ende des Films zu bleiben',
    },
  },
};
