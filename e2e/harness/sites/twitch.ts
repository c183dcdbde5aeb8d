import type { Person } from '../browser.ts';
import { type Conduct, visitable } from './site.ts';

/** A recording of Twitch. */
export const TWITCH_RECORDING = 'https://www.twitch.tv/videos/1234567890';

/** Twitch, as far as somebody's browser sees it. */
export const twitch = (person: Person, conduct?: () => Conduct): Promise<readonly string[]> =>
  visitable(
    person,
    { origin: 'https://player.twitch.tv', player: 'twitch.html', page: /^\/$/ },
    conduct,
  );
