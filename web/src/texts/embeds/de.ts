import type { EmbedTexts } from './en';

/** The texts about films of other sites, in German. */
export const embeds: EmbedTexts = {
  askTitle: (site) => `Dieser Film liegt bei ${site}`,
  askText: (site) =>
    `${site} zeigt ihn in seinem eigenen Player. Sobald der geladen ist, sieht ${site} deine Netzadresse und was du ansiehst, und kann etwas in diesem Browser ablegen, ob du dort angemeldet bist oder nicht. Auf diesem Gerät wirst du nur einmal gefragt.`,
  agree: (site) => `Von ${site} ansehen`,
  film: (site) => `Ein Film bei ${site}, das ihn hier in seinem eigenen Player zeigt`,
  onSiteTitle: (site) => `Auf ${site} ansehen`,
  onSiteText:
    'Dort spielt ihn jeder im eigenen Browser ab, und die Player folgen diesem Raum. Dazu braucht dein Browser die Erweiterung von Matinee: Drücke hier auf ihren Knopf, um mit ihr beizutreten, und öffne dann den Film. Wenn du sie nicht hast, frage, wer dir den Link geschickt hat, oder wer diesen Server betreibt.',
  openSite: (site) => `${site} öffnen`,
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
