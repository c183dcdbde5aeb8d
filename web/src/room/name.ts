/** A name that a person typed, or why it cannot be one. Rule ME5. */
export type Name =
  | { readonly type: 'name'; readonly value: string }
  | { readonly type: 'invalid'; readonly why: 'emptyName' | 'longName' | 'badName' };

const longest = 40;

/** Reads a name: spaces around it do not count, 1 to 40 UTF-16 units are left, none of them a control character. */
export const nameOf = (typed: string): Name => {
  const value = typed.trim();
  if (value === '') return { type: 'invalid', why: 'emptyName' };
  if (/\p{Cc}/u.test(value)) return { type: 'invalid', why: 'badName' };
  return value.length > longest ? { type: 'invalid', why: 'longName' } : { type: 'name', value };
};
