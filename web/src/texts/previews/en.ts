/** The texts about what stands at an address, in English. */
export const previews = {
  looking: 'Looking what this is',
  film: (facts: string) => `A film · ${facts}`,
  page: 'This is a page, not a film: what it shows plays on it alone. Paste the address of the film itself, which often ends in mp4, webm, m3u8 or mpd.',
  other:
    'There is neither a film nor a stream at this address. Paste the address of the film itself.',
  unread: {
    no_answer:
      'The server got no answer there. It goes only where everybody can get: a film in your own network may play all the same.',
    not_found: 'The site has nothing at this address. Look whether all of it is there.',
    not_allowed:
      'The site shows this to those alone whom it knows, so it will hardly play here. Download it if you may, and upload it.',
  },
};

/** The same in one language. */
export type PreviewTexts = typeof previews;
