/** What was typed, ready to be sent, or why it cannot be: `why` names a text. */
export type Checked<Why extends string> =
  | { readonly type: 'valid'; readonly value: string }
  | { readonly type: 'invalid'; readonly why: Why };

const longestEmail = 254;
const shortestPassword = 8;
const longestPasswordBytes = 72;

/** An e-mail address as far as it can be told without sending anything there: the server has the last word. */
export const emailOf = (typed: string): Checked<'badEmail'> => {
  const value = typed.trim();
  return value.length <= longestEmail && /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(value)
    ? { type: 'valid', value }
    : { type: 'invalid', why: 'badEmail' };
};

/** A new password: at least 8 characters and at most 72 bytes, of which bcrypt would see no more. */
export const passwordOf = (typed: string): Checked<'shortPassword' | 'longPassword'> => {
  if ([...typed].length < shortestPassword) return { type: 'invalid', why: 'shortPassword' };
  return new TextEncoder().encode(typed).length > longestPasswordBytes
    ? { type: 'invalid', why: 'longPassword' }
    : { type: 'valid', value: typed };
};
