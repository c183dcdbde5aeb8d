import type { Screening } from '../api/screenings';

type Timed = Pick<Screening, 'startsAt' | 'state'>;

const isAhead = ({ state }: Timed): boolean => state === 'planned' || state === 'begun';

/** What lies ahead, the nearest first; then what is over, the latest first. */
export const inOrder = <One extends Timed>(screenings: readonly One[]): readonly One[] => {
  const byTime = screenings.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  return [...byTime.filter(isAhead), ...byTime.filter((one) => !isAhead(one)).reverse()];
};
