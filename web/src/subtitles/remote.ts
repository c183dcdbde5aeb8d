/** Subtitles that are fetched when they are chosen: those that an upload holds, and those that somebody offers to all in the room. */
export type Remote = {
  readonly id: string;
  /** A code of a language (BCP 47, or of three letters), as whoever made them says. */
  readonly language: string | undefined;
  readonly title: string | undefined;
  /** Whether they can be shown now; `pictures` never can. */
  readonly state: 'there' | 'coming' | 'pictures';
  /** Stands for those that somebody offers. */
  readonly offer?: Offer;
  /** The bytes of the file; nothing if it cannot be had now. */
  readonly fetch: () => Promise<Uint8Array | undefined>;
  /** The fonts that come with them, as far as they can be had. */
  readonly fonts?: () => Promise<readonly Uint8Array[]>;
};

/** What is known of subtitles that somebody offers. */
export type Offer = {
  /** By which they are taken back. */
  readonly id: string;
  /** Who offers them, as this page calls people; nothing of who is not in the room any more. */
  readonly by: string | undefined;
  readonly isOwn: boolean;
  /** May this person take them back? */
  readonly isRemovable: boolean;
};

/** Those that were found, of which whatever was there before is fetched as before: whoever shows it need not read it again. */
export const renewed = (before: readonly Remote[], found: readonly Remote[]): readonly Remote[] =>
  found.map((each) => ({
    ...each,
    fetch: before.find(({ id }) => id === each.id)?.fetch ?? each.fetch,
  }));
