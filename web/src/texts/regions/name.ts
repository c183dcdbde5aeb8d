/** What people call regions in a language: one that is called as a country or a union is called so, another by its own name. */
export const regionNameIn = (language: string): ((region: string) => string) => {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  return (region) =>
    (/^[a-z]{2}$/u.test(region) ? names.of(region.toUpperCase()) : undefined) ?? region;
};
