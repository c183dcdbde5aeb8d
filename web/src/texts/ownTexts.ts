import { use } from 'react';
import { type Language, useLanguage } from './language';

/**
 * Texts that only some pages need, each language a file of its own, loaded when the first of these pages is shown. Gives the hook by
 * which they are read; the page waits for them.
 */
export const ownTexts = <Texts>(
  load: Readonly<Record<Language, () => Promise<Texts>>>,
): (() => Texts) => {
  const loaded = new Map<Language, Promise<Texts>>();
  return () => {
    const { language } = useLanguage();
    const texts = loaded.get(language) ?? load[language]();
    loaded.set(language, texts);
    return use(texts);
  };
};
