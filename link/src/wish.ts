import type { Media } from './media';
import type { ControlPolicy } from './roomState';

/** What a player tells the room about itself, on the person's behalf (GA1, GA5). */
export type Report =
  | { readonly type: 'reportReady'; readonly lengthMs?: number }
  | { readonly type: 'reportBuffering' }
  | { readonly type: 'reportUnable' };

/** What a person, or the player on the person's behalf, wants to happen in the room. */
export type Wish =
  | Report
  | { readonly type: 'load'; readonly media: Media }
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  | { readonly type: 'seek'; readonly positionMs: number }
  | { readonly type: 'setRate'; readonly rate: number }
  | { readonly type: 'setControl'; readonly control: ControlPolicy }
  | { readonly type: 'handOver'; readonly member: string }
  | { readonly type: 'say'; readonly text: string }
  | { readonly type: 'rename'; readonly name: string };

/** A wish on its way: `id` is the member's own and never used twice (ID1), `seen` is the revision the person had before them (ID4). */
export type Command = Wish & { readonly id: string; readonly seen: number };
