import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { remember, remembered } from '../device/memory';
import { en, type Texts } from './en';

/** The languages that every text exists in. */
export const languages = ['en', 'de', 'ru'] as const;
export type Language = (typeof languages)[number];

/** What a language calls itself. */
export const nameOfLanguage: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  ru: 'Русский',
};

const isLanguage = (tag: string | undefined): tag is Language =>
  languages.some((language) => language === tag);

const languageOf = (tag: string): string | undefined => tag.toLowerCase().split('-')[0];

/** The first language of the person's list that the texts exist in; English if there is none. */
export const preferredLanguage = (tags: readonly string[]): Language =>
  tags.map(languageOf).find(isLanguage) ?? 'en';

/** The language as the person's list has it, with a country if it names one: times are written as there. */
export const localeOf = (language: Language, tags: readonly string[]): string =>
  tags.find((tag) => languageOf(tag) === language) ?? language;

/** Loads the texts of a language; English is always there, the others are their own files. */
export const textsOf = async (language: Language): Promise<Texts> => {
  switch (language) {
    case 'en':
      return en;
    case 'de':
      return (await import('./de')).de;
    case 'ru':
      return (await import('./ru')).ru;
  }
};

type Speaking = Readonly<{
  language: Language;
  texts: Texts;
  speak: (language: Language) => void;
}>;

const SpeakingContext = createContext<Speaking>({ language: 'en', texts: en, speak: () => {} });

const chosenLanguage = (): Language => {
  const kept = remembered('language');
  return isLanguage(kept) ? kept : preferredLanguage(navigator.languages);
};

/** Gives the pages below it the texts of the person's language; shows nothing until they are loaded. */
export const InLanguage = ({ children }: { readonly children: ReactNode }) => {
  const [language, setLanguage] = useState<Language>(chosenLanguage);
  const [loaded, setLoaded] = useState<{ language: Language; texts: Texts }>();
  useEffect(() => {
    let wanted = true;
    void textsOf(language).then((texts) => {
      if (!wanted) return;
      document.documentElement.lang = language;
      setLoaded({ language, texts });
    });
    return () => {
      wanted = false;
    };
  }, [language]);
  const speaking = useMemo(
    () =>
      loaded && {
        ...loaded,
        speak: (next: Language) => {
          remember('language', next);
          setLanguage(next);
        },
      },
    [loaded],
  );
  return speaking && <SpeakingContext value={speaking}>{children}</SpeakingContext>;
};

/** The texts of the person's language. */
export const useTexts = (): Texts => useContext(SpeakingContext).texts;

/** The person's language, and how to change it. */
export const useLanguage = (): Speaking => useContext(SpeakingContext);
