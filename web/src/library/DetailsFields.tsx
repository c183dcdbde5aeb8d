import { useId } from 'react';
import { Field } from '../account/Field';
import type { Details } from '../api/library';
import { useLibraryTexts } from '../texts/library/texts';

/** What somebody has typed of a title. */
export type Typed = {
  readonly name: string;
  readonly year: string;
  readonly description: string;
  readonly tags: string;
};

export const typedOf = ({ name, year, description, tags }: Details): Typed => ({
  name,
  year: `${year ?? ''}`,
  description,
  tags: tags.join(', '),
});

/** What was typed, as it is said; nothing if the year is none. */
export const detailsOf = ({ name, year, description, tags }: Typed): Details | undefined => {
  const number = Number(year);
  const isYear = /^\d{4}$/u.test(year.trim()) && number >= 1870 && number <= 2200;
  if (year.trim() !== '' && !isYear) return undefined;
  return {
    name: name.trim(),
    ...(isYear ? { year: number } : {}),
    description: description.trim(),
    tags: tags
      .split(',')
      .map((tag) => tag.trim().slice(0, 40))
      .filter((tag) => tag !== '')
      .slice(0, 20),
  };
};

type DetailsFieldsProps = {
  readonly typed: Typed;
  readonly nameHint?: string | undefined;
  readonly troubles: { readonly name?: string | undefined; readonly year?: string | undefined };
  readonly onTyped: (typed: Typed) => void;
};

/** The fields of what somebody says of a film or series. */
export const DetailsFields = ({ typed, nameHint, troubles, onTyped }: DetailsFieldsProps) => {
  const texts = useLibraryTexts();
  const id = useId();
  return (
    <>
      <Field
        label={texts.name}
        maxLength={200}
        trouble={troubles.name}
        {...(nameHint === undefined ? {} : { hint: nameHint })}
        value={typed.name}
        onValue={(name) => onTyped({ ...typed, name })}
      />
      <Field
        label={texts.year}
        inputMode="numeric"
        maxLength={4}
        trouble={troubles.year}
        value={typed.year}
        onValue={(year) => onTyped({ ...typed, year })}
      />
      <div className="labelled">
        <label htmlFor={id}>{texts.description}</label>
        <textarea
          id={id}
          className="field description-field"
          rows={4}
          maxLength={4000}
          value={typed.description}
          onChange={(event) => onTyped({ ...typed, description: event.target.value })}
        />
      </div>
      <Field
        label={texts.tags}
        hint={texts.tagsHint}
        maxLength={840}
        value={typed.tags}
        onValue={(tags) => onTyped({ ...typed, tags })}
      />
    </>
  );
};
