/** The forms that a language has for a counted thing; `other` always exists, the rest where the language has them. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** Gives the function that picks the form for a count, with `#` replaced by the count as the language writes it. */
export const counting = (locale: string) => {
  const rules = new Intl.PluralRules(locale);
  const digits = new Intl.NumberFormat(locale);
  return (count: number, forms: Forms): string =>
    (forms[rules.select(count)] ?? forms.other).replace('#', digits.format(count));
};
