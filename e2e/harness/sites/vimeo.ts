import type { Person } from '../browser.ts';
import { type Conduct, visitable } from './site.ts';

/** A film of Vimeo, and a private one. */
export const VIMEO_FILM = 'https://vimeo.com/76979871';
export const PRIVATE_VIMEO_FILM = 'https://vimeo.com/76979871/8272103f6e';

/** Vimeo, as far as somebody's browser sees it. */
export const vimeo = (person: Person, conduct?: () => Conduct): Promise<readonly string[]> =>
  visitable(
    person,
    { origin: 'https://player.vimeo.com', player: 'vimeo.html', page: /^\/video\/\d+$/ },
    conduct,
  );
