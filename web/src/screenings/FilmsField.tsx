import { useId } from 'react';
import { useTexts } from '../texts/language';
import { useScreeningTexts } from '../texts/screenings/texts';
import { Trouble } from '../ui/trouble';

type FilmsFieldProps = {
  readonly text: string;
  readonly trouble: string | undefined;
  readonly onText: (text: string) => void;
};

/** The address of a film, or those of several episodes, each in a line of its own. */
export const FilmsField = ({ text, trouble, onText }: FilmsFieldProps) => {
  const all = useTexts();
  const texts = useScreeningTexts();
  const id = useId();
  return (
    <div className="labelled">
      <label htmlFor={id}>{texts.film}</label>
      <textarea
        id={id}
        className="field films-field"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        rows={Math.min(6, text.split('\n').length)}
        placeholder={all.home.placeholder}
        value={text}
        aria-invalid={trouble !== undefined}
        aria-describedby={`${id}-below`}
        onChange={(event) => onText(event.target.value)}
      />
      {trouble === undefined ? (
        <p className="hint" id={`${id}-below`}>
          {texts.filmsHint}
        </p>
      ) : (
        <Trouble id={`${id}-below`} text={trouble} />
      )}
    </div>
  );
};
