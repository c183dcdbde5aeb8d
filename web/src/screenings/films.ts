import { type Address, addressOf } from '../home/address';
import type { FilmChoice } from '../room/port';

/** Films to plan, in their order, or the first address that is none. */
export type Films =
  | { readonly type: 'films'; readonly films: readonly FilmChoice[] }
  | Extract<Address, { type: 'invalid' }>;

const linesOf = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line.trim() !== '');

/** How many films those are: what was chosen, and each line. */
export const countOf = (text: string, chosen: readonly FilmChoice[]): number =>
  chosen.length + linesOf(text).length;

/** What was chosen before, then addresses, each in a line of its own; `name` is what the film is called, or what episodes are, each with its number. */
export const filmsOf = (text: string, name: string, chosen: readonly FilmChoice[]): Films => {
  const lines = linesOf(text);
  const films = [...chosen];
  for (const line of lines.length + chosen.length === 0 ? [''] : lines) {
    const film = addressOf(line);
    if (film.type === 'invalid') return film;
    films.push(film);
  }
  if (name === '') return { type: 'films', films };
  const titleAt = (index: number) => (films.length === 1 ? name : `${name} ${index + 1}`);
  return { type: 'films', films: films.map((film, index) => ({ ...film, title: titleAt(index) })) };
};
