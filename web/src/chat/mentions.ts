/** Somebody who can be mentioned, or is. */
export type Named = { readonly id: string; readonly name: string };

/** Somebody of the room; one does not mention oneself. */
export type Candidate = Named & { readonly isSelf?: boolean };

/** CH5 */
const most = 20;
const shown = 6;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');

/**
 * What finds one of `names` with an `@` before it, as the source of a regular expression; nothing without names. A longer name goes before a
 * shorter one that it begins with.
 */
export const mentionSource = (names: readonly string[]): string | undefined => {
  const known = [...new Set(names)].filter((name) => name !== '');
  if (known.length === 0) return undefined;
  const longestFirst = known.sort((a, b) => b.length - a.length).map(escaped);
  return String.raw`@(?:${longestFirst.join('|')})(?![\p{L}\p{N}_])`;
};

/** Whom a text mentions of those who were `chosen` while it was written, in the order of choosing. */
export const mentionedIn = (text: string, chosen: readonly Named[]): readonly string[] => {
  const source = mentionSource(chosen.map(({ name }) => name));
  if (source === undefined) return [];
  const found = new Set(text.match(new RegExp(source, 'gu')));
  const ids = chosen.filter(({ name }) => found.has(`@${name}`)).map(({ id }) => id);
  return [...new Set(ids)].slice(0, most);
};

/** A name that is being written after an `@`: what there is of it, and where the `@` stands. */
export type Begun = { readonly search: string; readonly at: number };

/** The name that somebody is writing right before the caret; nothing if it is none. */
export const begunAt = (text: string, caret: number): Begun | undefined => {
  const match = /(?:^|[\s(])@([^\s@]{0,40})$/u.exec(text.slice(0, caret));
  const search = match?.[1];
  return search === undefined ? undefined : { search, at: caret - search.length - 1 };
};

/** Those of `people` whose name goes with what was written of it, the likeliest first; six at most. */
export const proposed = (people: readonly Candidate[], search: string): readonly Named[] => {
  const wanted = search.toLocaleLowerCase();
  const rankOf = ({ name }: Named): number => {
    const lower = name.toLocaleLowerCase();
    if (lower.startsWith(wanted)) return 0;
    if (lower.split(/\s+/u).some((word) => word.startsWith(wanted))) return 1;
    return lower.includes(wanted) ? 2 : 3;
  };
  return people
    .map((person) => ({ person, rank: rankOf(person) }))
    .filter(({ rank, person }) => rank < 3 && person.isSelf !== true)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, shown)
    .map(({ person }) => person);
};
