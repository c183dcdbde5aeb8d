/** Why the playback changed. */
export type Cause =
  | 'PLAYED'
  | 'PAUSED'
  | 'SEEKED'
  | 'RATE_CHANGED'
  | 'WAIT_STARTED'
  | 'WAIT_ENDED'
  | 'WAIT_EXPIRED'
  | 'FILM_AWAITED'
  | 'FILM_CAME'
  | 'ENDED'
  | 'ADVANCED'
  | 'ABANDONED';
