import type { OwnCopyTexts } from './en';

/** What is said of own copies where a film is chosen and shown, in German. */
export const ownCopy: OwnCopyTexts = {
  ownCopy: {
    choose: 'Jeder spielt die eigene Kopie',
    text: 'Alle haben die Datei schon: nichts wird hochgeladen',
    facts: 'eigene Kopien',
    mine: 'Meine Kopie',
    missing: 'hat noch keine Datei, die läuft',
  },
};
