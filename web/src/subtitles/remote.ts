/** Subtitles that are fetched when they are chosen: those that an upload holds. */
export type Remote = {
  readonly id: string;
  /** A code of a language (BCP 47, or of three letters), as whoever made them says. */
  readonly language: string | undefined;
  readonly title: string | undefined;
  /** Whether they can be shown now; `pictures` never can. */
  readonly state: 'there' | 'coming' | 'pictures';
  /** The bytes of the file; nothing if it cannot be had now. */
  readonly fetch: () => Promise<Uint8Array | undefined>;
};
