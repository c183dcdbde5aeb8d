import type { DoorTexts } from './en';

/** The texts about who comes in, what the room is called, and its end, in German. */
export const door: DoorTexts = {
  title: 'Die Tür',
  name: 'Name des Raums',
  noName: 'Keiner',
  access: 'Wer hereinkommt',
  accesses: {
    PUBLIC: 'Alle',
    LINK: 'Wer den Link hat',
    PASSWORD: 'Wer den Link und das Passwort hat',
    INVITED: 'Nur wer eingeladen ist',
  },
  listed:
    'Der Raum steht unter den offenen Räumen: alle sehen seinen Namen, den Film und wie viele da sind.',
  password: 'Passwort des Raums',
  newPassword: 'Neues Passwort',
  passwordText: 'Mindestens 8 Zeichen; wer neu hereinkommt, muss es kennen',
  passwordFailed: 'Das Passwort wurde nicht gesetzt. Versuche es noch einmal.',
  ownerOnly: 'Das Passwort setzt, wem der Raum gehört.',
  capacity: 'Wie viele höchstens',
  newcomers: 'Neue sind',
  standings: { MEMBER: 'Mitglieder', GUEST: 'Gäste', WATCHER: 'Zuschauer' },
  invitations: 'Einladungen',
  linkForInvited:
    'Mit diesem Link kommt nur herein, wer eingeladen ist oder schon da war. Bitte Host oder Besitzer um Einladungen.',
  close: 'Raum schließen …',
  closeTitle: 'Diesen Raum für immer schließen?',
  closeText: 'Alle müssen hinaus, und niemand kann zurückkommen, auch du nicht.',
  closeYes: 'Für immer schließen',
  closeNo: 'Behalten',
  give: 'Den Raum übergeben …',
  giveText: 'Dann gehört der Raum dieser Person, und du bist Mitglied',
  changed: (name: string) => `${name} hat die Tür geändert`,
  owned: (name: string) => `Der Raum gehört jetzt ${name}`,
  wrong: 'Das ist nicht das Passwort. Versuche es noch einmal.',
  needed: 'Wer dich eingeladen hat, kennt es.',
  tooMany: 'Es wurden zu viele falsche Passwörter versucht. Versuche es später noch einmal.',
  closed: {
    title: 'Dieser Raum ist geschlossen',
    text: 'Wem er gehörte, hat ihn für immer geschlossen. Öffne einen neuen auf der Startseite.',
  },
  notInvited: {
    title: 'Du bist in diesen Raum nicht eingeladen',
    text: 'Hier kommen nur Eingeladene herein. Frage, wer dir den Link geschickt hat, und versuche es noch einmal.',
  },
  passwordNeeded: {
    title: 'Dieser Raum hat ein Passwort',
    text: 'Versuche es noch einmal, und gib das Passwort ein.',
  },
};
