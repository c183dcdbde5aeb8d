/** How long it is until something: whole days, and the rest as a clock shows it. */
export type Left = { readonly days: number; readonly clock: string };

const two = (n: number): string => String(n).padStart(2, '0');

/** How long `leftMs` is, rounded up to seconds; nothing is left below zero. */
export const leftOf = (leftMs: number): Left => {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  const hours = Math.floor(seconds / 3600) % 24;
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return {
    days: Math.floor(seconds / 86_400),
    clock: seconds >= 3600 ? `${hours}:${rest}` : rest,
  };
};
