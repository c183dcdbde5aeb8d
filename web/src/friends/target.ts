import { emailOf } from '../account/credentials';

/** Whom a request is for, or that what was typed names nobody. */
export type Target =
  | { readonly type: 'valid'; readonly value: string }
  | { readonly type: 'invalid' };

const handleForm = /^[0-9A-HJKMNP-TV-Z]{8}$/u;

/** An address as it was typed, or a handle as it is written; one is also read with I and L for 1 and O for 0. */
export const targetOf = (typed: string): Target => {
  if (typed.includes('@')) {
    const email = emailOf(typed);
    return email.type === 'valid' ? email : { type: 'invalid' };
  }
  const letters = typed
    .toUpperCase()
    .replaceAll(/[\s-]/gu, '')
    .replaceAll(/[IL]/gu, '1')
    .replaceAll('O', '0');
  return handleForm.test(letters)
    ? { type: 'valid', value: `${letters.slice(0, 4)}-${letters.slice(4)}` }
    : { type: 'invalid' };
};

const mark = '#add=';

/** The link by which others ask the owner of a handle; the handle is in the part that browsers do not send. */
export const linkToAdd = (handle: string, here: string): string =>
  new URL(`/people${mark}${handle}`, here).href;

/** The handle that such a link names; nothing if it names none. */
export const handleOfLink = (hash: string): string | undefined => {
  if (!hash.startsWith(mark)) return undefined;
  const target = targetOf(hash.slice(mark.length).slice(0, 40));
  return target.type === 'valid' && !target.value.includes('@') ? target.value : undefined;
};
