import { counting } from '../plural';
import type { ByLetterTexts } from './en';

const count = counting('de');

/** Die Texte über Einladungen, die per E-Mail gehen. */
export const byLetter: ByLetterTexts = {
  make: 'Per E-Mail einladen',
  lead: 'Alle bekommen ihren eigenen Link, der einmal gilt.',
  to: 'E-Mail-Adressen',
  toHint: 'Bis zu zwanzig, mit Komma, Leerzeichen oder Zeilenende dazwischen.',
  noneGiven: 'Schreibe mindestens eine Adresse.',
  tooMany: (n) =>
    count(n, {
      one: 'Das ist # Adresse; höchstens zwanzig gehen.',
      other: 'Das sind # Adressen; höchstens zwanzig gehen.',
    }),
  noAddress: (text) => `„${text}“ ist keine E-Mail-Adresse. Schreibe sie wie ann@example.org.`,
  note: 'Ein Satz von dir',
  noteHint: 'Muss nicht sein. Links darin sind nicht anklickbar.',
  language: 'Der Brief ist auf',
  send: 'Einladungen senden',
  sending: 'Wird gesendet',
  signIn: 'Melde dich an, um per E-Mail einzuladen',
  signInText: 'Damit alle wissen, wer ihnen schreibt. Dein Platz im Raum bleibt dir.',
  accountNeeded: 'Du bist ohne dein Konto hereingekommen. Lade die Seite neu und lade dann ein.',
  unconfirmed:
    'Deine eigene Adresse ist noch nicht bestätigt. Öffne den Brief, den du dazu bekommen hast.',
  toAccount: 'Zu deinem Konto',
  tooManyLetters: (minutes) =>
    count(minutes, {
      one: 'Höchstens fünfzig Einladungen gehen in einer Stunde. In # Minute ist Platz für diese.',
      other:
        'Höchstens fünfzig Einladungen gehen in einer Stunde. In # Minuten ist Platz für diese.',
    }),
  refused: 'Der Server nimmt eine der Adressen nicht. Sieh sie noch einmal an.',
  sentTitle: (n) =>
    count(n, { one: '# Einladung ist unterwegs', other: '# Einladungen sind unterwegs' }),
  sentText: 'In der Liste siehst du, was daraus wird.',
  unsentTitle: (n) =>
    count(n, {
      one: 'An # Adresse ging kein Brief',
      other: 'An # Adressen ging kein Brief',
    }),
  unsentText: 'Gib ihnen ihre Links selbst: Sie werden nur dieses Mal gezeigt.',
  linkOf: (address) => `Link für ${address}`,
  back: 'Zur Liste',
  again: 'Noch einmal senden',
  againTo: (address) => `Noch einmal senden: ${address}`,
  isSentAgain: (address) => `Ein neuer Brief an ${address} ist unterwegs.`,
  pending: 'ohne Antwort',
  waiting: 'Brief unterwegs',
  failed: 'Brief kam nicht an',
  unsent: 'kein Brief gesendet',
  accepted: 'angenommen',
  acceptedBy: (name) => `angenommen von ${name}`,
  decline: 'Ich komme nicht',
  declined: 'Du hast abgesagt',
  declinedText: 'Wer dich eingeladen hat, sieht das. Mehr ist nicht zu tun.',
  stopTitle: 'Keine Einladungen mehr per E-Mail',
  stopLead:
    'Niemand kann dann noch Einladungen von diesem Matinee an deine Adresse senden lassen. Briefe zu einem eigenen Konto kommen weiterhin.',
  stop: 'Keine Einladungen mehr bekommen',
  stopped: 'Du bekommst keine Einladungen mehr per E-Mail.',
};
