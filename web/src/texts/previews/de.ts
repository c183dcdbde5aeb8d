import type { PreviewTexts } from './en';

/** The texts about what stands at an address, in German. */
export const previews: PreviewTexts = {
  looking: 'Es wird nachgesehen, was das ist',
  film: (facts) => `Ein Film · ${facts}`,
  page: 'Das ist eine Seite, kein Film: Was sie zeigt, läuft nur auf ihr. Füge die Adresse des Films selbst ein; sie endet oft auf mp4, webm, m3u8 oder mpd.',
  other:
    'Unter dieser Adresse ist weder ein Film noch ein Stream. Füge die Adresse des Films selbst ein.',
  unread: {
    no_answer:
      'Der Server hat dort keine Antwort bekommen. Er geht nur dorthin, wohin alle kommen: Ein Film in deinem eigenen Netz läuft vielleicht trotzdem.',
    not_found: 'Unter dieser Adresse hat die Seite nichts. Sieh nach, ob sie vollständig ist.',
    not_allowed:
      'Die Seite zeigt das nur denen, die sie kennt, darum läuft es hier wohl nicht. Lade es herunter, wenn du darfst, und dann hier hoch.',
  },
};
