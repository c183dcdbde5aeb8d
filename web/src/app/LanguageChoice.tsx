import { Check, Globe } from 'lucide-react';
import { languages, nameOfLanguage, useLanguage } from '../texts/language';
import { Floating } from '../ui/floating';

/** Shows the language of the page and lets the person choose another. */
export const LanguageChoice = () => {
  const { language, texts, speak } = useLanguage();
  return (
    <Floating
      kind="menu"
      label={texts.home.language}
      opener={(opener) => (
        <button type="button" className="pill" {...opener}>
          <Globe size={18} strokeWidth={1.75} aria-hidden="true" />
          <span className="unseen">{texts.home.language}: </span>
          <span className="language-word">{nameOfLanguage[language]}</span>
        </button>
      )}
    >
      {(close) =>
        languages.map((other) => (
          <button
            key={other}
            type="button"
            role="menuitemradio"
            aria-checked={other === language}
            lang={other}
            className="choice"
            onClick={() => {
              speak(other);
              close();
            }}
          >
            <Check size={18} className={other === language ? '' : 'hidden'} aria-hidden="true" />
            {nameOfLanguage[other]}
          </button>
        ))
      }
    </Floating>
  );
};
