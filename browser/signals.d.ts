/** What members of a room show one another for a moment, as JSON (SI). */

/** What a member shows the others for a moment; kept nowhere (SI1). */
export type Signal =
  | { readonly kind: 'typing' }
  | { readonly kind: 'cheer'; readonly emoji: string };

/** So many times an emoji is to float over the picture, for a member; in a giant it is not told for whom. */
export interface Cheers {
  readonly emoji: string;
  readonly count: number;
  readonly by?: string;
}

/** Who is typing, and who cheers (SI3). */
export interface Signals {
  readonly type: 'signals';
  readonly typing: readonly { readonly member: string }[];
  readonly cheers: readonly Cheers[];
}
