/** What the language with this code is called in another; nothing if it is unknown. */
export const nameOfLanguage = (code: string, language: string): string | undefined => {
  if (code === '' || code === 'und') return undefined;
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code);
  } catch {
    return undefined;
  }
};
