/** A film of a site whose own player alone shows it (EM1), by the site's id. */
export interface Embed {
  readonly provider: 'YOUTUBE' | 'VIMEO' | 'TWITCH';
  readonly id: string;
}
