/** What is said in a room, and what is done with it, as JSON. */

/** What something that is said has regard to (CH5): the line that it answers, members, and a position of the film. */
export interface Regards {
  readonly to?: number;
  readonly mentions?: readonly string[];
  readonly positionMs?: number;
}

export interface Say extends Regards {
  readonly type: 'say';
  readonly text: string;
}

/** What is wished of a line of the chat, which is named by the revision of its event (CH3). */
export type WishOfLine =
  | ({ readonly type: 'edit'; readonly line: number; readonly text: string } & Pick<
      Regards,
      'mentions'
    >)
  | { readonly type: 'removeLine'; readonly line: number }
  | { readonly type: 'react'; readonly line: number; readonly emoji: string; readonly on: boolean };

/** What is said, and what happens to it. */
export type FactOfLine =
  | ({ readonly type: 'said'; readonly text: string } & Regards)
  | ({ readonly type: 'lineEdited'; readonly line: number; readonly text: string } & Pick<
      Regards,
      'mentions'
    >)
  /** `member` is whose it was. */
  | { readonly type: 'lineRemoved'; readonly line: number; readonly member: string }
  | {
      readonly type: 'reacted';
      readonly line: number;
      readonly emoji: string;
      readonly on: boolean;
    };
