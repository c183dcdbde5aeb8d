import { counting } from '../plural';
import type { InvitationTexts } from './en';

const count = counting('de');

/** The texts about invitations to rooms, in German. */
export const invitations: InvitationTexts = {
  title: 'Einladungen',
  lead: 'Ein eigener Link für jemanden: Er öffnet, was auch immer die Tür sagt, bis er verbraucht, abgelaufen oder zurückgenommen ist.',
  make: 'Einladung erstellen',
  label: 'Wofür ist sie?',
  labelHint: 'Das sieht nur, wer den Raum leitet.',
  standing: 'Wer kommt, ist',
  standings: { MEMBER: 'Mitglied', GUEST: 'Gast', WATCHER: 'Zuschauer' },
  uses: 'Für wie viele',
  anyNumber: 'Beliebig viele',
  people: (n: number) => count(n, { one: '# Person', other: '# Personen' }),
  lasts: 'Gültig',
  lasting: {
    hour: 'Eine Stunde',
    day: 'Einen Tag',
    week: 'Eine Woche',
    month: '30 Tage',
    ever: 'Solange es den Raum gibt',
  },
  create: 'Link erstellen',
  back: 'Zur Liste',
  madeTitle: 'Die Einladung ist erstellt',
  madeText: 'Kopiere oder teile den Link jetzt: Er wird nur dieses eine Mal gezeigt.',
  link: 'Link der Einladung',
  list: 'Bisherige Einladungen',
  empty: 'Noch ist niemand eingeladen',
  emptyText: 'Erstelle eine Einladung, und schicke ihren Link denen, die du hier sehen willst.',
  unnamed: 'Ohne Namen',
  used: (used: number, uses: number) => `${used} von ${uses} verbraucht`,
  usedAny: (used: number) => count(used, { one: 'einmal benutzt', other: '#-mal benutzt' }),
  until: (date: string) => `bis ${date}`,
  states: {
    OPEN: 'offen',
    USED_UP: 'verbraucht',
    DECLINED: 'abgesagt',
    EXPIRED: 'abgelaufen',
    REVOKED: 'zurückgenommen',
  },
  revoke: 'Zurücknehmen',
  revokeOf: (label: string) => `Zurücknehmen: ${label}`,
  revokeText: 'Niemand Neues kommt mehr damit herein. Wer gekommen ist, bleibt.',
  more: 'Mehr zeigen',
  loading: 'Die Einladungen werden geladen',
  notLoaded: 'Die Einladungen konnten nicht geladen werden.',
  notDone: 'Das ging nicht. Versuche es noch einmal.',
  notHost: 'Einladen können nur Host und Besitzer. Frage einen von ihnen.',
  tooMany: 'Hundert Einladungen sind offen. Nimm einige zurück, die niemand braucht.',
  invited: {
    MEMBER: 'Du bist eingeladen.',
    GUEST: 'Du bist als Gast eingeladen: Du kannst schreiben, abspielen, anhalten und springen.',
    WATCHER: 'Du bist zum Zuschauen eingeladen.',
  },
  invitedTo: (room: string) => `In „${room}“`,
  looking: 'Die Einladung wird angesehen',
  over: {
    'invitation-unknown': {
      title: 'Das ist keine Einladung in diesen Raum',
      text: 'Vielleicht fehlt ein Stück vom Link. Öffne ihn noch einmal so, wie er dir geschickt wurde, oder bitte um einen neuen.',
    },
    'invitation-used-up': {
      title: 'Diese Einladung ist verbraucht',
      text: 'Mit ihr sind so viele gekommen, wie sie einlädt. Bitte die Person, von der du sie hast, um eine andere.',
    },
    'invitation-declined': {
      title: 'Diese Einladung wurde abgesagt',
      text: 'Wenn du doch kommen möchtest, bitte die Person, von der du sie hast, um eine andere.',
    },
    'invitation-expired': {
      title: 'Diese Einladung ist abgelaufen',
      text: 'Sie galt nur eine Weile. Bitte die Person, von der du sie hast, um eine neue.',
    },
    'invitation-revoked': {
      title: 'Diese Einladung wurde zurückgenommen',
      text: 'Bitte die Person, von der du sie hast, um eine andere.',
    },
  },
  without: 'Ohne sie versuchen',
};
