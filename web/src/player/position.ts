/** A position of a film as people write it: `42:07`, or `1:02:11` from an hour on. Below zero counts as zero. */
export const clockText = (positionMs: number): string => {
  const seconds = Math.max(0, Math.floor(positionMs / 1000));
  const pad = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = pad(seconds % 60);
  return hours > 0 ? `${hours}:${pad(minutes)}:${rest}` : `${minutes}:${rest}`;
};
