/** The time zone of this device. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const two = (n: number): string => String(n).padStart(2, '0');

/** What the clocks of this device show at `atMs`, as a field for day and time takes it. */
export const localOf = (atMs: number): string => {
  const at = new Date(atMs);
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
};

/** Eight in the evening of that day, or of the next where it is later. */
export const nextEveningMs = (nowMs: number): number => {
  const evening = new Date(nowMs);
  evening.setHours(20, 0, 0, 0);
  if (evening.getTime() <= nowMs) evening.setDate(evening.getDate() + 1);
  return evening.getTime();
};

/** Day and time as people read them, here or in another zone. */
export const dayAndTime = (at: string, language: string, zone?: string): string =>
  new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).format(new Date(at));
