import { browserClock } from '@matinee/link/clock';
import type { Embed } from '@matinee/link/media';
import type { Player } from '@matinee/link/player';
import { absentPlayer } from '@matinee/link/players/absent';
import type { Site } from '@matinee/link/players/site/site';
import { sitePlayer } from '@matinee/link/players/site/sitePlayer';
import { twitch } from '@matinee/link/players/site/twitch';
import { vimeo } from '@matinee/link/players/site/vimeo';
import { youtube } from '@matinee/link/players/site/youtube';
import { browserTransport } from '@matinee/link/transport';
import { hasAgreed, nameOfSite } from './sites';

const siteOf = ({ provider, id }: Embed): Site => {
  switch (provider) {
    case 'YOUTUBE':
      return youtube(id, location.origin);
    case 'VIMEO':
      return vimeo(id);
    case 'TWITCH':
      return twitch(id, location.hostname);
  }
};

/** The player for a film of another site: that site's own, in a frame behind `element`, or one that says that the person has not agreed to it (EM2). */
export const embedPlayer = (embed: Embed, element: HTMLVideoElement, title: string): Player =>
  hasAgreed(embed.provider)
    ? sitePlayer(siteOf(embed), {
        element,
        title: `${nameOfSite[embed.provider]}: ${title}`,
        clock: browserClock,
        after: browserTransport.after,
      })
    : absentPlayer({ type: 'siteNotAgreed' });
