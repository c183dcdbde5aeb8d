import { type Address, addressOf } from '../home/address';

/** Films to plan, one an evening, or the first address that is none. */
export type Films =
  | { readonly type: 'films'; readonly films: readonly Extract<Address, { type: 'address' }>[] }
  | Extract<Address, { type: 'invalid' }>;

/** Reads addresses, each in a line of its own; `name` is what the film is called, or what episodes are, each with its number. */
export const filmsOf = (text: string, name: string): Films => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const films = [];
  for (const [index, line] of (lines.length === 0 ? [''] : lines).entries()) {
    const film = addressOf(line);
    if (film.type === 'invalid') return film;
    const called = lines.length === 1 ? name : `${name} ${index + 1}`;
    films.push(name === '' ? film : { ...film, title: called });
  }
  return { type: 'films', films };
};
