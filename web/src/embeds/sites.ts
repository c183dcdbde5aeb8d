import type { Embed } from '@matinee/link/media';
import { remember, remembered } from '../device/memory';

/** A site whose own player is shown here. */
export type Provider = Embed['provider'];

/** How sites call themselves. */
export const nameOfSite: Readonly<Record<Provider, string>> = {
  YOUTUBE: 'YouTube',
  VIMEO: 'Vimeo',
  TWITCH: 'Twitch',
};

/** What a film is called while nobody has said more: the site and its id there, without the word that opens a private one. */
export const siteTitle = ({ provider, id }: Embed): string =>
  `${nameOfSite[provider]} ${id.replace(/\/.*/u, '')}`;

const agreedTo = (): readonly string[] => (remembered('sites') ?? '').split(' ');

/** Has this person said on this device that the player of a site may be loaded, and the site so learn who watches? */
export const hasAgreed = (provider: Provider): boolean => agreedTo().includes(provider);

/** From now on it may be loaded. */
export const agree = (provider: Provider): void => {
  if (!hasAgreed(provider)) remember('sites', [...agreedTo(), provider].join(' ').trim());
};
