import type { Viewing } from '../api/viewings';

/** From here on a film counts as seen: what follows are the names of those who made it. */
const seenFrom = 0.95;

/** How much of the film the person has seen, 0 to 1; nothing while its length is not known. */
export const shareOf = ({ media, positionMs }: Viewing): number | undefined =>
  media.lengthMs === undefined ? undefined : Math.min(1, positionMs / media.lengthMs);

/** Has the person seen it to its end, or so near that it is as good as that? */
export const isSeen = (viewing: Viewing): boolean => (shareOf(viewing) ?? 0) > seenFrom;
