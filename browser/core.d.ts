/** Position in the media, in ms, at room time `nowMs` on the line through the given anchor (PB3). */
export function positionAt(
  anchorTimeMs: number,
  anchorPositionMs: number,
  rate: number,
  nowMs: number,
): number;
