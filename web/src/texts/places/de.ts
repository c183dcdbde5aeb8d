import type { PlaceTexts } from './en';

/** Die Texte über Plätze in Räumen, die zu Konten gehören, auf Deutsch. */
export const places: PlaceTexts = {
  places: {
    signedOutTitle: 'Du bist abgemeldet',
    signedOutText:
      'Dein Platz in diesem Raum gehört zu deinem Konto und bleibt dir. Melde dich an, um ihn wiederzuhaben, oder komm als jemand anderes herein.',
    comeInAs: (name: string) => `Als ${name} hereinkommen`,
    somebodyElse: 'Als jemand anderes hereinkommen',
    keep: 'Diesen Platz mit einem Konto behalten',
    yours: (name: string) => `Dein Platz, ${name}, auf jedem Gerät`,
    rooms: 'Deine Räume',
    leave: (title: string) => `Deinen Platz in ${title} aufgeben`,
    leaveTitle: 'Deinen Platz aufgeben?',
    leaveText: (title: string) =>
      `Niemand hat dann mehr deinen Platz in ${title}. Kommst du zurück, bist du dort jemand Neues.`,
    leaveForGood: 'Aufgeben',
    openRooms: 'Offene Räume',
    more: 'Mehr zeigen',
    showHere: 'Freunde sehen, dass ich hier bin',
    showHereText: 'Sie können dazukommen, soweit die Tür sie lässt.',
  },
};
