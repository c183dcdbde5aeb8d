/** Longer messages than any site sends. */
const LONGEST = 200_000;

/** What a message of a site says under this name; nothing if it says nothing. */
export const field = (of: unknown, name: string): unknown =>
  of instanceof Object ? Reflect.get(of, name) : undefined;

/** The number under this name, if it is one. */
export const numberIn = (of: unknown, name: string): number | undefined => {
  const value = field(of, name);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

/** The JSON of a message; nothing if it is none, or longer than 200,000 characters. */
export const parsed = (data: unknown): unknown => {
  if (typeof data !== 'string' || data.length > LONGEST) return undefined;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
};

/** Gives each of what is known, and leaves out what is not. */
export const known = <T extends object>(
  all: {
    readonly [K in keyof T]: T[K] | undefined;
  },
): Partial<T> =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Partial<T>;

/** Seconds as milliseconds. */
export const ms = (seconds: number | undefined): number | undefined =>
  seconds === undefined ? undefined : seconds * 1000;

/** How long a film is, in whole milliseconds; nothing while its site says 0. */
export const lengthIn = (of: unknown): number | undefined => {
  const seconds = numberIn(of, 'duration') ?? 0;
  return seconds > 0 ? Math.round(seconds * 1000) : undefined;
};
