/** Says where a player gets its media from: a film of this server's library, or a web address that each player fetches itself. */
export type MediaRef =
  | { readonly type: 'upload'; readonly film: string }
  | { readonly type: 'address'; readonly url: string };

/** What the players load. `title` has 1 to 200 characters; the length is left out while nobody knows it, and for live streams. */
export type Media = {
  readonly ref: MediaRef;
  readonly title: string;
  readonly lengthMs?: number;
};
