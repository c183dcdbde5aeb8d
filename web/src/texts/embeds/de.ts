import type { EmbedTexts } from './en';

/** The texts about films of other sites, in German. */
export const embeds: EmbedTexts = {
  askTitle: (site) => `Dieser Film liegt bei ${site}`,
  askText: (site) =>
    `${site} zeigt ihn in seinem eigenen Player. Sobald der geladen ist, sieht ${site} deine Netzadresse und was du ansiehst, und kann etwas in diesem Browser ablegen, ob du dort angemeldet bist oder nicht. Auf diesem Gerät wirst du nur einmal gefragt.`,
  agree: (site) => `Von ${site} ansehen`,
  film: (site) => `Ein Film bei ${site}, das ihn hier in seinem eigenen Player zeigt`,
  unplayable: {
    siteGone: (site) =>
      `${site} hat diesen Film nicht, oder er ist privat. Prüfe die Adresse, oder wähle einen anderen Film.`,
    siteForbids: (site) =>
      `${site} zeigt diesen Film hier nicht: Wer ihn dort eingestellt hat, will es nicht, oder er ist nicht für dein Land oder Alter. Vielleicht sehen ihn die anderen; sonst wähle einen anderen Film.`,
    siteBroken: (site) => `Der Player von ${site} ist ausgefallen. Versuche es gleich noch einmal.`,
    siteSilent: (site) =>
      `${site} antwortet nicht. Sieh nach deiner Verbindung, und ob etwas in deinem Browser oder Netz ${site} sperrt.`,
  },
};
