import { emailOf } from '../account/credentials';

/** What somebody typed as e-mail addresses: each once, or what is wrong with it. */
export type Addresses =
  | { readonly type: 'valid'; readonly value: readonly string[] }
  | { readonly type: 'none' }
  | { readonly type: 'tooMany'; readonly count: number }
  | { readonly type: 'noAddress'; readonly text: string };

const most = 20;

/** Reads addresses that are parted by commas, semicolons or any space. */
export const addressesOf = (typed: string): Addresses => {
  const words = typed.split(/[\s,;]+/u).filter((word) => word !== '');
  const wrong = words.find((word) => emailOf(word).type === 'invalid');
  if (wrong !== undefined) return { type: 'noAddress', text: wrong };
  const keys = words.map((word) => word.toLowerCase());
  const each = words.filter((_, at) => keys.indexOf(keys[at] ?? '') === at);
  if (each.length === 0) return { type: 'none' };
  return each.length > most
    ? { type: 'tooMany', count: each.length }
    : { type: 'valid', value: each };
};
