/** What the players load, and where from, as the room's messages have it. */
export type { Embed, Fingerprint, Media, MediaRef } from '@matinee/browser';
