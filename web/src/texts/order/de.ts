import { chatOrder } from '../chatOrder/de';
import { door } from '../door/de';
import { counting } from '../plural';
import { search } from '../search/de';
import { writing } from '../writing/de';
import type { OrderTexts } from './en';

const count = counting('de');

/** The texts about asking, about who comes in, and about order in the chat, in German. */
export const order: OrderTexts = {
  asking: {
    title: 'Worum gebeten wird',
    play: 'zu starten',
    pause: 'anzuhalten',
    seek: (position: string) => `zu ${position} zu springen`,
    seekLive: 'im Livestream zu springen',
    setRate: (rate: string) => `um Tempo ${rate}×`,
    load: (title: string) => `um ${title}`,
    asks: (name: string, wish: string) => `${name} bittet ${wish}`,
    asked: (wish: string) => `Du hast gebeten ${wish}`,
    waitingFor: (name: string) => `Warten auf ${name}`,
    accept: 'Ja',
    decline: 'Nein',
    withdraw: 'Zurückziehen',
  },
  entrance: door,
  moderation: 'Was getan wurde',
  door: {
    title: 'Wer hereinkommt',
    lock: 'Raum abschließen',
    lockText: 'Niemand Neues kommt herein; wer hier ist, kann zurückkommen',
    locked: 'abgeschlossen',
    unban: (name: string) => `${name} zurückkommen lassen`,
  },
  lines: {
    more: 'Was mit dieser Nachricht geschehen soll',
    react: (emoji: string) => `Mit ${emoji} reagieren`,
    reacted: (emoji: string, n: number) =>
      `${emoji}, ${count(n, { one: '# Person', other: '# Personen' })}`,
    answer: 'Antworten',
    edit: 'Bearbeiten',
    remove: 'Löschen',
    edited: 'bearbeitet',
    editing: 'Du bearbeitest deine Nachricht',
    answering: (name: string) => `Antwort an ${name}`,
    cancel: 'Abbrechen',
    save: 'Speichern',
    goTo: (name: string) => `Zur Nachricht von ${name}`,
    earlier: 'Eine frühere Nachricht',
    removedOwn: (name: string) => `${name} hat eine Nachricht gelöscht`,
    removed: (by: string, name: string) => `${by} hat eine Nachricht von ${name} gelöscht`,
  },
  search,
  writing,
  ...chatOrder,
  outside: {
    closed: door.closed,
    notInvited: door.notInvited,
    passwordNeeded: door.passwordNeeded,
    passwordWrong: door.passwordNeeded,
    passwordTries: door.passwordNeeded,
    full: {
      title: 'Dieser Raum ist voll',
      text: 'Erst muss jemand gehen, dann kannst du eintreten.',
    },
    kicked: {
      title: 'Du wurdest hinausgeworfen',
      text: 'Das war der Gastgeber oder der Inhaber. Du darfst zurückkommen.',
    },
    banned: {
      title: 'Du darfst hier nicht hinein',
      text: 'Du wurdest gesperrt. Gastgeber oder Inhaber können dich zurücklassen; versuche es dann noch einmal.',
    },
    locked: {
      title: 'Dieser Raum ist abgeschlossen',
      text: 'Jetzt kommt niemand Neues herein. Bitte den Gastgeber zu öffnen und versuche es noch einmal.',
    },
    memberGone: {
      title: 'Dein erster Bildschirm ist nicht mehr im Raum',
      text: 'Ein zweiter Bildschirm bleibt, solange der erste da ist. Öffne dort den Raum und versuche es hier noch einmal.',
    },
    otherCompanions: {
      title: 'Neuere zweite Bildschirme sind da',
      text: 'Drei sind das Höchste. Versuche es noch einmal, dann weicht der, der am längsten offen ist.',
    },
    refused: {
      title: 'Die Verbindung ist beendet',
      text: 'Der Server hat diese Seite getrennt. Lade sie neu, um zurückzukommen.',
    },
  },
};
