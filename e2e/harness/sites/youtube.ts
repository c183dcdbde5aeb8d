import type { Person } from '../browser.ts';
import { type Conduct, visitable } from './site.ts';

/** A film of YouTube. */
export const YOUTUBE_FILM = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';

/** YouTube, as far as somebody's browser sees it. */
export const youtube = (person: Person, conduct?: () => Conduct): Promise<readonly string[]> =>
  visitable(
    person,
    {
      origin: 'https://www.youtube-nocookie.com',
      player: 'youtube.html',
      page: /^\/embed\/[\w-]{11}$/,
    },
    conduct,
  );
