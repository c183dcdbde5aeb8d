/** The texts about films of other sites, in English. */
export const embeds = {
  askTitle: (site: string) => `This film is on ${site}`,
  askText: (site: string) =>
    `${site} shows it in its own player. Once that is loaded, ${site} sees your network address and what you watch, and may keep something in this browser, whether or not you are signed in there. You are asked once on this device.`,
  agree: (site: string) => `Watch it from ${site}`,
  film: (site: string) => `A film on ${site}, which shows it here in its own player`,
  onSiteTitle: (site: string) => `Watch this on ${site}`,
  onSiteText:
    'Everybody plays it there, each in an own browser, and the players follow this room. For that your browser needs Matinee’s extension: press its button here to join with it, then open the film. If you do not have it, ask whoever sent you the link, or whoever runs this server.',
  openSite: (site: string) => `Open ${site}`,
  unplayable: {
    siteGone: (site: string) =>
      `${site} has no such film, or the film is private. Check its address, or choose another film.`,
    siteForbids: (site: string) =>
      `${site} does not show this film here: who put it there does not want that, or it is not for your country or age. The others may see it; if not, choose another film.`,
    siteBroken: (site: string) => `The player of ${site} has failed. Try again in a moment.`,
    siteSilent: (site: string) =>
      `${site} does not answer. Look at your connection, and whether something in your browser or network keeps you from ${site}.`,
  },
};

/** The same in one language. */
export type EmbedTexts = typeof embeds;
