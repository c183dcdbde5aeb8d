import type { Viewing } from '../api/viewings';

/** What was watched last on one day, which `title` names. */
export type Day = { readonly title: string; readonly viewings: readonly Viewing[] };

/** Viewings, the newest first, by the days of this device. */
export const daysOf = (viewings: readonly Viewing[], language: string): readonly Day[] => {
  const titles = new Intl.DateTimeFormat(language, { dateStyle: 'full' });
  const days = Map.groupBy(viewings, ({ lastAt }) => titles.format(new Date(lastAt)));
  return [...days].map(([title, each]) => ({ title, viewings: each }));
};
