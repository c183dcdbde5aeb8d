import { counting } from '../plural';
import type { UploadTexts } from './en';

const count = counting('de');

/** The texts about uploads, in German. */
export const uploads: UploadTexts = {
  upload: {
    left: (time) => `noch ${time}`,
    finishing: 'Der Film wird geprüft',
    seconds: (n) => count(n, { one: '# Sekunde', other: '# Sekunden' }),
    minutes: (n) => count(n, { one: '# Minute', other: '# Minuten' }),
    hours: (n) => count(n, { one: '# Stunde', other: '# Stunden' }),
    speed: (megabytes) => `${megabytes} MB/s`,
    progress: 'Fortschritt des Hochladens',
    list: 'Was hochgeladen wird',
    waiting: 'Wartet, bis es dran ist',
    paused: (percent) => `Angehalten bei ${percent}`,
    lost: 'Keine Verbindung. Geht von selbst weiter.',
    again: (name) => `Wähle ${name} noch einmal, damit es weitergeht`,
    done: 'Hochgeladen',
    pause: (name) => `${name} anhalten`,
    resume: (name) => `Mit ${name} weitermachen`,
    cancel: (name) => `${name} abbrechen`,
    retry: (name) => `Noch einmal versuchen: ${name}`,
    choose: 'Auswählen',
    openRoom: 'Raum öffnen',
    playsWhenWhole: 'Lässt sich ansehen, wenn alles da ist',
    playsWhileItComes: 'Wird schon angesehen',
    awaited: 'Warten auf das Hochladen',
    nothingThere: 'Noch lässt sich nichts davon ansehen',
    there: (time) => `${time} sind da`,
    thereOf: (there, whole) => `${there} von ${whole} sind da`,
    vanished: (title) => `Das Hochladen von ${title} wurde beendet; der Rest kommt nicht`,
    leftOut: (names, more) =>
      more === 0
        ? `Weggelassen, denn so heißt kein Film: ${names}`
        : `Weggelassen, denn so heißt kein Film: ${names} und ${more} weitere`,
    tooMany: (n) =>
      count(n, { one: 'Höchstens # Datei auf einmal.', other: 'Höchstens # Dateien auf einmal.' }),
    failed: {
      quota: (left) =>
        `Das ist mehr, als du hier hochladen darfst: ${left} sind noch übrig. Wähle eine kleinere Datei, oder frage, wer diesen Server betreibt.`,
      tooLarge: 'Dieser Film ist größer, als dieser Server annimmt. Wähle eine kleinere Datei.',
      notMedia: 'Diese Datei ist kein Film, der hier läuft. Wähle eine mp4- oder webm-Datei.',
      noSpace:
        'Die Festplatte des Servers ist voll. Bitte den Betreiber um Platz und versuche es dann noch einmal.',
      empty: 'Diese Datei ist leer. Wähle eine andere.',
      other: 'Der Server konnte den Film nicht annehmen. Versuche es noch einmal.',
    },
  },
};
